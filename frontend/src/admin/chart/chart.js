// A map of the editors' desk: the atlas's base plate, what an editor is placing on it, and what lies about.

import { el } from "../../dom.js";
import { followAppearance } from "../../map/appearance.js";
import { readInk } from "../../map/ink.js";
import * as plans from "../../map/plate-plans.js";
import { plateLayer } from "../../map/plate.js";
import { createScaleBar } from "../../map/scale-bar.js";
import { createSprites } from "../../map/sprites.js";
import { surfaceLayer } from "../../map/surface.js";
import { zoomButtons } from "../../map/zoom-buttons.js";
import { paintScene } from "./paint.js";
import { createPins } from "./pins.js";
import { markAt, onGlobe, pointsOf, wholeScene } from "./scene.js";

const PANE = "marchlines";
const REACH = 14;
const NEAREST = 9;
const still = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;

function leafletMap(L, element, { bounds }) {
  const calm = still();
  const map = L.map(element, {
    minZoom: 3, maxZoom: 13, zoomSnap: 0.125, wheelPxPerZoomLevel: 90, attributionControl: false, zoomControl: false,
    // A page is scrolled with the wheel: the map takes it once it has been entered.
    scrollWheelZoom: false, doubleClickZoom: false, zoomAnimation: !calm, inertia: !calm,
  });
  map.fitBounds(bounds, { animate: false });
  element.addEventListener("focusin", () => map.scrollWheelZoom.enable());
  element.addEventListener("focusout", () => map.scrollWheelZoom.disable());
  return map;
}

/**
 * Make an element a map; returns {show(scene), frame(points), focus(id), say(sentence), map, destroy()}.
 *
 * settings: of `readSettings`. label: the map's name for those who do not see it. onPick({lat, lon}) hears
 * where the bare map was clicked, or Enter pressed over its middle; onMove(id, {lat, lon}, {done}) a pin
 * moved; onRemove(id) Delete on a pin; onChoose(id) a mark that was clicked; onView({south, west, north,
 * east, zoom}) a view that has come to rest. See scene.js for what a scene holds.
 */
export function createChart(element, settings, { label, onPick, onMove, onRemove, onChoose, onView }) {
  const { L } = window;
  const { t, language } = settings;
  element.classList.add("chart-map");
  element.dir = "ltr";
  element.setAttribute("role", "application");
  element.setAttribute("aria-label", label);
  const map = leafletMap(L, element, settings);
  const sprites = createSprites(window.devicePixelRatio || 1);
  const heard = el("p", { class: "chart-said", role: "status" });
  const scale = createScaleBar({ t, figures: (figure) => figure });
  const zoom = zoomButtons(map, t);
  const foot = el("div", { class: "map-foot" }, scale.element);
  const cross = onPick ? el("i", { class: "chart-cross", "aria-hidden": "true" }) : null;
  element.append(...[foot, zoom, cross, heard].filter(Boolean));
  L.DomEvent.disableClickPropagation(zoom);
  let scene = wholeScene();
  let ink = null;

  map.createPane(PANE).style.pointerEvents = "none";
  map.getPane(PANE).style.zIndex = 450;
  const base = plateLayer(L, { plateUrl: settings.plate, reliefUrl: settings.relief, language, show: { spheres: false }, plans: async () => plans });
  base.on("plate:failed", () => heard.replaceChildren(t("chart.no-plate")));
  base.once("plate:drawn", () => {
    layer.draw();
    performance.mark("marchlines:chart");
  });
  const layer = surfaceLayer(L, paint, { pane: PANE });

  function paint(lay, view) {
    ink ??= readInk(element, settings.sides ?? []);
    scale.show(view);
    lay("scene", (context) => paintScene(context, scene, view, { ink, sprites, language, taken: base.labelBoxes() }));
  }

  const pins = createPins(L, map, {
    t,
    onRemove,
    onMove(id, point, state) {
      scene = { ...scene, pins: scene.pins.map((pin) => (pin.id === id ? { ...pin, ...point } : pin)) };
      layer.draw();
      onMove?.(id, point, state);
      if (state.done) heard.replaceChildren(t("chart.moved-to", { lat: point.lat.toFixed(4), lon: point.lon.toFixed(4) }));
    },
  });

  const picked = ({ lat, lng }) => onPick?.(onGlobe(lat, lng));
  map.on("click", (event) => {
    const place = ({ lat, lon }) => map.latLngToContainerPoint([lat, lon]);
    const mark = onChoose && markAt(scene.marks.filter(({ choosable }) => choosable), event.containerPoint, REACH, place);
    if (mark) onChoose(mark.id);
    else picked(event.latlng);
  });
  element.addEventListener("keydown", (event) => {
    if (event.target !== element || event.key !== "Enter") return;
    // Enter would send the form round the map.
    event.preventDefault();
    picked(map.getCenter());
  });

  function rested() {
    const box = map.getBounds();
    onView?.({ south: box.getSouth(), west: box.getWest(), north: box.getNorth(), east: box.getEast(), zoom: map.getZoom() });
  }

  function frame(points = pointsOf(scene)) {
    if (!points.length) return map.fitBounds(settings.bounds, { animate: !still() });
    const margin = Math.min(60, map.getSize().x / 6);
    return map.fitBounds(points, { maxZoom: NEAREST, padding: [margin, margin], animate: !still() });
  }
  map.on("marchlines:whole", () => frame());
  map.on("moveend", rested);

  const appearance = followAppearance({
    ground() {
      ink = null;
      sprites.clear();
      base.setTheme();
      layer.draw();
    },
    faces() {
      sprites.clear();
      layer.draw();
    },
  });
  // Django's own switch of the ground tells nobody: the attribute it sets is watched.
  const themed = new MutationObserver(appearance.themed);
  themed.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  const resized = new ResizeObserver(() => map.invalidateSize({ animate: false }));
  resized.observe(element);
  map.addLayer(base);
  map.addLayer(layer);

  return {
    map,
    frame,
    focus: (id) => (id ? pins.focus(id) : element.focus()),
    say: (sentence) => heard.replaceChildren(sentence),
    show(next) {
      scene = wholeScene(next);
      pins.show(scene.pins);
      layer.draw();
    },
    destroy() {
      appearance.stop();
      themed.disconnect();
      resized.disconnect();
      pins.destroy();
      map.remove();
    },
  };
}
