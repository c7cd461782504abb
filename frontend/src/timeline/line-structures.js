// Draws a bar in the line structure of its side: solid, double, sleepered, beaded or barbed.

const HEIGHT = 7;

function repeated(from, to, origin, step, draw) {
  const first = origin + Math.ceil((from - origin) / step) * step;
  for (let at = first; at < to; at += step) draw(at);
}

const structures = {
  solid(pen, bar) {
    pen.rect(bar.from, bar.top, bar.to, bar.bottom, bar.colour);
  },
  double(pen, bar) {
    const line = Math.max(2, bar.height * 0.28);
    pen.rect(bar.from, bar.top, bar.to, bar.top + line, bar.colour);
    pen.rect(bar.from, bar.top + line, bar.to, bar.bottom - line, bar.ground);
    pen.rect(bar.from, bar.bottom - line, bar.to, bar.bottom, bar.colour);
  },
  sleepered(pen, bar) {
    pen.rect(bar.from, bar.top, bar.to, bar.bottom, bar.colour);
    const unit = bar.height / HEIGHT;
    repeated(bar.from - 12 * unit, bar.to, bar.origin + 4 * unit, 11 * unit, (at) => {
      const from = Math.max(bar.from, at);
      const to = Math.min(bar.to, at + 6 * unit);
      if (to > from) pen.rect(from, bar.middle - unit, to, bar.middle + unit, bar.ground);
    });
  },
  beaded(pen, bar) {
    const unit = bar.height / HEIGHT;
    pen.rect(bar.from, bar.middle - unit, bar.to, bar.middle + unit, bar.colour);
    repeated(bar.from, bar.to - 4 * unit, bar.origin + 4 * unit, 10 * unit, (at) => {
      // Two crossed oblongs read as a bead and cost no curve.
      pen.rect(at - 3 * unit, bar.middle - 2 * unit, at + 3 * unit, bar.middle + 2 * unit, bar.colour);
      pen.rect(at - 2 * unit, bar.middle - 3 * unit, at + 2 * unit, bar.middle + 3 * unit, bar.colour);
    });
  },
  barbed(pen, bar) {
    const unit = bar.height / HEIGHT;
    pen.rect(bar.from, bar.middle - 1.5 * unit, bar.to, bar.middle + 1.5 * unit, bar.colour);
    repeated(bar.from, bar.to - 3 * unit, bar.origin + 4 * unit, 9 * unit, (at) => {
      pen.rect(at, bar.top, at + 1.6 * unit, bar.middle, bar.colour);
      pen.rect(at + 1.6 * unit, bar.middle, at + 3.2 * unit, bar.bottom, bar.colour);
    });
  },
};

/** Draw one; `origin` anchors the pattern to the bar's own beginning, so that it pans with it. */
export function drawLine(pen, { from, to, origin, middle, colour, ground, pattern, height = HEIGHT }) {
  const bar = { from, to, origin, middle, colour, ground, height, top: middle - height / 2, bottom: middle + height / 2 };
  (structures[pattern] ?? structures.solid)(pen, bar);
}
