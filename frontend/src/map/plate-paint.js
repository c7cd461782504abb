// Paints the ground of the plate bottom up: sea, water-lining, land, relief, ribbons, rivers and borders.

import { pointsAt, ringAt } from "./plate-decode.js";
import { reliefShare } from "./plate-relief.js";
import { grownBox, traceLine, traceRing } from "./plate-trace.js";

// Water-lines: pixels from the coast and opacity, the widest first.
const WATER_LINES = [[27, 0.15], [21, 0.22], [15.8, 0.3], [11.4, 0.4], [7.8, 0.5], [4.8, 0.6], [2.2, 0.72]];
const LINE = 1.4;
const MARGIN = 34;
const DASH = [7, 2.4, 1.4, 2.4];
const RIBBONS = { persia: "persia", russia: "russia", ottoman: "ottoman", afghanistan: "other", india: "other", arabia: "other" };

function linesPath(lines, view, { coarser = 0 } = {}) {
  const path = new Path2D();
  const box = grownBox(view, MARGIN * view.unit);
  for (const line of lines) traceLine(path, pointsAt(line, view.zoom - coarser), line.box, view, box);
  return path;
}

function ringsPath(plate, rings, view) {
  const path = new Path2D();
  const box = grownBox(view, MARGIN * view.unit);
  for (const ring of rings) traceRing(path, ringAt(plate.arcs, ring.numbers, view.zoom), ring.box, view, box);
  return path;
}

// Stroking the coast from the widest to the narrowest, each once in the line's colour and once a little
// narrower in the sea's, leaves lines at equal distances off it.
function paintWaterLines(context, coast, colours, view, lines) {
  context.lineJoin = "round";
  context.lineCap = "round";
  for (const [distance, opacity] of lines) {
    context.lineWidth = 2 * distance * view.unit;
    context.globalAlpha = opacity;
    context.strokeStyle = colours.seaLine;
    context.stroke(coast);
    context.globalAlpha = 1;
    context.lineWidth = (2 * distance - LINE) * view.unit;
    context.strokeStyle = colours.sea;
    context.stroke(coast);
  }
}

function paintRelief(context, plate, relief, view) {
  const share = relief ? reliefShare(view.zoom) : 0;
  if (!share) return;
  const [west, north, east, south] = plate.extent;
  context.globalAlpha = share;
  context.imageSmoothingEnabled = true;
  context.imageSmoothingQuality = "high";
  context.drawImage(relief, view.x(west), view.y(north), (east - west) * view.scale, (south - north) * view.scale);
  context.globalAlpha = 1;
}

function paintLakes(context, plate, colours, view) {
  const lakes = ringsPath(plate, plate.lakes, view);
  context.fillStyle = colours.sea;
  context.fill(lakes);
  context.save();
  context.clip(lakes);
  paintWaterLines(context, lakes, colours, view, WATER_LINES.slice(view.zoom < 6 ? 6 : 4));
  context.restore();
  context.strokeStyle = colours.coast;
  context.lineWidth = 0.8 * view.unit;
  context.stroke(lakes);
}

function paintRibbons(context, plate, colours, view, realms) {
  const size = view.unit * (view.zoom < 5 ? 0.6 : 1);
  for (const [realm, colour] of Object.entries(RIBBONS)) {
    const rings = plate.land[realm] || [];
    const numbers = rings.flatMap((ring) => ring.numbers.map((number) => (number < 0 ? ~number : number)));
    const outline = linesPath(numbers.filter((number) => !plate.frame.has(number)).map((number) => plate.arcs[number]), view);
    context.save();
    context.clip(realms[realm]);
    context.strokeStyle = colours[colour];
    for (const [width, opacity] of [[13, 0.3], [5, 0.55]]) {
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
  context.fillStyle = colours.sea;
  context.fillRect(0, 0, view.width, view.height);
  const lines = view.zoom < 5 ? WATER_LINES.slice(4) : WATER_LINES.slice(view.zoom < 6 ? 2 : 0);
  paintWaterLines(context, linesPath(plate.coast, view, { coarser: 1 }), colours, view, lines);
  const realms = Object.fromEntries(Object.entries(plate.land).map(([realm, rings]) => [realm, ringsPath(plate, rings, view)]));
  const all = new Path2D();
  for (const path of Object.values(realms)) all.addPath(path);
  context.fillStyle = colours.landOther;
  context.fill(all);
  context.fillStyle = colours.land;
  context.fill(realms.persia);
  paintRelief(context, plate, relief, view);
  context.lineJoin = "round";
  paintRibbons(context, plate, colours, view, realms);
  paintRivers(context, plate, colours, view);
  paintLakes(context, plate, colours, view);
  context.strokeStyle = colours.coast;
  context.lineWidth = 0.9 * view.unit;
  context.stroke(coast);
  paintBorders(context, plate, colours, view);
}
