// Draws a ruler of days, months or years.

/** Draw `ruler` (from rulerOf) in a band; ticks stand on its lanes' side: "below" or "above". */
export function drawRuler(pen, ruler, band, { metrics, inks, fonts, scale }, { ticks, caption, first }) {
  const unit = metrics.type;
  const bottom = band.top + band.height;
  const middle = band.top + band.height / 2 - (first ? unit : 0);
  const line = ticks === "below" ? bottom : band.top;
  const grow = ticks === "below" ? -1 : 1;
  const face = first ? fonts.name : fonts.name2;
  for (const { at, tall, alpha } of ruler.ticks) {
    const reach = (tall ? 5 : 3) * unit;
    pen.context.globalAlpha = alpha;
    pen.upright(at, Math.min(line, line + grow * reach), Math.max(line, line + grow * reach), inks.rule);
  }
  pen.context.globalAlpha = 1;
  for (const { text, from, tick } of ruler.names) {
    if (tick !== null) pen.upright(tick, band.top, bottom, first ? inks.ink2 : inks.rule, 1);
    if (text) pen.words(text, from, middle, { face, colour: first ? inks.ink : inks.ink2 });
  }
  for (const { text, middle: at } of ruler.figures) {
    pen.words(text, at, middle + unit, { face: fonts.figure, colour: inks.ink3, anchor: "middle" });
  }
  if (caption) pen.words(caption, metrics.padding, middle, { face: fonts.caption, colour: inks.ink3 });
  if (ticks === "above") pen.level(0, metrics.width, band.top, inks.rule);
  else pen.level(scale.start, scale.end, bottom, inks.hairline, pen.hair);
}
