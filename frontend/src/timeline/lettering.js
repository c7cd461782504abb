// Names the faces of the timeline's words and measures them.

const KEPT = 6000;

/** Persian letters are larger on the body than Latin ones. */
const PERSIAN = 0.92;

/** Return the CSS font of each kind of word, for metrics and palette. */
export function fontsOf(metrics, palette, { persian = false } = {}) {
  const text = Object.fromEntries(Object.entries(metrics.text).map(([kind, size]) => [kind, persian ? size * PERSIAN : size]));
  const serif = (size, weight = 400, style = "") => `${style}${weight} ${size}px ${palette.serif}`;
  const sans = (size, weight = 400) => `${weight} ${size}px ${palette.sans}`;
  return {
    event: serif(text.event), eventSelected: serif(text.event, 600), sentence: serif(text.event, 400, "italic "),
    name: serif(text.major, 500), name2: serif(text.minorMajor), reign: serif(text.reign + 1, 400, "small-caps "),
    figure: sans(text.figure), lane: sans(text.lane), laneSelected: sans(text.lane, 600),
    caption: sans(text.caption), pill: sans(text.pill, 600),
  };
}

/** Return measure(text, kind) in CSS px; an event's label is measured at its widest, selected. */
export function createMeasure(context, fonts) {
  const kept = new Map();
  return (text, kind) => {
    const font = kind === "event" ? fonts.eventSelected : fonts[kind];
    let widths = kept.get(font);
    if (!widths || widths.size > KEPT) kept.set(font, (widths = new Map()));
    let width = widths.get(text);
    if (width === undefined) {
      context.font = font;
      width = context.measureText(text).width;
      widths.set(text, width);
    }
    return width;
  };
}
