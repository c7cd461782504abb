// The parts of Leaflet the atlas uses, as the global L that Folium's script expects.
//
// Leaflet whole is 42 kB gzip; without tiles, vector layers, markers, popups, GeoJSON and
// controls, which the atlas draws itself, it is half.

// First, because the modules of coordinates lean on each other in a circle that must be entered here.
import { Map, map } from "leaflet/src/map/index.js";
import { LatLng, LatLngBounds, latLng, latLngBounds } from "leaflet/src/geo/index.js";
import { Bounds, Point, Transformation, bounds, point, transformation } from "leaflet/src/geometry/index.js";
import Browser from "leaflet/src/core/Browser.js";
import { Class } from "leaflet/src/core/Class.js";
import { Evented } from "leaflet/src/core/Events.js";
import { Handler } from "leaflet/src/core/Handler.js";
import * as Util from "leaflet/src/core/Util.js";
import { DomEvent, DomUtil, Draggable, PosAnimation } from "leaflet/src/dom/index.js";
import { Layer } from "leaflet/src/layer/Layer.js";
import { Renderer } from "leaflet/src/layer/vector/Renderer.js";

window.L = {
  version: LEAFLET_VERSION,
  ...{ Browser, Class, Evented, Handler, Util, stamp: Util.stamp, setOptions: Util.setOptions },
  ...{ Point, point, Bounds, bounds, Transformation, transformation },
  ...{ LatLng, latLng, LatLngBounds, latLngBounds },
  ...{ DomEvent, DomUtil, Draggable, PosAnimation },
  ...{ Layer, Renderer, Map, map },
};
