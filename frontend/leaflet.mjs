// The parts of Leaflet the atlas uses, as the global L that Folium's script expects.
//
// Leaflet whole is 42 kB gzip; without tiles, vector layers, markers, popups, GeoJSON and
// controls, which the atlas draws itself, it is half.

// First, because the modules of coordinates lean on each other in a circle that must be entered here.
import { Map, createMap as map } from "leaflet/src/map/Map.js";
import { BoxZoom } from "leaflet/src/map/handler/Map.BoxZoom.js";
import { DoubleClickZoom } from "leaflet/src/map/handler/Map.DoubleClickZoom.js";
import { Drag } from "leaflet/src/map/handler/Map.Drag.js";
import { Keyboard } from "leaflet/src/map/handler/Map.Keyboard.js";
import { ScrollWheelZoom } from "leaflet/src/map/handler/Map.ScrollWheelZoom.js";
import { TouchZoom } from "leaflet/src/map/handler/Map.TouchZoom.js";
import { LatLng, toLatLng as latLng } from "leaflet/src/geo/LatLng.js";
import { LatLngBounds, toLatLngBounds as latLngBounds } from "leaflet/src/geo/LatLngBounds.js";
import { Bounds, Point, Transformation, bounds, point, transformation } from "leaflet/src/geometry/index.js";
import Browser from "leaflet/src/core/Browser.js";
import { Class } from "leaflet/src/core/Class.js";
import { Evented } from "leaflet/src/core/Events.js";
import { Handler } from "leaflet/src/core/Handler.js";
import * as Util from "leaflet/src/core/Util.js";
import { DomEvent, DomUtil, Draggable, PosAnimation } from "leaflet/src/dom/index.js";
import { Layer } from "leaflet/src/layer/Layer.js";
import { Renderer } from "leaflet/src/layer/vector/Renderer.js";

Object.assign(Map, { BoxZoom, DoubleClickZoom, Drag, Keyboard, ScrollWheelZoom, TouchZoom });

window.L = {
  version: LEAFLET_VERSION,
  ...{ Browser, Class, Evented, Handler, Util, stamp: Util.stamp, setOptions: Util.setOptions },
  ...{ Point, point, Bounds, bounds, Transformation, transformation },
  ...{ LatLng, latLng, LatLngBounds, latLngBounds },
  ...{ DomEvent, DomUtil, Draggable, PosAnimation },
  ...{ Layer, Renderer, Map, map },
};
