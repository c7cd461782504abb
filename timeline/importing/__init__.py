"""Brings files of editors into the atlas, and takes the atlas out as files."""
