"""Whole documents in the formats of others, served: one small file a format, listed in `register.py`."""
