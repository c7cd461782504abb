"""Readers of gazetteers, one a source: records out, nothing written."""
