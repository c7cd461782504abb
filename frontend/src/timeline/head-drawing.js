// Draws the head and the foot: the two rulers, the reigns and wars, the cursor.
import { bandsOf } from "./period-bands.js";
import { drawRuler } from "./ruler-drawing.js";

function drawPeriods(pen, scene) {
  const { metrics, inks, fonts, scale, measure, periodRows, periodName, periodCaption } = scene;
  let said = "";
  periodRows.forEach((periods, row) => {
    const top = metrics.reigns.top + row * metrics.reigns.row;
    const bottom = top + metrics.reigns.row;
    for (const band of bandsOf(periods, scale, { measure, nameOf: periodName })) {
      const strength = band.shaded ? 0.18 : 0.07;
      pen.context.globalAlpha = strength;
      pen.rect(band.solidFrom, top, band.solidTo, bottom, inks.reign);
      if (band.solidFrom > band.from) pen.fading(band.from, top, band.solidFrom, bottom, inks.reign, [[0, 0], [1, 1]]);
      if (band.to > band.solidTo) pen.fading(band.solidTo, top, band.to, bottom, inks.reign, [[0, 1], [1, 0]]);
      pen.context.globalAlpha = 1;
      if (band.begins !== null) pen.upright(band.begins, top, bottom, inks.rule);
      if (band.text) pen.words(band.text, band.at, (top + bottom) / 2, { face: fonts.reign, colour: inks.ink2 });
    }
    const caption = periodCaption(periods);
    if (caption !== said) pen.words(caption, metrics.padding, (top + bottom) / 2, { face: fonts.caption, colour: inks.ink3 });
    said = caption;
  });
}

/** Draw what stands above and below the lanes. */
export function drawHeadAndFoot(pen, scene) {
  const { metrics, rulers, captions } = scene;
  if (metrics.reigns.height) drawPeriods(pen, scene);
  drawRuler(pen, rulers.head, metrics.head, scene, { ticks: "below", caption: captions.head, first: true });
  drawRuler(pen, rulers.foot, metrics.foot, scene, { ticks: "above", caption: captions.foot, first: false });
}

/** Draw the cursor's line; words drawn after it lie over it. */
export function drawCursorLine(pen, at, { metrics, inks }) {
  pen.upright(at, metrics.head.height - 2, metrics.foot.top + metrics.foot.height, inks.ink, 1.3 * metrics.type);
}

/** Draw the cursor's head, pointing down at its day. */
export function drawCursorHead(pen, at, { metrics, inks }) {
  const { context } = pen;
  const half = 5.5 * metrics.type;
  const top = metrics.head.height - 2 * metrics.type;
  const x = pen.x(at);
  context.fillStyle = inks.ink;
  context.beginPath();
  context.moveTo(x - half, top);
  context.lineTo(x + half, top);
  context.lineTo(x, top + 8.5 * metrics.type);
  context.closePath();
  context.fill();
}
