// Lays on a view what belongs to one day: how far each march has come, where forces stand, what happens.

import { lengths, pointAlong } from "./polyline.js";
import { positionsOn, progressOn } from "./positions.js";
import { eventBounds, possiblyTouches, certainlyTouches } from "../spans.js";
import { toWorld, worldPerKm } from "./mercator.js";
import { oneLine } from "./sprites.js";

const CROWDED = 16;

/** Return the letter of a token: the force's own, else the first of its name. */
export function letterOf(mover) {
  const [first = ""] = [...oneLine(mover.letter || mover.name)];
  return first.toLocaleUpperCase();
}

/** Return way → {passed, open} on a day. */
export function progressOfWays(sheet, ways, day) {
  return new Map(ways.map((way) => [way, progressOn(way.route.movement, way.route.leg, day, sheet.spans.get(way.route.movement))]));
}

const SURENESS = { trace: 0, stretch: 1, point: 2 };
const sureness = ({ kind, certainty, movement }) => SURENESS[kind] * 100 + (certainty === "certainly" ? 50 : 0) + movement.importance;

/** Return positions with each mover once: a force told of in two marches stands where it is told of most surely. */
export function onceEach(positions) {
  const best = new Map();
  for (const position of positions) {
    const { mover, movement } = position;
    const who = mover.id ? `${mover.type}:${mover.id}` : `${movement.id}:${position.number}`;
    if (!best.has(who) || sureness(position) > sureness(best.get(who))) best.set(who, position);
  }
  return [...best.values()];
}

/** Return the tokens of a day on a view, those that would cover one another set one under the other; sizes from the elements' options. */
export function tokensOn(data, sheet, ways, view, ink, day, { tokens: { size }, uncertainty }) {
  const least = uncertainty?.least_pixels ?? Infinity;
  const byLeg = new Map(ways.map((way) => [way.route.leg, way]));
  const tokens = onceEach(positionsOn(data, day, sheet.movements)).map((position) => {
    const way = byLeg.get(position.leg);
    const [wx, wy] = toWorld(position.lat, position.lon);
    let point = { x: wx * view.scale - view.left, y: wy * view.scale - view.top };
    // On its own drawn line, which may run beside another or bend where the way is not stated.
    if (way && way.arrow.line.length > 1 && position.fraction > 0 && position.fraction < 1) {
      point = pointAlong(way.arrow.line, lengths(way.arrow.line), way.arrow.total * position.fraction);
    }
    const doubt = (position.uncertainty_km ?? 0) * worldPerKm(wy) * view.scale;
    const side = ink.sideOf(position.mover.side ?? position.movement.sides[0]);
    return {
      ...position,
      id: `${position.movement.id}:${position.number}`,
      x: point.x,
      y: point.y,
      // Where it truly stands, before it makes room for another.
      spot: point,
      side,
      radius: (size / 2) * ink.unit,
      letter: letterOf(position.mover),
      hollow: position.certainty === "possibly",
      strength: position.kind === "trace" ? Math.max(0.15, 1 - position.faded) : 1,
      doubt: doubt >= least ? doubt : 0,
    };
  });
  const near = ({ x, y }) => x > -20 && y > -20 && x < view.width + 20 && y < view.height + 20;
  return stacked(tokens.filter(near), ink.unit);
}

/** Set tokens that stand within 16 px of another one under the other; the most important keeps its point. */
export function stacked(tokens, unit) {
  const order = [...tokens].sort((one, other) => other.movement.importance - one.movement.importance || (one.id < other.id ? -1 : 1));
  const set = [];
  for (const token of order) {
    let { y } = token;
    let moved = true;
    while (moved) {
      moved = false;
      for (const other of set) {
        if (Math.hypot(token.x - other.x, y - other.y) < CROWDED * unit - 0.01) {
          y = other.y + Math.sqrt(Math.max(0, (CROWDED * unit) ** 2 - (token.x - other.x) ** 2));
          moved = true;
        }
      }
    }
    set.push({ ...token, y });
  }
  return set;
}

/**
 * Return the events of a day beside their places: one mark a sign, the most important first.
 *
 * Certain where every reading of the date holds the day. `copies` are the days on which dissenting
 * claims put an event: hollow, with their own date.
 */
export function eventsOn(signs, day) {
  const from = Math.floor(day);
  return signs.flatMap((sign) => {
    if (!sign.events.length || sign.cluster) return [];
    const now = sign.events.filter((event) => possiblyTouches(eventBounds(event), from, from) && Boolean(event.when4.some(Number.isFinite)));
    if (!now.length) return [];
    const [event] = now.sort((one, other) => other.importance - one.importance || one.order - other.order);
    const sure = certainlyTouches(eventBounds(event), from, from) && !dissents(event, from);
    return [{ event, sign, count: now.length, possibly: !sure, dissent: dissents(event, from) }];
  });
}

/** Return the tick of a disputed date that alone puts an event on a day, or null where the accepted reading does. */
export function dissents(event, day) {
  if (!event.disputed) return null;
  const here = (event.ticks ?? []).filter(([earliest, latest]) => earliest <= day && latest >= day);
  return here.some(([, , , accepted]) => accepted) ? null : (here[0] ?? null);
}

/** Return the other points that claims give disputed events: ghosts, {event, sources, x, y} in pixels. */
export function ghostsOf(sheet, view) {
  return sheet.events.flatMap((event) =>
    (event.disputed ? (event.ghosts ?? []) : []).map(([lat, lon], number) => {
      const [x, y] = toWorld(lat, lon);
      return { id: `ghost:${event.id}:${number}`, event, sources: event.ghosts_by?.[number] ?? [], x: x * view.scale - view.left, y: y * view.scale - view.top };
    }),
  );
}
