// The same cut of Leaflet with tile layers, for an atlas whose operator names an online tile layer.
import "./leaflet.mjs";
import { GridLayer, TileLayer, gridLayer, tileLayer } from "leaflet/src/layer/tile/index.js";

Object.assign(window.L, { GridLayer, gridLayer, TileLayer, tileLayer });
