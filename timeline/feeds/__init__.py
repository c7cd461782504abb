"""Whole documents in the formats of others: one file a format, functions of the read model, no HTTP."""
