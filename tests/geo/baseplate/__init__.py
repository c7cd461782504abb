"""Tests of the base plate."""
