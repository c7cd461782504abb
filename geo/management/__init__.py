"""Commands of the geographic part."""
