// Paints the ground of the plate bottom up: sea, land, relief, ribbons, rivers, lakes, coast and borders.

import { pointsAt, ringAt } from "./plate-decode.js";
import { paintSea } from "./plate-sea.js";
import { reliefShare } from "./plate-relief.js";
import { grownBox, touches, traceLine, traceRing } from "./plate-trace.js";

// Lakes are small: their lines are the edge stroked twice, once in the line's colour and once narrower.
const LAKE_LINES = [[7.8, 0.5], [4.8, 0.6], [2.2, 0.72]];
const LINE = 1.4;
const MARGIN = 34;
const DASH = [7, 2.4, 1.4, 2.4];
const RIBBONS = { persia: ["persia"], russia: ["russia"], ottoman: ["ottoman"], other: ["afghanistan", "india", "arabia"] };

function linesPath(lines, view, { coarser = 0 } = {}) {
  const path = new Path2D();
  const box = grownBox(view, MARGIN * view.unit);
  for (const line of lines) traceLine(path, pointsAt(line, view.zoom - coarser), line.box, view, box);
  return path;
}

// Rings are put together once a zoom: each is wanted for several bands and several layers.
function ringOf(plate, ring, zoom) {
  const level = Math.max(4, Math.min(8, Math.ceil(zoom)));
  ring.selections ||= [];
  ring.selections[level] ||= ringAt(plate.arcs, ring.numbers, level);
  return ring.selections[level];
}

function ringsPath(plate, rings, view, { coarser = 0 } = {}) {
  const path = new Path2D();
  const box = grownBox(view, MARGIN * view.unit);
  for (const ring of rings) {
    if (touches(ring.box, box)) traceRing(path, ringOf(plate, ring, view.zoom - coarser), ring.box, view, box);
  }
  return path;
}

function paintRelief(context, plate, relief, view) {
  const share = relief ? reliefShare(view.zoom) : 0;
  if (!share) return;
  const [west, north, east, south] = plate.extent;
  context.globalAlpha = share;
  context.imageSmoothingEnabled = true;
  context.imageSmoothingQuality = view.zoom > 6 ? "high" : "medium";
  context.drawImage(relief, view.x(west), view.y(north), (east - west) * view.scale, (south - north) * view.scale);
  context.globalAlpha = 1;
}

function paintLakes(context, plate, colours, view) {
  const lakes = ringsPath(plate, plate.lakes, view);
  context.fillStyle = colours.sea;
  context.fill(lakes);
  context.save();
  context.clip(lakes);
  context.lineJoin = "round";
  for (const [distance, opacity] of LAKE_LINES.slice(view.zoom < 6 ? 2 : 0)) {
    for (const [width, colour, share] of [[2 * distance, "seaLine", opacity], [2 * distance - LINE, "sea", 1]]) {
      context.lineWidth = width * view.unit;
      context.globalAlpha = share;
      context.strokeStyle = colours[colour];
      context.stroke(lakes);
    }
  }
  context.restore();
  context.strokeStyle = colours.coast;
  context.lineWidth = 0.8 * view.unit;
  context.stroke(lakes);
}

// A coarser outline serves here: its edge lies under the coast or the border.
function paintRibbons(context, plate, colours, view) {
  const size = view.unit * (view.zoom < 5 ? 0.6 : 1);
  for (const [colour, realms] of Object.entries(RIBBONS)) {
    const rings = realms.flatMap((realm) => plate.land[realm] || []);
    const numbers = rings.flatMap((ring) => ring.numbers.map((number) => (number < 0 ? ~number : number)));
    const edges = numbers.filter((number) => !plate.frame.has(number)).map((number) => plate.arcs[number]);
    const box = grownBox(view, 0);
    if (!edges.some((edge) => touches(edge.box, box))) continue;
    const outline = linesPath(edges, view, { coarser: 1 });
    context.save();
    context.clip(ringsPath(plate, rings, view, { coarser: 1 }));
    context.strokeStyle = colours[colour];
    for (const [width, opacity] of [[13, 0.3], [5, 0.5]]) {
      context.lineWidth = width * size;
      context.globalAlpha = opacity;
      context.stroke(outline);
    }
    context.restore();
  }
}

// The courses are good to a kilometre: beyond this zoom they would run beside the plans' own.
const LAST_RIVERS = 12;

function paintRivers(context, plate, colours, view) {
  if (view.zoom >= LAST_RIVERS) return;
  const path = linesPath(plate.rivers.filter((river) => river.first <= Math.max(4, view.zoom)), view);
  context.strokeStyle = colours.river;
  context.lineWidth = (view.zoom < 6 ? 0.7 : 1) * view.unit;
  context.stroke(path);
}

// Over all bands at once, as a dash would start afresh in each.
export function paintBorders(context, plate, colours, view) {
  context.lineJoin = "round";
  context.setLineDash(DASH.map((length) => length * view.unit));
  context.lineCap = "butt";
  context.lineWidth = 1.1 * view.unit;
  context.strokeStyle = colours.border;
  context.stroke(linesPath(plate.borders, view));
  context.setLineDash([]);
}

// Paints one band of a view: all that lies under the borders, the graticule and the words.
export function paintBand(context, plate, colours, relief, band) {
  paintSea(context, plate, colours, band);
  const coast = linesPath(plate.coast, band);
  const all = new Path2D();
  for (const [realm, rings] of Object.entries(plate.land)) if (realm !== "persia") all.addPath(ringsPath(plate, rings, band));
  const persia = ringsPath(plate, plate.land.persia, band);
  all.addPath(persia);
  context.fillStyle = colours.landOther;
  context.fill(all);
  context.fillStyle = colours.land;
  context.fill(persia);
  paintRelief(context, plate, relief, band);
  context.lineJoin = "round";
  paintRibbons(context, plate, colours, band);
  paintRivers(context, plate, colours, band);
  paintLakes(context, plate, colours, band);
  context.strokeStyle = colours.coast;
  context.lineWidth = 0.9 * band.unit;
  context.stroke(coast);
}
