// Draws the strip of the whole atlas: years, engraved density, and the frame of the window.
import { unitStarts } from "./calendar-units.js";

const STEPS = ["year", "decade", "century", "millennium"];
const DAYS = [365.25, 3652.5, 36525, 365250];

function drawYears(pen, { metrics, inks, fonts, overview, calendar, names, measure }) {
  const { scale } = overview;
  const { top, height } = metrics.overview;
  const need = measure(names.year(1888), "figure") + 14;
  const index = DAYS.findIndex((days) => days * scale.pixelsPerDay >= need);
  for (const { day, year } of unitStarts(calendar, scale.from, scale.to, STEPS[index < 0 ? 3 : index])) {
    const at = scale.at(day);
    if (at < scale.start - 1) continue;
    pen.upright(at, top, top + height, inks.hairline);
    const text = names.year(year);
    if (at + 5 + measure(text, "figure") < scale.end) {
      pen.words(text, at + 5 * metrics.type, top + 8 * metrics.type, { face: fonts.figure, colour: inks.ink3 });
    }
  }
}

/** Return the frame of the window on the strip, in inline px, at least wide enough to be held. */
export function windowFrame(overviewScale, window) {
  const from = Math.max(overviewScale.start, Math.min(overviewScale.end, overviewScale.at(window.from)));
  const to = Math.max(overviewScale.start, Math.min(overviewScale.end, overviewScale.at(window.to + 1)));
  const missing = Math.max(0, 8 - (to - from)) / 2;
  return { from: from - missing, to: to + missing };
}

/** Events far outside the years of the strip are counted at its ends. */
function drawBeyond(pen, { metrics, inks, fonts, overview, pillText }) {
  const { years, scale } = overview;
  const y = metrics.overview.top + 8 * metrics.type;
  const face = { face: fonts.figure, colour: inks.ink3 };
  if (years.after) pen.words(pillText(years.after), scale.end - 5, y, { ...face, anchor: "end" });
  if (years.before) pen.words(pillText(years.before), scale.start + 5, y + 10 * metrics.type, face);
}

/** Draw the strip. */
export function drawOverview(pen, scene) {
  const { metrics, inks, fonts, overview, window, captions } = scene;
  const { scale, bins } = overview;
  const { top, height } = metrics.overview;
  const bottom = top + height;
  pen.rect(scale.start, top, scale.end, bottom, inks.sunk);
  const frame = windowFrame(scale, window);
  pen.rect(frame.from, top, frame.to, bottom, inks.paper);
  drawYears(pen, scene);
  drawBeyond(pen, scene);
  const room = height - 12 * metrics.type;
  for (const { day, share } of bins) {
    const at = scale.at(day);
    const within = at >= frame.from && at <= frame.to;
    pen.upright(at, bottom - 1 - Math.max(3 * metrics.type, share * room), bottom - 1, within ? inks.ink : inks.ink3);
  }
  const edge = 1.5 * metrics.type;
  pen.frame(frame.from - edge, top, frame.to + edge, bottom, inks.ink, edge);
  for (const at of [frame.from - edge / 2, frame.to + edge / 2]) {
    pen.filledRound(at - 2.5 * metrics.type, top + height / 2 - 6 * metrics.type, at + 2.5 * metrics.type, top + height / 2 + 6 * metrics.type, inks.ink, 2 * metrics.type);
  }
  if (captions.overview) pen.words(captions.overview, metrics.padding, top + height / 2, { face: fonts.caption, colour: inks.ink3 });
}
