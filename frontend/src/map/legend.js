// Explains the signs the plate shows at the moment, and only those.

import { el, fill } from "../dom.js";
import { ENTRIES, HIGH, picture, sideEntries } from "./legend-signs.js";

const NARROW = 480;
const LOW = 260;
const SHARE = 0.38;

/** Return {element, show(plate), refresh()}; `show` says whether it had to change. */
export function createLegend({ t }) {
  const list = el("ul", { class: "map-legend-list" });
  const toggle = el("button", { type: "button", class: "map-legend-toggle", "aria-expanded": "true" }, t("map.legend"));
  const more = el("button", { type: "button", class: "map-legend-more" }, t("map.legend-more"));
  const element = el("div", { class: "map-legend", role: "group", "aria-label": t("map.legend") }, toggle, list, more);
  let shown = null;
  let open = null;
  let plate = null;

  function fold() {
    element.classList.toggle("folded", !open);
    toggle.setAttribute("aria-expanded", String(open));
  }
  toggle.addEventListener("click", () => {
    open = !open;
    fold();
  });
  more.addEventListener("click", () => document.dispatchEvent(new CustomEvent("marchlines:legend")));

  function show(next) {
    plate = next;
    if (open === null) {
      open = plate.view.width >= NARROW && plate.view.height >= LOW;
      fold();
    }
    const sides = sideEntries(plate);
    // A low pane keeps its ground: the rest is in "how to read this plate".
    const room = Math.max(2, Math.floor((plate.view.height * SHARE - 52) / HIGH) - sides.length);
    const entries = [...sides, ...(plate.second?.legend ?? []), ...ENTRIES.filter((entry) => entry.due(plate)).slice(0, room)];
    const told = `${entries.map(({ key }) => key).join(" ")} ${plate.symbols ? "s" : ""} ${plate.ink.paper}`;
    if (told === shown) return false;
    shown = told;
    fill(list, entries.map((entry) => el("li", {}, picture(entry, plate.ink, plate.symbols), el("span", {}, entry.label ?? t(`map.legend.${entry.key}`)))));
    element.hidden = entries.length === 0;
    return true;
  }

  return {
    element,
    show,
    refresh() {
      shown = null;
      if (plate) show(plate);
    },
  };
}
