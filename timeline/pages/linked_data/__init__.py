"""Writes what pages show as schema.org JSON-LD: each page a graph of itself, its thing and the way that leads to it."""
