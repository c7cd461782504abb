// Says where each mover stands on a day: at a point, on a stretch, or nowhere the sources tell.
// The twin of timeline/positions.py; both are held to tests/vectors/positions.json.

import { along, curve, lineKm } from "./curve.js";
import { marches, stopsOf } from "./routes.js";

export const FADE_DAYS = 7;
// How far from an even pace a march may be: a quarter of the way to the nearer stated end.
const UNEVEN = 0.25;
const MADE = "happened";

function closed(days) {
  if (!days || (days[0] === null && days[1] === null)) return null;
  return [days[0] ?? days[1], days[1] ?? days[0]];
}

// What is stated of a mover, in order of its way: `u` is the number of the leg whose start it is.
function statements(movement, mover) {
  if (movement.status !== MADE) return { legs: [], dated: [] };
  const legs = movement.legs.filter((leg) => leg.status === MADE && marches(mover, leg));
  const dated = [];
  legs.forEach((leg, u) => {
    const departs = closed(leg.departs);
    const arrives = closed(leg.arrives);
    if (departs) dated.push({ u, leg, end: 0, earliest: departs[0], latest: departs[1] });
    if (arrives) dated.push({ u: u + 1, leg, end: 1, earliest: arrives[0], latest: arrives[1] });
  });
  return { legs, dated };
}

const at = (leg, fraction, certainty, more = {}) => ({ kind: "point", leg, fraction, certainty, ...more });

function share(day, departs, arrives) {
  if (arrives <= departs) return day >= arrives ? 1 : 0;
  return Math.max(0, Math.min(1, (day - departs) / (arrives - departs)));
}

// On a leg both ends of which are dated: between where it is at the least and at the most.
function underWay(day, departs, arrives) {
  const most = share(day, departs.earliest, arrives.earliest);
  const least = Math.min(most, share(day, departs.latest, arrives.latest));
  const sure = departs.earliest === departs.latest && arrives.earliest === arrives.latest;
  return at(departs.leg, (least + most) / 2, sure ? "certainly" : "possibly", { least, most });
}

function stretch(legs, from, to) {
  const first = from.end ? from.u : legs.indexOf(from.leg);
  const last = to.end ? to.u - 1 : legs.indexOf(to.leg) - 1;
  return { kind: "stretch", certainty: "possibly", legs: legs.slice(first, last + 1), stated: [from.leg, to.leg] };
}

function stated(movement, mover, day) {
  const { legs, dated } = statements(movement, mover);
  if (!dated.length || day < dated[0].earliest) return null;
  const passed = dated.findLastIndex((one) => one.latest <= day);
  const last = dated[passed];
  const next = dated[passed + 1];
  if (!last) {
    const after = dated[1];
    if (after && !next.end && after.leg === next.leg && after.end) return underWay(day, next, after);
    return at(next.leg, next.end, "possibly");
  }
  if (last.earliest === day) return at(last.leg, last.end, "certainly");
  if (!next) {
    const days = day - last.latest;
    if (days === 0) return at(last.leg, last.end, "possibly");
    return days <= FADE_DAYS ? at(last.leg, last.end, "possibly", { kind: "trace", faded: days / FADE_DAYS }) : null;
  }
  if (last.leg === next.leg) return underWay(day, last, next);
  if (last.u === next.u) {
    const after = dated[passed + 2];
    const leaving = next.earliest <= day && after && after.leg === next.leg;
    return leaving ? underWay(day, next, after) : at(last.leg, last.end, "certainly");
  }
  return stretch(legs, last, next);
}

const lineOf = (leg, places) => curve(stopsOf(leg, places).map((place) => [place.lat, place.lon]));

function onStretch(found, places) {
  const legs = found.legs.filter((leg) => stopsOf(leg, places).length);
  if (!legs.length) return null;
  const leg = legs[Math.floor((legs.length - 1) / 2)];
  const fraction = legs.length % 2 ? 0.5 : 1;
  const [lat, lon] = along(lineOf(leg, places), fraction);
  return { ...found, legs, leg, fraction, lat, lon, place: null, uncertainty_km: null };
}

function atEnd(found, places) {
  const stop = places.get(found.fraction === 1 ? found.leg.to : found.leg.from);
  if (!stop || stop.lat === null) return null;
  return { ...found, lat: stop.lat, lon: stop.lon, place: stop.id, uncertainty_km: stop.uncertainty_km ?? 0 };
}

function between(found, places) {
  // A leg without its other end has no "half way".
  if (![found.leg.from, found.leg.to].every((id) => Number.isFinite(places.get(id)?.lat))) return null;
  const line = lineOf(found.leg, places);
  const [lat, lon] = along(line, found.fraction);
  const slack = (found.most - found.least) / 2;
  const nearer = Math.min(found.fraction, 1 - found.fraction);
  return { ...found, lat, lon, place: null, uncertainty_km: Math.max(slack, UNEVEN * nearer) * lineKm(line) };
}

function located(found, places) {
  if (found.kind === "stretch") return onStretch(found, places);
  return found.fraction > 0 && found.fraction < 1 ? between(found, places) : atEnd(found, places);
}

/**
 * Return where every mover of the atlas stands on a day (a Julian day number, fractions allowed).
 *
 * Each: {movement, mover, kind: "point" | "stretch" | "trace", lat, lon, leg, fraction, place,
 * uncertainty_km, certainty}; a stretch has its `legs`, those whose dates bound it (`stated`) and no uncertainty, a trace (after the last
 * statement) `faded` from 0 to 1. Before the first statement there is nothing.
 */
export function positionsOn(data, day, movements = data.movements) {
  const places = data.index.place;
  return movements.flatMap((movement) =>
    movement.movers.flatMap((mover, number) => {
      const found = stated(movement, mover, day);
      const where = found && located(found, places);
      return where ? [{ movement, mover, number, ...where }] : [];
    }),
  );
}

/**
 * Return how much of a leg is behind the day, from 0 to 1, and whether it is somewhere on it.
 *
 * A leg without dates of its own is wholly ahead until the next dated statement has passed; a march
 * without one goes by `span`, its own four day numbers or those of its event.
 */
export function progressOn(movement, leg, day, span = movement.when4) {
  if (movement.status !== MADE || leg.status !== MADE) return { passed: 0, open: false };
  const { legs, dated } = statements(movement, {});
  const order = legs.indexOf(leg);
  const own = dated.filter((one) => one.leg === leg);
  if (own.length === 2) return { passed: share(day, mid(own[0]), mid(own[1])), open: false };
  const before = dated.findLast((one) => one.u <= order);
  const after = dated.find((one) => one.u > order);
  if (after && day >= after.latest) return { passed: 1, open: false };
  if (before && after && day >= before.latest) return { passed: 0, open: true };
  if (before && !after && day > before.latest) return { passed: own.length ? 1 : 0, open: !own.length };
  return undated(span, dated, day);
}

const mid = (one) => (one.earliest + one.latest) / 2;

// A march without one dated leg goes by the days of the whole movement, if it has any.
function undated(span, dated, day) {
  if (dated.length) return { passed: 0, open: false };
  const [first, begun, ending, last] = span;
  const from = first ?? begun;
  const to = last ?? ending;
  if (to !== null && day > to) return { passed: 1, open: false };
  return { passed: 0, open: from !== null && day >= from && (to === null || day <= to) };
}
