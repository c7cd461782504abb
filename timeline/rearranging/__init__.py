"""Merging, splitting and moving what is claimed, each act planned as data, carried out whole, and undoable."""
