// Draws one event's mark: point, bar, soft end, some day between, dispute, bracket.
import { drawHatch } from "./hatch.js";
import { drawLine } from "./line-structures.js";
import { isHollow } from "./marks.js";
import { drawShape } from "./shapes.js";

const BAR = 7;
const HATCH = 11;

/** Return the place of the mark on the page; days that never begin or end stop at the view's edge. */
export function placeOf(box, scene) {
  const { scale, metrics } = scene;
  // Far outside the view only the length matters, not the number.
  const clamp = (at) => Math.max(scale.start - 5000, Math.min(scale.end + 5000, at));
  return {
    at: (day) => clamp(scale.at(day)),
    free: (day) => (Number.isFinite(day) ? scale.at(day) : scale.start),
    middle: box.top + box.height / 2,
    unit: metrics.type,
  };
}

function cap(pen, at, place, colour) {
  pen.upright(at, place.middle - 5 * place.unit, place.middle + 5 * place.unit, colour, 1.6 * place.unit);
}

function arrowHead(pen, at, place, colour, forward) {
  const { context } = pen;
  const sign = (forward ? 1 : -1) * (pen.rightToLeft ? -1 : 1);
  const x = pen.x(at);
  context.fillStyle = colour;
  context.beginPath();
  context.moveTo(x + sign * 8 * place.unit, place.middle);
  context.lineTo(x, place.middle - 6 * place.unit);
  context.lineTo(x, place.middle + 6 * place.unit);
  context.closePath();
  context.fill();
}

function dots(pen, from, to, origin, y, colour, unit) {
  const step = 3 * unit;
  const first = origin + Math.ceil((from - origin) / step) * step;
  for (let at = first; at < to; at += step) pen.rect(at, y - unit / 2, at + unit, y + unit / 2, colour);
}

function drawBar(pen, mark, place, style, scene) {
  const { scale, inks } = scene;
  const { begin, end, solidFrom, solidTo } = mark;
  const [from, to] = [Math.max(scale.start, place.at(solidFrom)), Math.min(scale.end, place.at(solidTo))];
  const half = (style.height / 2) * place.unit;
  if (solidFrom > begin && place.at(solidFrom) > scale.start) {
    pen.fading(place.at(begin), place.middle - half, place.at(solidFrom), place.middle + half, style.colour, [[0, 0], [1, 1]]);
  }
  if (end > solidTo && place.at(solidTo) < scale.end) {
    pen.fading(place.at(solidTo), place.middle - half, place.at(end), place.middle + half, style.colour, [[0, 1], [1, 0]]);
  }
  if (to > from) {
    if (style.hollow) pen.frame(from, place.middle - half, to, place.middle + half, style.colour, 1.2 * place.unit);
    else drawLine(pen, { from, to, origin: place.free(solidFrom), middle: place.middle, colour: style.colour, ground: inks.paper, pattern: style.pattern, height: style.height * place.unit });
  }
  if (mark.knownBegin && scale.at(begin) >= scale.start) cap(pen, scale.at(begin), place, style.colour);
  if (mark.knownEnd && scale.at(end) <= scale.end) cap(pen, scale.at(end), place, style.colour);
}

function drawBetween(pen, mark, place, style) {
  const [from, to] = [place.at(mark.begin), place.at(mark.end)];
  const half = (BAR / 2) * place.unit;
  const inset = Number.isFinite(mark.end - mark.begin) ? (to - from) * 0.12 : 0;
  const strength = style.hollow ? 0.35 : 0.85;
  // An open side has no middle to be densest at: there the known bound is.
  const peak = !Number.isFinite(mark.begin) ? [[0, 0], [1, strength]] : !Number.isFinite(mark.end) ? [[0, strength], [1, 0]] : [[0, 0], [0.5, strength], [1, 0]];
  pen.fading(from + inset, place.middle - half, to - inset, place.middle + half, style.colour, peak);
  dots(pen, from, to, place.free(mark.begin), place.middle, style.colour, place.unit);
}

function drawBracket(pen, mark, place, colour) {
  const [from, to] = [place.at(mark.begin), place.at(mark.end)];
  const reach = 3.5 * place.unit;
  pen.level(from, to, place.middle + reach, colour);
  pen.upright(from, place.middle - reach, place.middle + reach + 1, colour);
  pen.upright(to, place.middle - reach, place.middle + reach + 1, colour);
}

function drawTick(pen, at, place, tick, ink) {
  const reach = (tick.role === "accepted" ? 6.5 : 5.5) * place.unit;
  const [top, bottom] = [place.middle - reach, place.middle + reach];
  if (tick.role === "proposed") {
    for (let y = top; y < bottom; y += 4 * place.unit) pen.upright(at, y, Math.min(bottom, y + 2.4 * place.unit), ink, 1.4 * place.unit);
  } else pen.upright(at, top, bottom, ink, (tick.role === "accepted" ? 2.4 : 1.4) * place.unit);
}

function drawTicks(pen, ticks, place, { inks }) {
  for (const tick of ticks) {
    const foot = place.middle + 5.5 * place.unit;
    if (tick.role === "copy") ring(pen, place.at(tick.middle), foot, inks, place.unit);
    else if (tick.end - tick.begin <= 1) drawTick(pen, place.at(tick.middle), place, tick, inks.dispute);
    else {
      // A claim of many days has no point to stand on: it is as wide as it is.
      pen.level(place.at(tick.begin), place.at(tick.end), foot, inks.dispute, (tick.role === "accepted" ? 2.4 : 1.4) * place.unit);
      for (const day of [tick.begin, tick.end]) drawTick(pen, place.at(day), place, tick, inks.dispute);
    }
  }
}

function ring(pen, at, y, inks, unit) {
  const { context } = pen;
  context.beginPath();
  context.arc(pen.x(at), y - unit, 2 * unit, 0, 2 * Math.PI);
  context.fillStyle = inks.paper;
  context.fill();
  context.strokeStyle = inks.dispute;
  context.lineWidth = unit;
  context.stroke();
}

function drawDispute(pen, mark, place, scene) {
  const { scale, inks } = scene;
  const half = (HATCH / 2) * place.unit;
  for (const { begin, end } of mark.dispute.stretches) {
    const [from, to] = [Math.max(scale.start - 2, place.at(begin)), Math.min(scale.end + 2, place.at(end))];
    if (to <= from) continue;
    drawHatch(pen, { from, to, origin: scale.at(begin), top: place.middle - half, bottom: place.middle + half, colour: inks.dispute, unit: place.unit });
    pen.level(from, to, place.middle - half, inks.dispute, pen.hair);
    pen.level(from, to, place.middle + half, inks.dispute, pen.hair);
  }
}

/** Draw the mark of a box of the layout; `scene` is {scale, metrics, inks, styleOf}. */
export function drawMark(pen, box, scene) {
  const { mark, event } = box;
  if (mark.draw) {
    mark.draw(pen, box, scene, drawMark);
    return;
  }
  // Over a hatch the accepted reading is a core, so that the hatch still shows.
  const style = { ...scene.styleOf(event), hollow: isHollow(event), height: mark.dispute ? 3 : BAR };
  if (mark.dispute) style.pattern = "solid";
  const place = placeOf(box, scene);
  if (mark.dispute) {
    drawDispute(pen, mark, place, scene);
    drawTicks(pen, mark.dispute.ticks, place, scene);
  }
  const best = mark.dispute ? mark.best : mark;
  if (!best) return;
  if (box.form === "point") {
    const middle = mark.dispute ? scene.scale.at((best.begin + best.end) / 2) : (box.body.from + box.body.to) / 2;
    drawShape(pen, style, middle, place.middle, 8 * scene.metrics.point, { hollow: style.hollow, ground: mark.dispute ? scene.inks.paper : null });
  } else if (best.form === "bar") drawBar(pen, best, place, style, scene);
  else if (best.form === "between") drawBetween(pen, best, place, style);
  else if (best.form === "bracket") drawBracket(pen, best, place, scene.inks.ink3);
}

/** Draw the arrow-heads of a bar that goes on beyond the view; they stand outside its edges. */
export function drawGoingOn(pen, box, scene) {
  const best = box.mark.dispute ? box.mark.best : box.mark;
  if (best?.form !== "bar" || box.form === "point") return;
  const { scale } = scene;
  const place = placeOf(box, scene);
  const { colour } = scene.styleOf(box.event);
  const [from, to] = [scale.at(best.solidFrom), scale.at(best.solidTo)];
  if (from < scale.start && to > scale.start) arrowHead(pen, scale.start, place, colour, false);
  if (to > scale.end && from < scale.end) arrowHead(pen, scale.end, place, colour, true);
}
