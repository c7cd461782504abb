// Lays out claimed days on one axis: pure, days and pixels in, positions out.

const LEAST_PAD = 2;
const FURTHEST = 60;
const FIGURE_ROOM = 19;
const STEPS = [1, 2, 5, 10, 30];
const LABEL_GAP = 8;

const anchorOf = (marks) => marks.find((mark) => mark.accepted) ?? marks[0];

// What stands within sixty days of the accepted claim; a claim wider than that is cut there.
function nearAnchor(marks) {
  const anchor = anchorOf(marks);
  const from = Math.min(anchor.first, anchor.last) - FURTHEST;
  const to = anchor.first + FURTHEST;
  return marks
    .filter((mark) => mark.last >= from && mark.first <= to)
    .map((mark) => ({ ...mark, of: mark, shownFirst: Math.max(mark.first, from), shownLast: Math.min(mark.last, to) }));
}

function axisOf(marks) {
  const first = Math.min(...marks.map((mark) => mark.shownFirst));
  const last = Math.max(...marks.map((mark) => mark.shownLast));
  const pad = Math.max(LEAST_PAD, Math.round((last - first) * 0.12));
  return { first: first - pad, last: last + pad };
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
 * Return the layout of marks {first, last, accepted, …} (in order of days) on `width` pixels.
 *
 * {axis: {first, last}, x(day), ticks: [{day, x, figure, claimed}], marks: [… x, from, to, label:
 * {start, row}], rows, hatch: {from, to} | null, beyond: [{mark, days, edge}]}. Every day has a
 * tick, and a figure where there is room; what lies more than sixty days from the accepted claim
 * is not drawn but named with its distance. `measure(mark)` is the width of a mark's label.
 */
export function layOutStrip(marks, width, { measure = () => 48 } = {}) {
  const shown = nearAnchor(marks);
  const axis = axisOf(shown);
  const inset = 10;
  const dayWidth = (width - 2 * inset) / (axis.last - axis.first + 1);
  const x = (day) => inset + (day - axis.first + 0.5) * dayWidth;
  const claimed = new Set(shown.filter((mark) => mark.first === mark.last).map((mark) => mark.first));
  const step = STEPS.find((days) => days * dayWidth >= FIGURE_ROOM) ?? STEPS.at(-1);
  const ticks = [];
  for (let day = axis.first; day <= axis.last; day += 1) {
    const isClaimed = claimed.has(day);
    if (dayWidth < 3 && !isClaimed && day % step) continue;
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
    })),
    width,
    measure,
  );
  const anchor = anchorOf(marks);
  const beyond = marks
    .filter((mark) => !shown.some(({ of }) => of === mark))
    .map((mark) => (mark.last < anchor.first
      ? { mark, days: anchor.first - mark.last, edge: "start" }
      : { mark, days: mark.first - anchor.last, edge: "end" }));
  const from = Math.min(...placed.map((mark) => x(mark.shownFirst)));
  const to = Math.max(...placed.map((mark) => x(mark.shownLast)));
  return {
    axis,
    x,
    ticks,
    marks: placed,
    rows: 1 + Math.max(...placed.map((mark) => mark.label.row)),
    hatch: to > from ? { from, to } : null,
    beyond,
  };
}
