// Reads the days of a claim about a date: which days it names, and whether it stands.

import { dayOfIso } from "../iso-days.js";

/** Return [first, last] Julian day numbers that a date leaves open, or null where it names none. */
export function daysOfWhen(when) {
  if (!when) return null;
  const first = when.begin_earliest ?? when.begin_latest ?? null;
  const last = when.end_latest ?? when.end_earliest ?? null;
  if (first === null && last === null) return null;
  return [first ?? last, last ?? first];
}

/** Return the claims about the date itself, the accepted ones first. */
export function dateClaims(claims) {
  const standing = (claim) => (claim.accepted ? 0 : 1);
  return claims
    .filter((claim) => claim.attribute === "date")
    .map((claim, order) => ({ claim, order }))
    .sort((one, other) => standing(one.claim) - standing(other.claim) || one.order - other.order)
    .map(({ claim }) => claim);
}

/**
 * Return the days of each reading of an ambiguous date, "[1871-05-05,1909-05-05]", or null for a
 * date with one reading. What lies between the readings was never claimed.
 */
export function candidatesOf(when) {
  const text = when?.edtf ?? "";
  if (!/^\[[^[\]]+,[^[\]]+\]$/.test(text) || text.includes("..")) return null;
  const days = text.slice(1, -1).split(",").map((part) => [dayOfIso(part, "first"), dayOfIso(part, "last")]);
  return days.every(([first, last]) => first !== null && last !== null) ? days : null;
}

/**
 * Return the marks of a strip plot, one for each stretch of days claimed:
 * {first, last, accepted, candidate, notes}, in order of days.
 *
 * Every reading of an ambiguous date has a mark of its own; `candidate` says that no claim names
 * that day plainly.
 */
export function claimedDays(claims, notes) {
  const found = new Map();
  const add = ([first, last], claim, candidate) => {
    const key = `${first}–${last}`;
    const mark = found.get(key) ?? { first, last, accepted: false, candidate: true, notes: [] };
    mark.accepted ||= !candidate && claim.accepted === true;
    mark.candidate &&= candidate;
    mark.notes.push(notes.numberOf(claim));
    found.set(key, mark);
  };
  for (const claim of claims.filter((one) => one.attribute === "date")) {
    const candidates = candidatesOf(claim.face);
    const days = daysOfWhen(claim.face);
    if (candidates) candidates.forEach((reading) => add(reading, claim, true));
    else if (days) add(days, claim, false);
  }
  return [...found.values()].sort((one, other) => one.first - other.first || one.last - other.last);
}

/**
 * Return the marks of days that readings give and no mark of `printed` names: those that editors hold
 * `claims` to mean, and `proposals` of the API. {first, last, read: true, notes}.
 */
export function readDays(claims, proposals, printed, notes) {
  const named = new Set(printed.map(({ first, last }) => `${first}–${last}`));
  const found = new Map();
  const given = [
    ...claims.filter((claim) => claim.interpreted).map((claim) => [daysOfWhen(claim.interpreted), notes.numberOf(claim)]),
    ...proposals.map(({ claim, days }) => [days, notes.numberOf(claim)]),
  ];
  for (const [days, note] of given) {
    if (!days || days.includes(null) || named.has(days.join("–"))) continue;
    const [first, last] = days;
    const mark = found.get(days.join("–")) ?? { first, last, accepted: false, candidate: true, read: true, notes: [] };
    mark.notes.push(note);
    found.set(days.join("–"), mark);
  }
  return [...found.values()];
}
