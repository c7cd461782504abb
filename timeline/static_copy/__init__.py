"""Writes the public site to a folder that any web server hands out as it stands."""
