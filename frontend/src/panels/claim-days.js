// Reads the days of a claim about a date: which days it names, and whether it stands.

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
 * Return the marks of a strip plot, one for each stretch of days claimed:
 * {first, last, accepted, notes, edge}, in order of days.
 */
export function claimedDays(claims, notes) {
  const found = new Map();
  for (const claim of claims.filter((one) => one.attribute === "date")) {
    const days = daysOfWhen(claim.face);
    if (!days) continue;
    const key = days.join("–");
    const mark = found.get(key) ?? { first: days[0], last: days[1], accepted: false, notes: [] };
    mark.accepted ||= claim.accepted === true;
    mark.notes.push(notes.numberOf(claim));
    found.set(key, mark);
  }
  return [...found.values()].sort((one, other) => one.first - other.first || one.last - other.last);
}
