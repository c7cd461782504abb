"""Writes citations out of CSL items, one file a style; knows neither Django nor the database."""
