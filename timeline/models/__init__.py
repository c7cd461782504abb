"""The tables of events, movements, sources and claims, one concern a file."""
