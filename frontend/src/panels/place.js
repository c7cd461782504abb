// Puts together the panel of a place: its names, how sure its point is, what happened there.

import { el } from "../dom.js";
import { placesInside } from "../selectors.js";
import { changed } from "../filter-state.js";
import { panelHead, recordLink } from "./head.js";
import { eventList, inOrder } from "./event-list.js";
import { persian, variants } from "./names.js";

const CLOSE = 9;
const SIGNS = {
  capital: "p-capital", village: "p-village", port: "p-port", gate: "p-gate", mosque: "p-mosque", shrine: "p-mosque",
  legation: "p-legation", consulate: "p-legation", region: "p-area", province: "p-area", country: "p-area", desert: "p-area", sea: "p-area",
};

/** Return the panel of a place's body as the API gives it. */
export function placePanel(body, selection, shell) {
  const { data, store, t, wording } = shell;
  const inside = placesInside(data, [body.id]);
  const events = inOrder(data.events.filter((event) => inside.has(event.place)));
  const parent = body.parent?.id ?? body.parent;
  const placed = Number.isFinite(body.lat);
  const within = Number.isFinite(body.uncertainty_km) && t("panel.within", { km: wording.figures(String(body.uncertainty_km)) });
  const basis = body.geocoding?.basis ?? body.basis;
  return el("article", { class: "record-panel" },
    panelHead(shell, selection, {
      sign: placed ? SIGNS[body.kind] ?? "p-city" : "p-unplaced",
      line: [el("span", { class: "kind" }, t(`place-kind.${body.kind}`)), parent && [" · ", recordLink(shell, "place", parent, data.index.place.get(parent)?.name ?? parent)]],
      title: body.name,
      titleFa: persian(body),
    }),
    el("p", { class: "summary" }, placed ? [within, basis && [within ? ". " : "", basis]] : t("panel.no-point")),
    el("p", { class: "ways-out" },
      placed && el("button", { class: "button", type: "button", on: { click: () => store.set({ map: { lat: body.lat, lon: body.lon, zoom: CLOSE } }, { source: "panel" }) } }, t("panel.show-here")),
      events.length > 0 && onlyThese(shell, "place", body.id)),
    variants(body, shell),
    eventList(t("panel.events-here", { count: events.length }), events, shell));
}

/** Return the button that filters the atlas down to one record's events. */
export function onlyThese({ store, t }, name, id) {
  const narrow = () => store.set({ filters: changed(store.get().filters, name, [id]) }, { source: "panel" });
  return el("button", { class: "button", type: "button", on: { click: narrow } }, t("panel.only-these"));
}

