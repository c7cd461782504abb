// Lists in words what is on the plate, for readers who can't see it: each entry can be focused and chosen.

import { el, fill } from "../dom.js";

const MOST = 60;

/** Return the entries of a plate: {target, words, x, y, radius}, forces first, then places with what happened there, then where other sources put it. */
export function entriesOf(plate, { t, language }) {
  const forces = plate.tokens.map((token) => ({
    target: { kind: "movement", slug: token.movement.id },
    words: t(token.hollow ? "map.force-possibly" : "map.force", { force: token.mover.name, place: nearest(plate, token, language) }),
    x: token.x,
    y: token.y,
    radius: token.radius,
  }));
  const places = plate.signs
    .filter((sign) => sign.place && sign.count)
    .map((sign) => ({
      target: { kind: "place", slug: sign.place.id },
      words: t("map.events-at", { place: named(sign.place, language), count: sign.count }),
      x: sign.x,
      y: sign.y,
      radius: sign.radius,
    }));
  const elsewhere = plate.ghosts.map(({ target, event, text, x, y, radius }) => ({
    target, words: t("map.ghost", { title: event.title, condition: text }), x, y, radius,
  }));
  const inView = ({ x, y }) => x >= 0 && y >= 0 && x <= plate.view.width && y <= plate.view.height;
  return [...forces, ...places, ...elsewhere, ...(plate.second?.entries ?? [])].filter(inView).slice(0, MOST);
}

const named = (place, language) => (language === "fa" && place.fa) || place.name;

function nearest({ signs }, { x, y }, language) {
  let best = null;
  for (const sign of signs) {
    const away = Math.hypot(sign.x - x, sign.y - y);
    if (sign.place && (!best || away < best.away)) best = { away, sign };
  }
  return best ? named(best.sign.place, language) : "";
}

/** Keep the list beside a map; returns {show(plate), destroy()}. */
export function createListing(leafletMap, { store, t, language }) {
  const container = leafletMap.getContainer();
  const list = el("ul", { class: "map-list", "aria-label": t("map.list") });
  const mark = el("div", { class: "map-focus", "aria-hidden": "true", hidden: true });
  container.after(list);
  container.append(mark);
  let told = "";
  let entries = [];

  function point(entry) {
    mark.hidden = !entry;
    if (!entry) return;
    Object.assign(mark.style, { left: `${entry.x}px`, top: `${entry.y}px`, width: `${entry.radius * 2 + 8}px`, height: `${entry.radius * 2 + 8}px` });
    store.set({ hover: entry.target }, { source: "map" });
  }

  const entryOf = (event) => entries[Number(event.target.closest("button")?.dataset.entry ?? -1)];
  list.addEventListener("click", (event) => {
    const entry = entryOf(event);
    if (entry) store.set({ selection: entry.target }, { source: "map" });
  });
  list.addEventListener("focusin", (event) => point(entryOf(event)));
  list.addEventListener("focusout", () => {
    point(null);
    store.set({ hover: null }, { source: "map" });
  });
  leafletMap.on("movestart zoomstart", () => point(null));

  return {
    show(plate) {
      entries = entriesOf(plate, { t, language });
      const now = entries.map(({ words }) => words).join("\n");
      // A list that changes under the reader's finger loses its place: only when it says something else.
      if (now === told) return;
      told = now;
      const focused = list.contains(document.activeElement) ? document.activeElement.dataset.entry : null;
      fill(list, entries.map(({ words }, entry) => el("li", {}, el("button", { type: "button", data: { entry } }, words))));
      if (focused !== null) list.querySelector(`[data-entry="${Math.min(Number(focused), entries.length - 1)}"]`)?.focus();
    },
    destroy() {
      list.remove();
      mark.remove();
    },
  };
}
