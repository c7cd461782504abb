// Sets what stands on the map but not on the ground: legend, scale bar, zoom buttons and credit.

import { createLegend } from "./legend.js";
import { createScaleBar } from "./scale-bar.js";
import { zoomButtons } from "./zoom-buttons.js";
import { el } from "../dom.js";

/**
 * Furnish a map; returns {show(plate), scale(view), boxes(), refresh(), destroy()}.
 *
 * `boxes` are pixels of the container that words on the plate must keep off.
 */
export function createFurniture(leafletMap, { t, config, credit, figures }) {
  const container = leafletMap.getContainer();
  const legend = createLegend({ t });
  const scale = createScaleBar({ t, figures });
  const zoom = zoomButtons(leafletMap, t);
  const foot = el("div", { class: "map-foot" }, legend.element, scale.element);
  const note = el("p", { class: "map-credit" }, credit);
  const pieces = [foot, zoom, note];
  for (const piece of pieces) {
    // The map is never mirrored; what stands on it follows the page's direction.
    piece.dir = config.direction ?? "ltr";
    container.append(piece);
    window.L.DomEvent.disableClickPropagation(piece);
    window.L.DomEvent.disableScrollPropagation(piece);
  }

  // Measuring makes the browser lay out the page: only when something has changed.
  let measured = null;
  const changed = new ResizeObserver(() => {
    measured = null;
  });
  for (const piece of [container, legend.element, scale.element]) changed.observe(piece);

  function boxes() {
    if (measured) return measured;
    const own = container.getBoundingClientRect();
    measured = [legend.element, scale.element, zoom, note].map((piece) => {
      const { left, top, width, height } = piece.getBoundingClientRect();
      return { x: left - own.left - 3, y: top - own.top - 3, width: width + 6, height: height + 6 };
    });
    return measured;
  }

  return {
    boxes,
    show(plate) {
      if (legend.show(plate)) measured = null;
    },
    scale: scale.show,
    refresh() {
      measured = null;
      legend.refresh();
    },
    destroy() {
      changed.disconnect();
      pieces.forEach((piece) => piece.remove());
    },
  };
}
