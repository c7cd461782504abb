// Turns the legs of movements into lines of the world that arrows are drawn along.

import { bowed, curve } from "./curve.js";
import { toWorld } from "./mercator.js";
import { lengths } from "./polyline.js";

const MADE = "happened";
const known = new WeakMap();

/** Whether a place is known and has a point. */
export const placed = (place) => Boolean(place) && place.lat !== null && place.lon !== null;

/** Return the stops of a leg that have a point, in order, as places. */
export function stopsOf(leg, places) {
  return [leg.from, ...(leg.via ?? []), leg.to].map((id) => places.get(id)).filter(placed);
}

/**
 * Return the route of a leg, or null where it has no point at all.
 *
 * `line` is in parts of the world and `along` its running length. A leg with one stated end has
 * a `line` of that one point: the drawing lets it fade in or out (`openStart`, `openEnd`).
 */
export function routeOf(leg, places) {
  if (known.has(leg)) return known.get(leg);
  const stops = stopsOf(leg, places);
  const route = stops.length ? shaped(leg, stops, places) : null;
  known.set(leg, route);
  return route;
}

function shaped(leg, stops, places) {
  const points = stops.map((place) => [place.lat, place.lon]);
  const differ = points.some(([lat, lon]) => lat !== points[0][0] || lon !== points[0][1]);
  const degrees = !differ ? points.slice(0, 1) : points.length === 2 && leg.inferred ? bowed(points) : curve(points);
  const line = degrees.map(([lat, lon]) => toWorld(lat, lon));
  return {
    leg,
    stops,
    line,
    along: lengths(line),
    openStart: !placed(places.get(leg.from)),
    openEnd: !placed(places.get(leg.to)),
    made: leg.status === MADE,
  };
}

/** Return the routes of a movement in order of its legs, each with its movement and its side. */
export function routesOf(movement, places) {
  return movement.legs
    .map((leg) => routeOf(leg, places))
    .filter(Boolean)
    .map((route) => ({ ...route, movement, side: sideOn(movement, route.leg), made: route.made && movement.status === MADE }));
}

/** Whether a mover is with a movement on a leg. */
export function marches(mover, leg) {
  return (mover.from_leg ?? -Infinity) <= leg.order && (mover.to_leg ?? Infinity) >= leg.order;
}

function sideOn(movement, leg) {
  const mover = movement.movers.find((one) => one.side && marches(one, leg));
  return mover?.side ?? movement.sides[0] ?? null;
}

const STRETCH = (one, other) => (one < other ? `${one}|${other}` : `${other}|${one}`);

/**
 * Return route → slot for routes that share a stretch, so that drawn side by side both are seen.
 *
 * Slots are steps to the right of travel: with two routes -0.5 and 0.5. Opposite directions
 * count as the same stretch, and their slots are turned round.
 */
export function slotsOf(routes) {
  const sharing = new Map();
  for (const route of routes) {
    const ids = route.stops.map((place) => place.id);
    ids.slice(1).forEach((id, i) => {
      const key = STRETCH(ids[i], id);
      if (!sharing.has(key)) sharing.set(key, []);
      sharing.get(key).push({ route, forth: ids[i] < id });
    });
  }
  const slots = new Map();
  for (const group of sharing.values()) {
    if (group.length < 2) continue;
    group.forEach(({ route, forth }, i) => {
      if (!slots.has(route)) slots.set(route, (i - (group.length - 1) / 2) * (forth ? 1 : -1));
    });
  }
  return slots;
}

/** Return the width in pixels of an arrow: by the square root of the strength, else the least its structure carries. */
export function widthOf(strength, pattern, { few, many, most }) {
  const LEAST = { solid: 4, sleepered: 4.4, double: 5, beaded: 5, barbed: 4.4 };
  const men = strength?.high ?? strength?.low ?? null;
  if (men === null) return LEAST[pattern] ?? 4;
  const part = (Math.sqrt(men) - Math.sqrt(few)) / (Math.sqrt(many) - Math.sqrt(few));
  return 5 + (most - 5) * Math.max(0, Math.min(1, part));
}
