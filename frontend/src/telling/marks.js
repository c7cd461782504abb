// Draws on the axis the days of another telling about an event's own mark: outlines, solid or dashed.

import { dateMark, extentOf, markOf } from "../timeline/marks.js";
import { drawShape } from "../timeline/shapes.js";
import { placeOf } from "../timeline/mark-drawing.js";

// What a second source says is a plain outline; what editors hold to be meant is a dashed one.
export const SECOND = { dash: [], size: 13, half: 5.5 };
export const MEANT = { dash: [2.6, 2], size: 10, half: 4.5 };
const LINE = 1.3;
const DOTTED = [1, 2.4];
const APART = 8;

const isDated = (mark) => mark.begin !== undefined && mark.form !== "bracket";

/** Return the mark of an event, with the days editors hold its source to mean where those are others. */
export function withReading(event) {
  const own = markOf(event);
  if (!event.meant4 || !isDated(own)) return own;
  return outlined(own, dateMark({ when4: event.meant4, shape: event.shape }), MEANT);
}

/** Return a mark that is drawn as `own` with the outline of `other` in a manner; both are marks with days. */
export function outlined(own, other, manner) {
  return {
    ...own,
    begin: Math.min(own.begin, other.begin),
    end: Math.max(own.end, other.end),
    extent(pixelsPerDay, points) {
      const [mine, theirs] = [own, other].map((mark) => extentOf(mark, pixelsPerDay, points));
      return { form: mine.form, from: Math.min(mine.from, theirs.from), to: Math.max(mine.to, theirs.to) };
    },
    draw(pen, box, scene, drawMark) {
      drawTie(pen, own, other, box, scene);
      drawMark(pen, boxOf(own, box, scene), scene);
      drawOutline(pen, other, box, scene, manner);
    },
  };
}

/** Return a mark drawn as nothing but an outline: what a second source alone tells. */
export const outlineOnly = (mark) => ({ ...mark, draw: (pen, box, scene) => drawOutline(pen, mark, box, scene, SECOND) });

export { isDated };

function boxOf(mark, box, { scale, metrics }) {
  const { form } = extentOf(mark, scale.pixelsPerDay, metrics.point);
  return { ...box, mark, form, body: { from: scale.at(mark.begin), to: scale.at(mark.end) } };
}

function line(pen, points, { colour, dash = [], width = LINE }) {
  const { context } = pen;
  context.beginPath();
  points.forEach(([at, y], i) => context[i ? "lineTo" : "moveTo"](pen.x(at), y));
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.setLineDash(dash);
  context.stroke();
  context.setLineDash([]);
}

// Where the two stand apart a dotted line says that they are one event.
function drawTie(pen, own, other, box, scene) {
  const place = placeOf(box, scene);
  const [first, then] = own.begin <= other.begin ? [own, other] : [other, own];
  const [from, to] = [place.at(first.end), place.at(then.begin)];
  if (to - from > APART) line(pen, [[from, place.middle], [to, place.middle]], { colour: scene.inks.ink3, dash: DOTTED, width: 1 });
}

function drawOutline(pen, mark, box, scene, { dash, size, half }) {
  // Of a source that contradicts itself the whole stretch is outlined.
  const best = mark.dispute ? (mark.best ?? { ...mark, form: "between" }) : mark;
  const style = scene.styleOf(box.event);
  const place = placeOf(box, scene);
  const pattern = dash.map((part) => part * place.unit);
  const ink = { colour: style.colour, dash: pattern, width: LINE * place.unit };
  const { form } = extentOf(best, scene.scale.pixelsPerDay, scene.metrics.point);
  if (form === "point") {
    pen.context.setLineDash(pattern);
    drawShape(pen, style, scene.scale.at((best.begin + best.end) / 2), place.middle, size * scene.metrics.point, { hollow: true });
    pen.context.setLineDash([]);
  } else if (form === "bar") drawRails(pen, best, place, half * place.unit, ink);
  else drawSpindle(pen, best, place, half * place.unit, ink);
}

function drawRails(pen, mark, place, half, ink) {
  const { begin, solidFrom, solidTo, end } = mark;
  const soft = { ...ink, dash: DOTTED };
  for (const y of [place.middle - half, place.middle + half]) {
    line(pen, [[place.at(solidFrom), y], [place.at(solidTo), y]], ink);
    if (begin < solidFrom) line(pen, [[place.at(begin), y], [place.at(solidFrom), y]], soft);
    if (end > solidTo) line(pen, [[place.at(solidTo), y], [place.at(end), y]], soft);
  }
  const cap = (day) => line(pen, [[place.at(day), place.middle - half], [place.at(day), place.middle + half]], ink);
  if (mark.knownBegin) cap(begin);
  if (mark.knownEnd) cap(end);
}

function drawSpindle(pen, { begin, end }, place, half, ink) {
  const [from, to] = [place.at(begin), place.at(end)];
  const middle = (from + to) / 2;
  line(pen, [[from, place.middle], [middle, place.middle - half], [to, place.middle], [middle, place.middle + half], [from, place.middle]], ink);
}
