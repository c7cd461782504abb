// The script of the atlas page where the operator names an online tile layer.
import "./leaflet-tiles.mjs";
import "./src/main.js";
