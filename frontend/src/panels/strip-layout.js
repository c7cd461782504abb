// Lays out claimed days on one axis: pure, days and pixels in, positions out.

const LEAST_PAD = 2;
const FURTHEST = 60;
const FIGURE_ROOM = 19;
const STEPS = [1, 2, 5];
const WIDE = 32;
const MOST_DAYS = 70;
const LABEL_GAP = 8;

/** Return the mark the others are seen from: the narrowest accepted one, else the narrowest that is printed. */
export function anchorOf(marks) {
  const printed = marks.filter((mark) => !mark.read);
  const standing = printed.filter((mark) => mark.accepted);
  const narrowness = (mark) => mark.last - mark.first;
  return [...(standing.length ? standing : printed)].sort((one, other) => narrowness(one) - narrowness(other))[0];
}

// What stands within sixty days of the anchor.
function nearTo(anchor, marks) {
  return marks.filter((mark) => mark.last >= anchor.first - FURTHEST && mark.first <= anchor.last + FURTHEST);
}

// The days set the scale: a claim of a year runs off the axis instead of squeezing them together.
function axisOf(anchor, marks) {
  const days = marks.filter((mark) => mark.last - mark.first < WIDE);
  const core = days.length ? days : [anchor];
  const first = Math.max(anchor.first - FURTHEST, Math.min(...core.map((mark) => mark.first)));
  const last = Math.min(anchor.last + FURTHEST, Math.max(...core.map((mark) => mark.last)));
  const reach = marks.filter((mark) => !core.includes(mark) && (mark.last < first || mark.first > last));
  const from = Math.min(first, ...reach.map((mark) => Math.max(mark.last, anchor.first - FURTHEST)));
  const to = Math.max(last, ...reach.map((mark) => Math.min(mark.first, anchor.last + FURTHEST)));
  const pad = Math.max(LEAST_PAD, Math.round((to - from) * 0.12));
  return { first: from - pad, last: to + pad };
}

// Labels stand over their marks; one that would touch its neighbour goes a row higher.
function placeLabels(marks, width, measure) {
  const ends = [];
  return marks.map((mark) => {
    const room = measure(mark);
    const start = Math.min(Math.max(0, mark.x - room / 2), Math.max(0, width - room));
    let row = ends.findIndex((end) => end + LABEL_GAP <= start);
    if (row < 0) row = ends.length;
    ends[row] = start + room;
    return { ...mark, label: { start, row } };
  });
}

/**
 * Return the layout of marks {first, last, accepted, read, …} (in order of days) on `width` pixels; what is
 * `read` only (no claim prints it) neither sets where the axis is seen from nor widens the hatch.
 *
 * {axis: {first, last}, x(day), byMonth, ticks: [{day, x, figure, claimed}], marks: [… x, from,
 * to, cut: {start, end}, label: {start, row}], rows, hatch: {from, to} | null, beyond: [{mark,
 * days, edge}]}. Every day has a tick, and a figure where there is room; an axis of more than
 * seventy days is to be ruled by months instead. What lies more than sixty days from the accepted
 * claim is not drawn but named with its distance, and a claim wider than the axis is cut there.
 * `measure(mark)` is the width of a mark's label.
 */
export function layOutStrip(marks, width, { measure = () => 48 } = {}) {
  const anchor = anchorOf(marks);
  const near = nearTo(anchor, marks);
  const axis = axisOf(anchor, near);
  const shown = near.map((mark) => ({ ...mark, shownFirst: Math.max(mark.first, axis.first), shownLast: Math.min(mark.last, axis.last) }));
  const inset = 10;
  const dayWidth = (width - 2 * inset) / (axis.last - axis.first + 1);
  const x = (day) => inset + (day - axis.first + 0.5) * dayWidth;
  const claimed = new Set(shown.filter((mark) => mark.first === mark.last && !mark.read).map((mark) => mark.first));
  const step = STEPS.find((days) => days * dayWidth >= FIGURE_ROOM) ?? STEPS.at(-1);
  const byMonth = axis.last - axis.first > MOST_DAYS;
  const ticks = [];
  for (let day = axis.first; day <= axis.last && !byMonth; day += 1) {
    const isClaimed = claimed.has(day);
    const crowded = [...claimed].some((other) => other !== day && Math.abs(other - day) * dayWidth < FIGURE_ROOM);
    ticks.push({ day, x: x(day), claimed: isClaimed, figure: isClaimed || ((day - axis.first) % step === 0 && !crowded) });
  }
  const placed = placeLabels(
    shown.map((mark) => ({
      ...mark,
      x: x((mark.shownFirst + mark.shownLast) / 2),
      from: x(mark.shownFirst) - dayWidth / 2,
      to: x(mark.shownLast) + dayWidth / 2,
      wide: mark.first !== mark.last,
      cut: { start: mark.first < axis.first, end: mark.last > axis.last },
    })),
    width,
    measure,
  );
  const beyond = marks
    .filter((mark) => !near.includes(mark))
    .map((mark) => (mark.last < anchor.first
      ? { mark, days: anchor.first - mark.last, edge: "start" }
      : { mark, days: mark.first - anchor.last, edge: "end" }));
  const printed = placed.filter((mark) => !mark.read);
  const from = Math.min(...printed.map((mark) => x(mark.shownFirst)));
  const to = Math.max(...printed.map((mark) => x(mark.shownLast)));
  return {
    axis,
    x,
    byMonth,
    ticks,
    marks: placed,
    rows: 1 + Math.max(...placed.map((mark) => mark.label.row)),
    hatch: to > from ? { from, to } : null,
    beyond,
  };
}
