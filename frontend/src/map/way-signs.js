// Lays the shown routes on a view: pixels, widths, offsets, and the flags where they leave it.

import { leaves, lengths, shifted } from "./polyline.js";
import { prepared } from "./arrows.js";
import { widthOf } from "./routes.js";

const STUB = 46;
// Below this zoom campaigns are short: thinner arrows keep them apart.
const LOW = 5;
const VAGUE_KM = 200;
const MEN = new Set(["men", "riders", "soldiers", "cavalry", "infantry", "cossacks", "troops", "fighters", "volunteers", "horsemen"]);

const project = (view) => ([x, y]) => [x * view.scale - view.left, y * view.scale - view.top];

/** Return the strength that may widen an arrow: a number of people, never of guns or battalions. */
export function people(strength) {
  return strength && MEN.has((strength.unit ?? "").toLowerCase()) ? strength : null;
}

// A leg with one stated end: a stub along the way the march was going, or coming.
function stub(route, line, routes, view, unit) {
  const [x, y] = line[0];
  const own = routes.filter((other) => other.movement === route.movement && other.line.length > 1);
  const order = route.leg.order;
  const before = own.filter((other) => other.leg.order < order).pop();
  const after = own.find((other) => other.leg.order > order);
  const along = before ?? after;
  let [dx, dy] = [0.55, 0.83];
  if (along) {
    const ends = along === before ? along.line.slice(-2) : along.line.slice(0, 2);
    const [start, end] = ends.map(project(view));
    const size = Math.hypot(end[0] - start[0], end[1] - start[1]) || 1;
    [dx, dy] = [(end[0] - start[0]) / size, (end[1] - start[1]) / size];
  }
  const far = STUB * unit * (route.openEnd ? 1 : -1);
  const end = [x + dx * far, y + dy * far];
  const middle = [x + dx * far * 0.5, y + dy * far * 0.5];
  return route.openEnd ? [line[0], middle, end] : [end, middle, line[0]];
}

// "From Europe" begins nowhere on a map: like an end not given it fades.
const vague = (place) => (place.uncertainty_km ?? 0) > VAGUE_KM;

function box(line) {
  const xs = line.map(([x]) => x);
  const ys = line.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/**
 * Return the ways of a view: {route, arrow, line, style, id, flags}, in order of importance, the most last.
 *
 * `flags` are {x, y, angle, place, towards} where an end lies beyond the frame of the view.
 */
export function waySigns(sheet, view, ink, options) {
  const unit = ink.unit;
  const ways = [];
  for (const route of sheet.routes) {
    const pixels = route.line.map(project(view));
    const single = pixels.length < 2;
    if (single && !route.openStart && !route.openEnd) continue;
    const line = single ? stub(route, pixels, sheet.routes, view, unit) : pixels;
    const [left, top, right, bottom] = box(line);
    if (right < -40 || bottom < -40 || left > view.width + 40 || top > view.height + 40) continue;
    if (!single && Math.max(right - left, bottom - top) < 3) continue;
    const side = ink.sideOf(route.side);
    const width = widthOf(people(route.leg.strength), side.pattern, options) * unit * (view.zoom < LOW ? 0.75 : 1);
    const shift = (sheet.slots.get(route) ?? 0) * (width + 3.5 * unit);
    const shown = shifted(line, shift, 16 * unit);
    const arrow = prepared(shown, width, !route.openEnd);
    ways.push({
      route,
      line: shown,
      arrow,
      side,
      style: {
        width,
        colour: side.colour,
        ground: ink.land,
        halo: ink.halo,
        pattern: side.pattern,
        inferred: route.leg.inferred,
        fadeStart: route.openStart || vague(route.stops[0]),
        fadeEnd: route.openEnd || vague(route.stops[route.stops.length - 1]),
        openHead: single,
        scale: unit,
      },
      flags: single ? [] : flagsOf(route, shown, view, unit),
    });
  }
  return ways.sort((one, other) => one.route.movement.importance - other.route.movement.importance);
}

function flagsOf(route, line, view, unit) {
  const edge = 16 * unit;
  const frame = { left: edge, top: edge, right: view.width - edge, bottom: view.height - edge };
  // A place on the very edge is seen: it needs no flag.
  const inside = ([x, y]) => x >= 0 && x <= view.width && y >= 0 && y <= view.height;
  const flags = [];
  if (!inside(line[line.length - 1])) {
    const out = leaves(line, lengths(line), frame);
    if (out && !route.openEnd) flags.push({ ...out, place: route.stops[route.stops.length - 1], towards: true });
  }
  if (!inside(line[0])) {
    const back = [...line].reverse();
    const out = leaves(back, lengths(back), frame);
    if (out && !route.openStart) flags.push({ ...out, place: route.stops[0], towards: false });
  }
  return flags;
}
