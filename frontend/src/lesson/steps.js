// Reckons with the steps of a lesson: which is meant, which a key leads to, and whether its view is the one shown; pure.

import { stateOfAddress } from "../address.js";

const KEYS = { PageUp: -1, PageDown: 1, ArrowLeft: -1, ArrowRight: 1 };
// How the reader looks, not what the step shows: it goes along from step to step.
const CARRIED = ["theme", "ruler"];
// Within so many pixels, and so much zoom, the map shows what it was sent to.
const [NEAR_PX, NEAR_ZOOM] = [24, 0.26];
const DEGREES_A_PIXEL = 360 / 256;

/** Return the number of the step that a text names among `count`, or null. */
export function stepNumber(text, count) {
  const number = /^\d{1,4}$/.test(text ?? "") ? Number(text) : 0;
  return number >= 1 && number <= count ? number : null;
}

/** Return the step that a key leads to from `step` of `count`, or null for a key that leads to none. */
export function stepAfterKey(key, step, count, { rightToLeft = false } = {}) {
  let next = null;
  if (key === "Home") next = 1;
  else if (key === "End") next = count;
  else if (Object.hasOwn(KEYS, key)) next = step + (rightToLeft && key.startsWith("Arrow") ? -KEYS[key] : KEYS[key]);
  return next === null ? null : Math.min(count, Math.max(1, next));
}

const written = (query) => query.toString().replaceAll("%2C", ",").replaceAll("%3A", ":");

/**
 * Return the query string (without "?") of a step; `present` is the one the page has now, `left` the state of the step
 * that it shows: what the reader chose beside that goes along.
 */
export function queryOfStep({ slug, number, state }, present = "", left = "") {
  const query = new URLSearchParams(state);
  const [now, before] = [new URLSearchParams(present), new URLSearchParams(left)];
  for (const key of CARRIED) {
    if (now.has(key) && !query.has(key) && now.get(key) !== before.get(key)) query.append(key, now.get(key));
  }
  query.set("lesson", slug);
  query.set("step", number);
  return written(query);
}

/** Return the query string without the lesson: the same view, left to the reader. */
export function queryWithout(present) {
  const query = new URLSearchParams(present);
  query.delete("lesson");
  query.delete("step");
  return written(query);
}

/** Whether an address names a lesson and nothing else that says what is to be seen. */
export function isBare(present) {
  const ways = ["lesson", "step", "lang", ...CARRIED];
  return [...new URLSearchParams(present)].every(([key, value]) => !value || ways.includes(key));
}

/** Return the state of the page in which a step's view is shown. */
export const viewOfStep = ({ state }, opening, data) => stateOfAddress(`?${state}`, opening, data).state;

function sameMap(one, other) {
  if (!one || !other) return one === other;
  const near = (NEAR_PX * DEGREES_A_PIXEL) / 2 ** other.zoom;
  return Math.abs(one.zoom - other.zoom) <= NEAR_ZOOM && Math.abs(one.lat - other.lat) <= near && Math.abs(one.lon - other.lon) <= near;
}

const spelled = ({ window: { from, to }, cursor, selection, lanes, filters }) =>
  JSON.stringify([Math.floor(from), Math.floor(to), Math.floor(cursor), selection?.kind, selection?.slug, lanes, Object.entries(filters).sort()]);

/** Whether two states show the same: days, cursor, what is chosen, filters and part of the map. */
export const sameView = (one, other) => sameMap(one.map, other.map) && spelled(one) === spelled(other);
