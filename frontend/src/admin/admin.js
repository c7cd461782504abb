// Starts what our modules add to a page of the admin, each where the page has its element.

import { startAtlas } from "./atlas/atlas.js";
import { startMovement } from "./movement/movement.js";
import { startPlaces } from "./places/places.js";

const STARTS = [startAtlas, startMovement, startPlaces];

function start() {
  for (const begin of STARTS) begin(document);
}

// The admin puts scripts into the head.
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
