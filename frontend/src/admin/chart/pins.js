// The points of a chart that can be moved: buttons on the map, for the pointer and for the keyboard alike.

import { el } from "../../dom.js";
import { hasPoint, onGlobe } from "./scene.js";

const STEPS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };
const STEP = 8;
const FINE = 1;
const MARGIN = 36;

/**
 * Keep a button for every pin on the map; returns {show(pins), destroy()}.
 *
 * A pin is {id, lat, lon, label, letter, fixed}. `onMove(id, {lat, lon}, {done})` hears each step of a drag and
 * each key; `done` says that the pin rests. `onRemove(id)`, where given, hears Delete.
 */
export function createPins(L, map, { t, onMove, onRemove }) {
  const pane = map.createPane("pins");
  pane.style.zIndex = 700;
  const shown = new Map();

  const set = (pin) => {
    if (!map._animatingZoom) L.DomUtil.setPosition(pin.element, map.latLngToLayerPoint([pin.lat, pin.lon]).round());
  };
  const animate = ({ zoom, center }) =>
    shown.forEach((pin) => L.DomUtil.setPosition(pin.element, map._latLngToNewLayerPoint(L.latLng(pin.lat, pin.lon), zoom, center).round()));
  const all = () => shown.forEach(set);

  function moved(pin, point, { done }) {
    Object.assign(pin, onGlobe(point.lat, point.lng));
    set(pin);
    onMove?.(pin.id, { lat: pin.lat, lon: pin.lon }, { done });
  }

  function drag(pin, down) {
    if (down.button || pin.fixed) return;
    down.preventDefault();
    pin.element.focus();
    pin.element.setPointerCapture(down.pointerId);
    const from = map.latLngToContainerPoint([pin.lat, pin.lon]);
    let went = false;
    const point = (event) => map.containerPointToLatLng(from.add([event.clientX - down.clientX, event.clientY - down.clientY]));
    const move = (event) => {
      went ||= Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) > 3;
      if (went) moved(pin, point(event), { done: false });
    };
    const end = (event) => {
      for (const type of ["pointermove", "pointerup", "pointercancel"]) pin.element.removeEventListener(type, heard);
      if (went && event.type === "pointerup") moved(pin, point(event), { done: true });
      else if (went) moved(pin, map.containerPointToLatLng(from), { done: true });
    };
    const heard = (event) => (event.type === "pointermove" ? move : end)(event);
    for (const type of ["pointermove", "pointerup", "pointercancel"]) pin.element.addEventListener(type, heard);
  }

  function key(pin, event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = STEPS[event.key];
    if (step && !pin.fixed) {
      const far = event.shiftKey ? FINE : STEP;
      const at = map.latLngToContainerPoint([pin.lat, pin.lon]).add([step[0] * far, step[1] * far]);
      moved(pin, map.containerPointToLatLng(at), { done: true });
      map.panInside([pin.lat, pin.lon], { padding: [MARGIN, MARGIN], animate: false });
    } else if (event.key === "+" || event.key === "=") map.setZoomAround([pin.lat, pin.lon], map.getZoom() + 1);
    else if (event.key === "-") map.setZoomAround([pin.lat, pin.lon], map.getZoom() - 1);
    else if (event.key === "Delete" && onRemove) onRemove(pin.id);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  function made(pin) {
    const element = el("button", { type: "button", class: "chart-pin" }, el("i", { "aria-hidden": "true" }));
    const kept = { ...pin, element };
    element.addEventListener("pointerdown", (event) => drag(kept, event));
    element.addEventListener("keydown", (event) => key(kept, event));
    L.DomEvent.disableClickPropagation(element);
    pane.append(element);
    return kept;
  }

  function dress(pin) {
    const place = t("chart.point-at", { label: pin.label, lat: pin.lat.toFixed(4), lon: pin.lon.toFixed(4) });
    pin.element.setAttribute("aria-label", pin.fixed ? place : t("chart.move-by-keys", { place }));
    pin.element.title = pin.label;
    pin.element.firstChild.textContent = pin.letter ?? "";
    pin.element.toggleAttribute("data-fixed", Boolean(pin.fixed));
  }

  map.on("zoom viewreset", all);
  map.on("zoomanim", animate);
  return {
    show(pins) {
      const now = new Set();
      for (const pin of pins.filter(hasPoint)) {
        const kept = shown.get(pin.id) ?? made(pin);
        Object.assign(kept, { letter: undefined, fixed: false }, pin);
        shown.set(pin.id, kept);
        now.add(pin.id);
        dress(kept);
        set(kept);
      }
      for (const [id, { element }] of [...shown]) {
        if (now.has(id)) continue;
        element.remove();
        shown.delete(id);
      }
    },
    /** Give the keyboard to a pin. */
    focus: (id) => shown.get(id)?.element.focus({ preventScroll: true }),
    destroy() {
      map.off("zoom viewreset", all);
      map.off("zoomanim", animate);
      pane.remove();
    },
  };
}
