// Keeps numbers of legs up with legs that are moved; pure. timeline/leg_order.py is its twin.

/** Return {old: new} numbers of rows before and after, each a list of rows in order; a row that is gone is left out. */
export function renumbered(before, after) {
  const pairs = before.map((row, at) => [at + 1, after.indexOf(row) + 1]).filter(([, now]) => now > 0);
  return new Map(pairs);
}

/** Return [first, last], the numbers between which somebody goes along, once legs have new ones; null is open. */
export function followed([first, last], numbers) {
  const all = [...numbers.values()];
  const upon = (number, keep, least, otherwise) => {
    if (number === null) return null;
    if (numbers.has(number)) return numbers.get(number);
    const left = [...numbers].filter(([old]) => keep(old, number)).map(([, now]) => now);
    if (left.length) return least(...left);
    return all.length ? otherwise(...all) : null;
  };
  const joins = upon(first, (old, number) => old >= number, Math.min, Math.max);
  const leaves = upon(last, (old, number) => old <= number, Math.max, Math.min);
  return joins !== null && leaves !== null && joins > leaves ? [leaves, joins] : [joins, leaves];
}

/** Return where among points [lat, lon] a further one lengthens the way least: an index from 1 to the number of points - 1. */
export function bestIndex(points, added) {
  const far = ([a, b], [c, d]) => Math.hypot(a - c, (b - d) * Math.cos(((a + c) / 360) * Math.PI));
  let best = points.length - 1;
  let least = Infinity;
  for (let at = 1; at < points.length; at += 1) {
    const more = far(points[at - 1], added) + far(added, points[at]) - far(points[at - 1], points[at]);
    if (more < least) [best, least] = [at, more];
  }
  return Math.max(1, best);
}
