"""Where: places, names, gazetteers, routes and drawing with Folium; it knows nothing of events."""
