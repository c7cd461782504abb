"""Tests of bringing files in and taking the atlas out."""
