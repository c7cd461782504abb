"""The base plate: land, water, empires and relief, built at set-up from packaged data."""
