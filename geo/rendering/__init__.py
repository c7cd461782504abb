"""Drawing: scenes to Folium maps and to static plates."""
