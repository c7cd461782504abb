"""How a place gets its point in the admin: typed, picked on the map, or accepted from a geocoder."""
