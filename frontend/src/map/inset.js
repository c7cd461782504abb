// Enlarges the spot where signs crowd in an empty corner of the plate, on a small map of its own.

import { createChart } from "./chart.js";
import { createChoice } from "./choice.js";
import { createScaleBar } from "./scale-bar.js";
import { densestBox, emptyCorner } from "./crowding.js";
import { el } from "../dom.js";
import { oneLine } from "./sprites.js";
import { plateLayer } from "./plate.js";

const SHARE = 0.34;
const RATIO = 1.72;
const TIMES = 3.6;
const MARGIN = 10;
const PANE = "marchlines";
const STILL = {
  attributionControl: false, zoomControl: false, dragging: false, touchZoom: false, doubleClickZoom: false,
  scrollWheelZoom: false, boxZoom: false, keyboard: false, zoomSnap: 0, fadeAnimation: false, zoomAnimation: false,
};

function crowdPoints({ tokens, happening, ways, signs }) {
  const sorted = (list, sort) => list.map(({ x, y }) => ({ x, y, sort }));
  return [
    ...sorted(tokens.filter(({ kind }) => kind !== "trace").map(({ spot }) => spot), "token"),
    ...sorted(happening.map(({ sign }) => sign), "event"),
    ...sorted(ways.filter(({ arrow }) => arrow.headed).map(({ arrow }) => arrow.tip), "head"),
    ...sorted(signs.filter(({ count }) => count), "sign"),
  ];
}

/** Return {judge(plate), show(plate), taken(), update(state, change), refresh(), destroy()}, or null where a map has no inset. */
export function placeInset(L, leafletMap, { options, base, elements, data, t, config, wording, setting, store, furniture }) {
  // Without our own plate there is nothing to enlarge.
  if (!options || !base) return null;
  const container = leafletMap.getContainer();
  const title = el("p", { class: "inset-title" });
  const ground = el("div", { class: "inset-ground", "aria-hidden": "true" });
  const scale = createScaleBar({ t, figures: wording.figures });
  const element = el("div", { class: "map-inset", hidden: true }, ground, title, scale.element);
  container.append(element);
  let small = null;
  let chart = null;
  let plateOf = null;
  let spot = null;
  let choice = null;
  let shown = null;
  let seen = "";

  function open() {
    small = L.map(ground, { ...STILL, center: leafletMap.getCenter(), zoom: leafletMap.getZoom() });
    small.createPane(PANE).style.pointerEvents = "none";
    small.getPane(PANE).style.zIndex = 450;
    plateOf = plateLayer(L, { plateUrl: base.base_plate, reliefUrl: base.relief, language: config.language, show: { spheres: false }, plans: () => import(config.urls.records) });
    small.addLayer(plateOf);
    chart = createChart(L, small, {
      data, t, wordDay: wording.shortDay, elements, setting, pane: PANE,
      taken: () => (plateOf?.labelBoxes() ?? []).concat(titleBox()),
      onDrawn: (plate) => scale.show(plate.view),
    });
    small.addLayer(chart.layer);
    choice = createChoice(small, chart, { store, data, view: null });
  }

  function titleBox() {
    return [title, scale.element].map(({ offsetLeft, offsetTop, offsetWidth, offsetHeight }) => ({
      x: offsetLeft, y: offsetTop, width: offsetWidth, height: offsetHeight,
    }));
  }

  function find(plate) {
    const { view } = plate;
    if (view.width < options.least_width || view.zoom > options.up_to_zoom) return null;
    const width = Math.round(Math.min(440, view.width * SHARE));
    const height = Math.round(width / RATIO);
    const points = crowdPoints(plate);
    const found = densestBox(points, { width: width / TIMES, height: height / TIMES, view, kept: sameView(view) && spot?.box });
    if (!found) return null;
    const ways = plate.ways.flatMap(({ line }) => line);
    const corner = emptyCorner({ width, height, view, margin: MARGIN, crowd: found.box, points, ways, taken: furniture() });
    return corner && { box: found.box, corner };
  }

  // As days pass the inset stays where it is while the crowd does; another view is judged anew.
  function sameView({ left, top, zoom, width, height }) {
    const now = [left, top, zoom, width, height].join();
    const same = now === seen;
    seen = now;
    return same;
  }

  /** Decide before the words are set; return {frame} to be drawn on the plate and the `corner` it is enlarged in, or null. */
  function judge(plate) {
    spot = find(plate);
    return spot && { frame: spot.box, corner: spot.corner };
  }

  function show(plate) {
    element.hidden = !spot;
    if (!spot || spot === shown) return;
    shown = spot;
    const { corner, box } = spot;
    Object.assign(element.style, { left: `${corner.x}px`, top: `${corner.y}px`, width: `${corner.width}px`, height: `${corner.height}px` });
    if (!small) open();
    title.textContent = t("map.inset-title", { place: oneLine(nameOf(plate, box), 30), day: wording.day(plate.day) });
    small.invalidateSize({ animate: false, pan: false });
    const middle = leafletMap.containerPointToLatLng([box.x + box.width / 2, box.y + box.height / 2]);
    const zoom = plate.view.zoom + Math.log2(TIMES);
    const change = { sheetChanged: true };
    if (small.getCenter().equals(middle, 1e-5) && small.getZoom() === zoom) chart.update(store.get(), change);
    else chart.shows(store.get(), change, () => small.setView(middle, zoom, { animate: false }));
  }

  function nameOf({ signs }, box) {
    const inside = signs.filter(({ x, y, place }) => place && x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height);
    const [chief] = inside.sort((one, other) => other.weight - one.weight);
    return chief ? (config.language === "fa" && chief.place.fa) || chief.place.name : "";
  }

  return {
    judge,
    show,
    taken: () => (spot ? [spot.corner] : []),
    update(state, change) {
      if (chart && spot) chart.update(state, change);
    },
    refresh() {
      if (!chart || !spot) return;
      chart.update(store.get(), { sheetChanged: true });
    },
    setTheme: () => plateOf?.setTheme(),
    destroy() {
      choice?.destroy();
      small?.remove();
      element.remove();
    },
  };
}
