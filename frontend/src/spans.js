// Tells whether something dated by four day numbers touches a stretch of days.

const BEFORE_ALL = -10_000_000;
const AFTER_ALL = 10_000_000;

/**
 * Return [first, begun, ending, last] with the open bounds of `when4` filled in.
 *
 * The same rule as chronology/spans.py: a span with neither begin number was always so, one
 * with neither end number goes on for ever. Null where nothing is known.
 */
export function boundsOf(when4, shape) {
  const [be, bl, ee, el] = when4;
  if (be === null && bl === null && ee === null && el === null) return null;
  const lasts = shape === "span";
  return [
    be ?? BEFORE_ALL,
    bl ?? (lasts && be === null ? BEFORE_ALL : AFTER_ALL),
    ee ?? (lasts && el === null ? AFTER_ALL : BEFORE_ALL),
    el ?? AFTER_ALL,
  ];
}

/** Whether it shares a day with [from, to], whichever of its possible days is right. */
export function certainlyTouches(bounds, from, to) {
  return bounds !== null && bounds[1] <= to && bounds[2] >= from;
}

/** Whether it can share a day with [from, to]. */
export function possiblyTouches(bounds, from, to) {
  return bounds !== null && bounds[0] <= to && bounds[3] >= from;
}

/** Return the bounds of an event: its own, else those of its bracket, else null. */
export function eventBounds(event) {
  const own = boundsOf(event.when4, event.shape);
  if (own || !event.bracket) return own;
  const [from, to] = event.bracket;
  if (from === null && to === null) return null;
  return boundsOf([from, to, from, to], "instant");
}
