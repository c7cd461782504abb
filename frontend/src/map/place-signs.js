// Decides which places the plate shows at a view, and what stands too close to be told apart.

import { gathered } from "./density.js";
import { lineage } from "./sheet.js";
import { toWorld } from "./mercator.js";
import { dotRadius, growthRadius, isArea } from "./signs.js";

const DETAIL_FROM = 10;
const WEIGHT = { capital: 60, city: 30, port: 20, town: 18, village: 8 };
const TOGETHER = 13;
const SAME_SPOT = 5;
const CROWD = 3;
const VAGUEST_KM = 200;

/** Return the zoom from which a place is drawn: earlier where something happened or passed. */
export function shownFrom(place, { events, touched, namesFrom }) {
  const usual = namesFrom[place.kind] ?? DETAIL_FROM;
  // A whole country is no spot on a map: its events are in the list and the panel.
  if (isArea(place.kind)) return events && (place.uncertainty_km ?? 0) <= VAGUEST_KM ? 0 : Infinity;
  if (events || touched) return place.kind === "village" ? 5.5 : Math.min(usual, place.kind in namesFrom ? 4 : 8.5);
  return usual;
}

const weightOf = (place, events, touched) => (WEIGHT[place.kind] ?? 5) + Math.min(30, events * 4) + (touched ? 10 : 0);

function candidates(data, sheet, view, chosen, namesFrom) {
  const found = [];
  for (const place of data.places) {
    if (place.lat === null || place.lon === null) continue;
    const events = sheet.spots.get(place.id)?.events ?? [];
    const touched = sheet.touched.has(place.id);
    const selected = chosen === place.id;
    if (!selected && view.zoom < shownFrom(place, { events: events.length, touched, namesFrom })) {
      if (events.length && !isArea(place.kind)) found.push({ place, events, folded: true, ...spot(place, view) });
      continue;
    }
    found.push({ place, events, touched, selected, ...spot(place, view) });
  }
  for (const { key, place, x, y, events } of sheet.spots.values()) {
    if (!place) found.push({ key, place: null, events, ...at(view, x, y) });
  }
  return found;
}

const at = (view, x, y) => ({ x: x * view.scale - view.left, y: y * view.scale - view.top });
const points = new WeakMap();

function spot(place, view) {
  if (!points.has(place)) points.set(place, toWorld(place.lat, place.lon));
  return at(view, ...points.get(place));
}

const away = (one, other) => Math.hypot(one.x - other.x, one.y - other.y);

/**
 * Return the signs of a view: {id, place, x, y, radius, events, growth, weight, count, members}.
 *
 * `namesFrom` is the least zoom at which a kind of place is drawn though nothing happened there.
 * A place too small for the zoom hands its events to the place it lies in. Of places that only
 * happen to stand close, two are drawn; three and more with events become a `cluster`.
 */
export function placeSigns(data, sheet, view, ink, { chosen = null, namesFrom }) {
  const margin = 60;
  const near = ({ x, y }) => x > -margin && y > -margin && x < view.width + margin && y < view.height + margin;
  const found = candidates(data, sheet, view, chosen, namesFrom).filter(near);
  const weigh = (one) => (one.place ? weightOf(one.place, one.events.length, one.touched) + (one.selected ? 200 : 0) : 6) - (one.folded ? 100 : 0);
  const ranked = found.map((one) => ({ ...one, weight: weigh(one) })).sort((one, other) => other.weight - one.weight);
  const signs = [];
  const byPlace = new Map();
  for (const one of ranked) {
    const home = one.place && lineage(one.place, data.index.place).slice(1).map((id) => byPlace.get(id)).find(Boolean);
    if (home && (one.folded || away(one, home) < TOGETHER * ink.unit)) {
      join(home, { ...one, inside: true });
      continue;
    }
    const crowd = signs.find((sign) => away(one, sign) < TOGETHER * ink.unit);
    if (crowd && view.zoom < DETAIL_FROM && !one.selected) {
      if (!one.events.length && !one.touched) continue;
      if (one.events.length && (one.folded || away(one, crowd) < SAME_SPOT * ink.unit || crowd.near.length >= CROWD - 1)) {
        join(crowd, one);
        continue;
      }
      crowd.near.push(one);
    } else if (one.folded) continue;
    const sign = { ...one, id: one.place?.id ?? one.key, near: [], members: one.events.length ? [one] : [], events: [...one.events] };
    signs.push(sign);
    if (one.place) byPlace.set(one.place.id, sign);
  }
  return gathered(signs, view, ink.unit).map((sign) => measured(sign, ink));
}

function join(sign, one) {
  sign.events.push(...one.events);
  if (one.events.length) sign.members.push(one);
  // What lies in a place is no crowd there, however much of it there is.
  if (one.events.length && !one.inside) sign.strangers = (sign.strangers ?? 0) + 1;
  sign.selected = sign.selected || one.selected;
}

function measured(sign, ink) {
  const dot = sign.place ? dotRadius(sign.place.kind, ink) : 3.4 * ink.unit;
  const count = sign.events.length;
  const cluster = Boolean(sign.cluster) || (sign.strangers ?? 0) >= CROWD - 1;
  const growth = cluster ? 0 : Math.min(18 * ink.unit, growthRadius(count, dot, ink));
  const radius = cluster ? (8 + Math.min(6, Math.sqrt(count))) * ink.unit : Math.max(dot, growth);
  return { ...sign, dot, count, cluster, growth, radius };
}
