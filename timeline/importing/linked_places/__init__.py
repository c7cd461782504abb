"""Places with their names in the Linked Places format, version 1.3: JSON-LD that is GeoJSON too."""
