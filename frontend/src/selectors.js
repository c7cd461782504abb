// Pure questions to the atlas and the state: which events and movements are shown.

import { words } from "./folding.js";
import { boundsOf, certainlyTouches, eventBounds, possiblyTouches } from "./spans.js";

const EARTH_RADIUS_KM = 6371.0088;
const radians = (degrees) => (degrees * Math.PI) / 180;

/** Return kilometres between two points in degrees, on a sphere (haversine). */
export function distanceKm(lat, lon, otherLat, otherLon) {
  const across = Math.sin(radians(otherLat - lat) / 2) ** 2;
  const along = Math.sin(radians(otherLon - lon) / 2) ** 2;
  const half = across + Math.cos(radians(lat)) * Math.cos(radians(otherLat)) * along;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(half)));
}

const among = (chosen, values) => !chosen.length || chosen.some((one) => values.includes(one));

const TESTS = {
  side: (event, filters) => among(filters.side, event.sides),
  kind: (event, filters) => among(filters.kind, [event.kind]),
  theatre: (event, filters) => among(filters.theatre, [event.theatre]),
  force: (event, filters) => among(filters.force, event.forces),
  person: (event, filters) => among(filters.person, event.people),
  place: (event, filters, inside) => !filters.place.length || inside.has(event.place),
  source: (event, filters) => among(filters.source, event.sources),
  status: (event, filters) => among(filters.status, [event.status]),
  disputed: (event, filters) => filters.disputed === null || event.disputed === filters.disputed,
  q: (event, filters, inside, asked) => asked.every((word) => event.search.includes(word)),
  bbox: ({ lat, lon }, { bbox }) =>
    !bbox || (lat !== null && lon >= bbox[0] && lat >= bbox[1] && lon <= bbox[2] && lat <= bbox[3]),
  near: ({ lat, lon }, { near, radius_km }) =>
    !near || (lat !== null && distanceKm(lat, lon, near[0], near[1]) <= (radius_km ?? 50)),
};

// Whether a filter asks for anything: a thousand events are asked only what may leave one out.
const asks = (name, filters) => {
  const value = filters[name];
  if (name === "disputed" || name === "bbox" || name === "near") return value !== null && value !== undefined;
  return Boolean(value?.length);
};

/** Return the ids of the chosen places and of everything that lies in them. */
export function placesInside(data, chosen) {
  const inside = new Set(chosen);
  if (!chosen.length) return inside;
  let grew = true;
  while (grew) {
    grew = false;
    for (const place of data.places) {
      if (!inside.has(place.id) && inside.has(place.parent)) grew = Boolean(inside.add(place.id));
    }
  }
  return inside;
}

/** Return a test of one event against the filters; `without` leaves one filter out. */
export function filterTest(data, filters, { without = null } = {}) {
  const inside = placesInside(data, filters.place);
  const asked = words(filters.q);
  const tests = Object.entries(TESTS).filter(([name]) => name !== without && asks(name, filters));
  return (event) => tests.every(([, test]) => test(event, filters, inside, asked));
}

let lastAsked = {};

/** Return the events that pass the filters, in any window. */
export function visibleEvents(data, state) {
  const { events: told } = data;
  if (lastAsked.told !== told || lastAsked.filters !== state.filters) {
    lastAsked = { told, filters: state.filters, events: told.filter(filterTest(data, state.filters)) };
  }
  return lastAsked.events;
}

function touchTest({ window, filters }) {
  const touches = filters.certainty === "possibly" ? possiblyTouches : certainlyTouches;
  const from = Math.floor(window.from);
  const to = Math.ceil(window.to);
  return (bounds) => touches(bounds, from, to);
}

/** Return the visible events that certainly (or possibly, by the filter) share a day with the window. */
export function eventsInWindow(data, state) {
  const touches = touchTest(state);
  return visibleEvents(data, state).filter((event) => touches(eventBounds(event)));
}

/** Whether a movement passes those filters that movements have. */
export function movementPasses(movement, filters) {
  const movers = movement.movers ?? [];
  const ids = (type) => movers.filter((mover) => mover.type === type).map((mover) => mover.id);
  return (
    among(filters.side, movement.sides) &&
    among(filters.theatre, [movement.theatre]) &&
    among(filters.force, ids("force")) &&
    among(filters.person, [...ids("person"), ...(movement.people ?? [])]) &&
    among(filters.status, [movement.status]) &&
    (filters.disputed === null || movement.disputed === filters.disputed) &&
    words(filters.q).every((word) => movement.search.includes(word))
  );
}

/** Return the movements passing the filters that share a day with the window. */
export function movementsInWindow(data, state) {
  const touches = touchTest(state);
  return data.movements.filter(
    (movement) =>
      movementPasses(movement, state.filters) && touches(boundsOf(movement.when4, "span")),
  );
}

/** Return the days an event is stepped to: its first possible day, else that of its bracket. */
export function eventDay(event) {
  const bounds = eventBounds(event);
  if (!bounds) return null;
  return [event.when4[0], event.when4[1], event.bracket?.[0], event.bracket?.[1]].find(Number.isFinite) ?? null;
}

const compare = (one, other) => one.day - other.day || one.event.order - other.event.order;

function dated(data, state) {
  return visibleEvents(data, state)
    .map((event) => ({ event, day: eventDay(event) }))
    .filter(({ day }) => day !== null)
    .sort(compare);
}

/** Return the first visible event that begins after the day, or null. */
export function nextEvent(data, state, day) {
  return dated(data, state).find((entry) => entry.day > day)?.event ?? null;
}

/** Return the last visible event that begins before the day, or null. */
export function previousEvent(data, state, day) {
  return dated(data, state).filter((entry) => entry.day < day).pop()?.event ?? null;
}

/** Return {previous, next} of one event in the order of the visible events. */
export function neighboursOf(data, state, event) {
  const order = dated(data, state).map((entry) => entry.event);
  const at = order.findIndex((other) => other.id === event.id);
  if (at >= 0) return { previous: order[at - 1] ?? null, next: order[at + 1] ?? null };
  const day = eventDay(event);
  if (day === null) return { previous: null, next: null };
  return { previous: previousEvent(data, state, day), next: nextEvent(data, state, day) };
}

/** Return up to `count` events nearest to a day: those known to be on it first, the others in the order of their days. */
export function eventsNear(data, state, day, count) {
  return visibleEvents(data, state)
    .map((event) => ({ event, bounds: eventBounds(event) }))
    .filter(({ bounds }) => bounds)
    .map(({ event, bounds }) => ({
      event,
      day: eventDay(event),
      away: Math.max(0, bounds[0] - day, day - bounds[3]),
      width: bounds[3] - bounds[0],
    }))
    .sort((one, other) => one.away - other.away || one.width - other.width || other.event.importance - one.event.importance)
    .slice(0, count)
    .sort((one, other) => known(other) - known(one) || compare(one, other))
    .map(({ event }) => event);
}

const known = ({ away, width }) => Number(away === 0 && width === 0);
