// Gathers what the plate has to show for a state: what happened where in the window, and which marches.

import { eventsInWindow, movementPasses, movementsInWindow } from "../selectors.js";
import { routesOf, slotsOf } from "./routes.js";
import { boundsOf, eventBounds } from "../spans.js";
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
 * Return {events, movements, routes, slots, spots, spans, touched}.
 *
 * `spots` maps a key (a place's id, or `event:<id>` where only a point is known) to {key, place, x,
 * y, events}, x and y in parts of the world; `touched` holds the ids of places on shown routes;
 * `spans` maps a movement to its four day numbers, or to those of the event it belongs to.
 */
export function sheetOf(data, state) {
  const { place: places, event, movement } = data.index;
  const events = withSelected(eventsInWindow(data, state), state.selection, "event", event);
  const dated = movementsInWindow(data, state);
  const movements = withSelected([...dated, ...byTheirEvents(data, state, events)], state.selection, "movement", movement);
  const routes = movements.flatMap((one) => routesOf(one, places)).filter((route) => goesIn(route, state));
  return {
    events,
    movements,
    routes,
    slots: slotsOf(routes),
    spots: spotsOf(events, places),
    spans: new Map(movements.map((one) => [one, spanOf(one, event)])),
    touched: new Set(routes.flatMap((route) => route.stops.map((place) => place.id))),
  };
}

const undated = (movement) => boundsOf(movement.when4, "span") === null;

// A march without a date of its own is shown with the event it belongs to.
function byTheirEvents(data, state, events) {
  const shown = new Set(events.map(({ id }) => id));
  return data.movements.filter((one) => undated(one) && shown.has(one.event) && movementPasses(one, state.filters));
}

// The days of a march: its own, else those of its event, else none.
function spanOf(movement, events) {
  const event = undated(movement) && events.get(movement.event);
  return (event ? eventBounds(event) : movement.when4) ?? movement.when4;
}

// A leg that sets out after the window, or came in before it, is not in it; a chosen march is whole.
function goesIn({ leg, movement }, { window, selection }) {
  if (selection?.kind === "movement" && selection.slug === movement.id) return true;
  const sets = leg.departs?.[0] ?? leg.departs?.[1] ?? null;
  const comes = leg.arrives?.[1] ?? leg.arrives?.[0] ?? null;
  return !(sets !== null && sets > Math.ceil(window.to)) && !(comes !== null && comes < Math.floor(window.from));
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

/**
 * Return [[south, west], [north, east]] of what happens on a sheet inside the bounds of its atlas.
 *
 * A small pane opens on this: the whole country would leave its signs on top of one another.
 */
export function actionBounds(sheet, bounds) {
  const [[south, west], [north, east]] = bounds;
  const ends = sheet.routes.filter(({ made, movement }) => made && movement.importance > 2).flatMap(({ stops }) => stops);
  const scenes = sheet.events.filter(({ importance, place }) => importance > 3 && place);
  const points = [...ends, ...scenes].filter(({ lat, lon }) => lat > south && lat < north && lon > west && lon < east);
  const tight = points.filter(({ uncertainty_km: km }) => (km ?? 0) < 60);
  if (tight.length < 3) return bounds;
  const [lats, lons] = [tight.map(({ lat }) => lat), tight.map(({ lon }) => lon)];
  return [[Math.min(...lats) - 0.4, Math.min(...lons) - 0.7], [Math.max(...lats) + 0.4, Math.max(...lons) + 0.7]];
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
