// Draws one arrow along a line of pixels in the structure of its side.

import { cut, lengths, pointAlong } from "./polyline.js";
import { mixed } from "./ink.js";

const HALO = 2.8;
const INFERRED = [8, 4.5];
const FADE = 62;
export const AHEAD = 0.42;

function trace(context, line) {
  context.beginPath();
  line.forEach(([x, y], i) => (i ? context.lineTo(x, y) : context.moveTo(x, y)));
}

/** Stroke a line of pixels, dashed where `dash` says so. */
export function stroke(context, line, width, style, dash = [], offset = 0) {
  if (line.length < 2) return;
  context.lineWidth = width;
  context.strokeStyle = style;
  context.setLineDash(dash);
  context.lineDashOffset = offset;
  trace(context, line);
  context.stroke();
  context.setLineDash([]);
}

const STRUCTURES = {
  solid(context, line, { width, colour, dash, offset }) {
    stroke(context, line, width, colour, dash, offset);
  },
  double(context, line, { width, colour, core, dash, offset }) {
    stroke(context, line, width, colour, dash, offset);
    stroke(context, line, width * 0.42, core, dash, offset);
  },
  sleepered(context, line, { width, colour, core, dash, offset, scale }) {
    stroke(context, line, width, colour, dash, offset);
    const light = dash.length ? [dash[0] * 0.5, dash[0] * 0.5 + dash[1]] : [5 * scale, 4.5 * scale];
    stroke(context, line, width * 0.44, core, light, offset - (dash.length ? dash[0] * 0.25 : 0));
  },
  beaded(context, line, { width, colour, dash, offset, scale, start }) {
    stroke(context, line, Math.max(1.4 * scale, width * 0.32), colour, dash, offset);
    every(line, 9 * scale, start, ({ x, y }) => {
      context.beginPath();
      context.arc(x, y, width * 0.5, 0, 7);
      context.fillStyle = colour;
      context.fill();
    });
  },
  barbed(context, line, { width, colour, dash, offset, scale, start }) {
    stroke(context, line, Math.max(1.6 * scale, width * 0.45), colour, dash, offset);
    context.lineWidth = 1.3 * scale;
    context.strokeStyle = colour;
    every(line, 9 * scale, start, ({ x, y, angle }) => {
      const lean = angle + 2.4;
      context.beginPath();
      context.moveTo(x, y);
      context.lineTo(x + Math.cos(lean) * width * 1.1, y + Math.sin(lean) * width * 1.1);
      context.stroke();
    });
  },
};

// Signs at whole steps from the start of the whole route, so that they stand still as it grows.
function every(line, step, start, draw) {
  const along = lengths(line);
  const total = along[along.length - 1];
  for (let at = step / 2 - (start % step); at < total; at += step) if (at >= 0) draw(pointAlong(line, along, at));
}

/** Draw the head of an arrow whose shaft is `width` wide. */
export function head(context, tip, angle, width, colour, open) {
  const length = width * 2.05;
  const half = width * 1.02;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const corner = (back, side) => [tip.x - cos * back - sin * side, tip.y - sin * back + cos * side];
  context.beginPath();
  context.moveTo(...corner(length, half));
  context.lineTo(tip.x, tip.y);
  context.lineTo(...corner(length, -half));
  if (open) {
    context.lineWidth = Math.max(1.4, width * 0.4);
    context.strokeStyle = colour;
    context.stroke();
    return;
  }
  context.lineTo(...corner(length * 0.78, 0));
  context.closePath();
  context.fillStyle = colour;
  context.fill();
}

// The direction of the last stretch as long as the head, so that a bend does not turn it.
function aim(line, along, length) {
  const total = along[along.length - 1];
  const back = pointAlong(line, along, total - length);
  const [x, y] = line[line.length - 1];
  return Math.atan2(y - back.y, x - back.x);
}

function fading(context, line, colour, outwards) {
  const [start, end] = [line[0], line[line.length - 1]];
  const gradient = context.createLinearGradient(...start, ...end);
  const clear = colour.replace("rgb(", "rgba(").replace(/ (?=\d)/g, ", ").replace(")", ", 0)");
  gradient.addColorStop(0, outwards ? colour : clear);
  gradient.addColorStop(1, outwards ? clear : colour);
  return gradient;
}

const solidly = (colour) => mixed(colour, colour, 1);

/**
 * Return an arrow ready to draw: its line short of the head, where the head stands, its lengths.
 *
 * `line` is in pixels; `pointed` says that it ends in a head.
 */
export function prepared(line, width, pointed) {
  const along = lengths(line);
  const total = along[along.length - 1];
  const headed = pointed && total > width * 3.4;
  const shaft = headed ? cut(line, along, 0, total - width * 1.6) : line;
  const [x, y] = line[line.length - 1];
  return { line, along, total, shaft, shaftAlong: lengths(shaft), headed, tip: { x, y }, angle: aim(line, along, width * 2.2) };
}

/** Lay the halo of an arrow on the ground, before any arrow is drawn. */
export function drawHalo(context, arrow, { width, halo, scale }) {
  stroke(context, arrow.line, width + 2 * HALO * scale, halo);
  if (arrow.headed) head(context, arrow.tip, arrow.angle, width + HALO * scale * 0.8, halo, false);
}

/**
 * Draw a march that took place: what is passed full, what lies ahead pale.
 *
 * style: {width, colour, ground, pattern, inferred, fadeStart, fadeEnd, scale}; `passed` 0 to 1;
 * `open` brightens the whole: the force is somewhere on it.
 */
export function drawArrow(context, arrow, style, { passed, open }) {
  const { width, ground, inferred, scale } = style;
  const full = solidly(style.colour);
  const pale = mixed(style.colour, ground, AHEAD);
  const bright = mixed(style.colour, ground, 0.8);
  const dash = inferred ? INFERRED.map((part) => part * scale) : [];
  const structure = STRUCTURES[style.pattern] ?? STRUCTURES.solid;
  const piece = (from, to, colour, core) => {
    const line = cut(arrow.shaft, arrow.shaftAlong, from, to);
    if (line.length > 1) structure(context, line, { width, colour, core, dash, offset: from, scale, start: from });
    return line;
  };
  const fade = Math.min(FADE * scale, arrow.total);
  const draw = (from, to, colour) => {
    const [first, last] = [style.fadeStart ? fade : 0, style.fadeEnd ? arrow.total - fade : arrow.total];
    piece(Math.max(from, first), Math.min(to, last), colour, ground);
    for (const [start, end, outwards] of [[0, first, false], [last, arrow.total, true]]) {
      const [a, b] = [Math.max(from, start), Math.min(to, end)];
      const line = cut(arrow.shaft, arrow.shaftAlong, a, b);
      if (line.length > 1) piece(a, b, fading(context, line, colour, outwards), "rgba(0, 0, 0, 0)");
    }
  };
  context.lineCap = "butt";
  context.lineJoin = "round";
  const behind = passed * arrow.total;
  if (passed < 1) draw(behind, arrow.shaftAlong[arrow.shaftAlong.length - 1], open ? bright : pale);
  if (passed > 0) draw(0, behind, full);
  if (arrow.headed && !style.fadeEnd) {
    head(context, arrow.tip, arrow.angle, Math.max(width, 4.4 * scale), passed >= 1 ? full : open ? bright : pale, style.openHead);
  }
}

/** Draw a march that was planned, ordered or given up: a hollow band, never an arrow. */
export function drawPlan(context, arrow, { width, colour, ground, scale }) {
  context.lineCap = "round";
  context.lineJoin = "round";
  const wide = Math.max(width, 6 * scale);
  stroke(context, arrow.line, wide, mixed(colour, ground, 0.75));
  stroke(context, arrow.line, wide - 1.8 * scale, ground);
  context.lineCap = "butt";
}

/** Mark an arrow as the selected or the hovered one: an ink outline on a halo of the selection. */
export function drawChosen(context, arrow, { width, scale, ink, select, ground }) {
  context.lineCap = "round";
  if (select) stroke(context, arrow.line, width + 8 * scale, select);
  stroke(context, arrow.line, width + 4.2 * scale, ink);
  stroke(context, arrow.line, width + 2 * scale, ground);
  context.lineCap = "butt";
}
