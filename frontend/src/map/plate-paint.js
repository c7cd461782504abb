// Paints the ground of the plate bottom up: sea, water-lining, land, relief, ribbons, rivers and borders.

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

function ringsPath(plate, rings, view, { coarser = 0 } = {}) {
  const path = new Path2D();
  const box = grownBox(view, MARGIN * view.unit);
  for (const ring of rings) {
    if (touches(ring.box, box)) traceRing(path, ringAt(plate.arcs, ring.numbers, view.zoom - coarser), ring.box, view, box);
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

function paintRivers(context, plate, colours, view) {
  const path = linesPath(plate.rivers.filter((river) => river.first <= Math.max(4, view.zoom)), view);
  context.strokeStyle = colours.river;
  context.lineWidth = (view.zoom < 6 ? 0.7 : 1) * view.unit;
  context.stroke(path);
}

function paintBorders(context, plate, colours, view) {
  context.setLineDash(DASH.map((length) => length * view.unit));
  context.lineCap = "butt";
  context.lineWidth = 1.1 * view.unit;
  context.strokeStyle = colours.border;
  context.stroke(linesPath(plate.borders, view));
  context.setLineDash([]);
}

// The ground of a view on a context whose unit is a CSS pixel.
export function paintGround(context, plate, colours, relief, view) {
  const coast = linesPath(plate.coast, view);
  paintSea(context, plate, colours, view);
  const realms = Object.fromEntries(Object.entries(plate.land).map(([realm, rings]) => [realm, ringsPath(plate, rings, view)]));
  const all = new Path2D();
  for (const path of Object.values(realms)) all.addPath(path);
  context.fillStyle = colours.landOther;
  context.fill(all);
  context.fillStyle = colours.land;
  context.fill(realms.persia);
  paintRelief(context, plate, relief, view);
  context.lineJoin = "round";
  paintRibbons(context, plate, colours, view);
  paintRivers(context, plate, colours, view);
  paintLakes(context, plate, colours, view);
  context.strokeStyle = colours.coast;
  context.lineWidth = 0.9 * view.unit;
  context.stroke(coast);
  paintBorders(context, plate, colours, view);
}
