// The script of the atlas page: Leaflet, which Folium's script asks for next, and the atlas itself.
import "./leaflet.mjs";
import "./src/main.js";
