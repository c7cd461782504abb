// The buttons with which a map is brought nearer, taken further away, or shown whole.

import { el } from "../dom.js";

/** Return the group of buttons of a Leaflet map; the third fires marchlines:whole on it. */
export function zoomButtons(leafletMap, t) {
  const button = (label, sign, change) =>
    el("button", { type: "button", class: "map-zoom-button", "aria-label": label, title: label, on: { click: change } }, sign);
  const closer = button(t("map.zoom-in"), "+", () => leafletMap.zoomIn());
  const further = button(t("map.zoom-out"), "−", () => leafletMap.zoomOut());
  const whole = button(t("map.zoom-whole"), "", () => leafletMap.fire("marchlines:whole"));
  const element = el("div", { class: "map-zoom", role: "group", "aria-label": t("map.zoom") }, closer, further, whole);
  const bounded = () => {
    closer.disabled = leafletMap.getZoom() >= leafletMap.getMaxZoom();
    further.disabled = leafletMap.getZoom() <= leafletMap.getMinZoom();
  };
  leafletMap.on("zoomend", bounded);
  bounded();
  whole.append(el("i", { class: "map-zoom-whole", "aria-hidden": "true" }));
  return element;
}
