// Turns days into lengths along the time axis, for windows of whole or broken days.

// A window holds both of its days, so its axis runs from the beginning of `from` to the end
// of `to`. Lengths run along the line of reading ("inline"): they grow with time whether the
// page is read from the left or from the right, and only the pen turns them into x.

const CENTURY = 36525;

/** Return how many days a window shows, its last one included. */
export const spanOf = (window) => window.to - window.from + 1;

/** Return a scale whose axis begins at `start` px and is `length` px long. */
export function createScale({ window, start = 0, length }) {
  const pixelsPerDay = length / spanOf(window);
  return {
    from: window.from,
    to: window.to,
    start,
    length,
    end: start + length,
    pixelsPerDay,
    /** Inline px of the beginning of a day. */
    at: (day) => start + (day - window.from) * pixelsPerDay,
    /** Axis day, broken, under an inline px. */
    dayAt: (inline) => window.from + (inline - start) / pixelsPerDay,
  };
}

/** Return x for an inline length on a page of that width; the same function turns it back. */
export const mirrored = (inline, width, rightToLeft) => (rightToLeft ? width - inline : inline);

/** Return how far a window may go: spans in days, and the days it must stay within. */
export function limitsOf(atlasWindow) {
  const whole = spanOf(atlasWindow);
  const longest = Math.max(CENTURY, whole);
  const room = (longest - whole) / 2;
  return {
    shortest: 1,
    longest,
    from: atlasWindow.from - room,
    to: atlasWindow.to + room,
  };
}

/** Return the nearest window that keeps to the limits, of the same span where it can. */
export function within(window, limits) {
  const span = Math.min(limits.longest, Math.max(limits.shortest, spanOf(window)));
  const middle = (window.from + window.to) / 2;
  let from = span === spanOf(window) ? window.from : middle - (span - 1) / 2;
  from = Math.min(from, limits.to - span + 1);
  from = Math.max(from, limits.from);
  return { from, to: from + span - 1 };
}

/** Return the window `factor` times closer, with the anchor staying under the pointer. */
export function zoomed(window, factor, anchor, limits) {
  const old = spanOf(window);
  const span = Math.min(limits.longest, Math.max(limits.shortest, old / factor));
  const from = anchor - ((anchor - window.from) * span) / old;
  return within({ from, to: from + span - 1 }, limits);
}

/** Return the window moved on by a number of days. */
export const panned = (window, days, limits) =>
  within({ from: window.from + days, to: window.to + days }, limits);

/** Return the window of whole days nearest to this one. */
export function atRest(window, limits) {
  const span = Math.max(Math.ceil(limits.shortest), Math.round(spanOf(window)));
  const from = Math.round(window.from);
  return { from, to: from + span - 1 };
}

/** Return the window a share (0 to 1) of the way between two: even steps of zoom about one day. */
export function between(one, other, share) {
  if (share >= 1) return other;
  const a = spanOf(one);
  const b = spanOf(other);
  if (Math.abs(a / b - 1) < 1e-3) {
    const from = one.from + (other.from - one.from) * share;
    return { from, to: from + a + (b - a) * share - 1 };
  }
  const fixed = (one.from * b - other.from * a) / (b - a);
  const span = a * (b / a) ** share;
  const from = fixed - ((fixed - one.from) * span) / a;
  return { from, to: from + span - 1 };
}

/** Return the window moved, no further than needed, so that a stretch of days can be seen. */
export function revealing(window, first, last, limits) {
  const margin = Math.min(spanOf(window) * 0.08, 10);
  if (first >= window.from && last <= window.to) return window;
  if (last - first + 1 + 2 * margin > spanOf(window)) {
    if (last >= window.from && first <= window.to) return window;
    return within({ from: first - margin, to: first - margin + spanOf(window) - 1 }, limits);
  }
  const middle = (first + last) / 2 - (spanOf(window) - 1) / 2;
  return within({ from: middle, to: middle + spanOf(window) - 1 }, limits);
}

/** Return the window of `span` days that keeps a day at a share (0 to 1) of its length. */
export function zoomedAbout(span, day, share, limits) {
  const kept = Math.min(limits.longest, Math.max(limits.shortest, span));
  const from = day - share * kept;
  return within({ from, to: from + kept - 1 }, limits);
}
