// Gathers what the plate has to show for a state: what happened where in the window, and which marches.

import { eventsInWindow, movementsInWindow } from "../selectors.js";
import { routesOf, slotsOf } from "./routes.js";
import { toWorld } from "./mercator.js";

const placed = (thing) => Boolean(thing) && thing.lat !== null && thing.lat !== undefined && thing.lon !== null;

/** Return the ids of a place and of everything it lies in, nearest first; a circle of parents ends it. */
export function lineage(place, places) {
  const ids = [];
  for (let one = place; one && !ids.includes(one.id); one = places.get(one.parent)) ids.push(one.id);
  return ids;
}

// The selected thing is on the plate even when the window or a filter leaves it out.
function withSelected(shown, selection, kind, index) {
  if (selection?.kind !== kind || shown.some((one) => one.id === selection.slug)) return shown;
  const selected = index.get(selection.slug);
  return selected ? [...shown, selected] : shown;
}

/**
 * Return {events, movements, routes, slots, spots, touched}.
 *
 * `spots` maps a key (a place's id, or `event:<id>` where only a point is known) to {key, place, x,
 * y, events}, x and y in parts of the world; `touched` holds the ids of places on shown routes.
 */
export function sheetOf(data, state) {
  const { place: places, event, movement } = data.index;
  const events = withSelected(eventsInWindow(data, state), state.selection, "event", event);
  const movements = withSelected(movementsInWindow(data, state), state.selection, "movement", movement);
  const routes = movements.flatMap((one) => routesOf(one, places));
  return {
    events,
    movements,
    routes,
    slots: slotsOf(routes),
    spots: spotsOf(events, places),
    touched: new Set(routes.flatMap((route) => route.stops.map((place) => place.id))),
  };
}

function spotsOf(events, places) {
  const spots = new Map();
  for (const event of events) {
    const place = places.get(event.place);
    const point = placed(place) ? place : event;
    if (!placed(point)) continue;
    const key = placed(place) ? place.id : `event:${event.id}`;
    if (!spots.has(key)) {
      const [x, y] = toWorld(point.lat, point.lon);
      spots.set(key, { key, place: placed(place) ? place : null, x, y, events: [] });
    }
    spots.get(key).events.push(event);
  }
  return spots;
}

/** Whether two states have the same sheet: nothing it is made of has changed. */
export function sameSheet(state, previous) {
  const parts = ["filters", "selection"];
  return (
    parts.every((part) => state[part] === previous[part]) &&
    Math.floor(state.window.from) === Math.floor(previous.window.from) &&
    Math.ceil(state.window.to) === Math.ceil(previous.window.to)
  );
}
