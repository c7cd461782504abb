"""How each record looks in JSON: one file a record, functions of the read model."""
