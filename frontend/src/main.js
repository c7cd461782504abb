// Wires the atlas page together.

import { createApi } from "./api.js";
import { indexAtlas } from "./atlas-data.js";
import { readConfig } from "./config.js";
import { openShell } from "./shell.js";
import { createMap } from "./map/map.js";
import { markFirstDots } from "./first-dots.js";
import { createTimeline } from "./timeline/timeline.js";
import { colourSides } from "./sides.js";
import { showFailure } from "./failure.js";

async function open() {
  markFirstDots(performance);
  const config = readConfig(document);
  colourSides(document, config.sides);
  const api = createApi();
  const whole = api.get(config.urls.whole);
  // Folium's script comes after this one: it needs the Leaflet in it.
  await foliumsTurn(document);
  const data = indexAtlas(await whole);
  const shell = openShell({ config, api, data });
  const { ask, store, t, vocabulary } = shell;
  await shell.opened();
  createTimeline(document.getElementById("timeline"), { store, data, vocabulary, t, ask });
  const { elements } = window.marchlines ?? {};
  shell.attempt("error.map", () => createMap(elements[0].map, elements, { store, data, config, t }));
  afterNextPaint(shell.furnish);
}

/** Resolve once the page's later scripts have run. */
function foliumsTurn(document) {
  return new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve, { once: true }));
}

/** Do what the first picture does not wait for: a timer set in a frame runs once it is painted. */
function afterNextPaint(work) {
  requestAnimationFrame(() => setTimeout(() => Promise.resolve().then(work).catch(showFailure)));
}

open().catch(showFailure);
