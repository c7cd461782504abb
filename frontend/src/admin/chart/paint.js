// Draws a scene over the base plate with the atlas's own signs: rings of uncertainty, lines with arrows, named points.

import { drawArrow, drawChosen, drawHalo, drawPlan, prepared } from "../../map/arrows.js";
import { bowed, curve } from "../../map/curve.js";
import { washed } from "../../map/ink.js";
import { placeLabels } from "../../map/labels.js";
import { toWorld, worldPerKm } from "../../map/mercator.js";
import { drawBlock, placeLabels as namesOf } from "../../map/names.js";
import { cut, lengths } from "../../map/polyline.js";
import { dotRadius, drawPlace, drawSelected, ring } from "../../map/signs.js";
import { hasPoint } from "./scene.js";

const NUMBERED = 10;
const LINE = 4;
const PIN = 13;
const CLEAR = 11;

/** Return {x, y} of a point on a view, in pixels of the map's container. */
export function placed(view, lat, lon) {
  const [x, y] = toWorld(lat, lon);
  return { x: x * view.scale - view.left, y: y * view.scale - view.top };
}

function pixelsOf(km, y, view) {
  return km * worldPerKm((y + view.top) / view.scale) * view.scale;
}

function drawUncertainty(context, { lat, lon, km }, view, ink, bold) {
  const { x, y } = placed(view, lat, lon);
  const radius = pixelsOf(km, y, view);
  if (radius < 2) return;
  context.beginPath();
  context.arc(x, y, radius, 0, 7);
  context.fillStyle = washed(ink.dispute, bold ? 0.12 : 0.05);
  context.fill();
  context.setLineDash([5 * ink.unit, 3.5 * ink.unit]);
  ring(context, x, y, radius, ink.halo, 3.4 * ink.unit);
  ring(context, x, y, radius, bold ? ink.dispute : ink.ink3, (bold ? 1.6 : 1) * ink.unit);
  context.setLineDash([]);
}

// Through stated points it is a curve, as on the atlas; between two it bows, where no road is stated.
const wayOf = ({ points, straight = false }) => (straight ? points : points.length === 2 ? bowed(points) : curve(points));

// The head stands clear of the sign it points at.
function arrowOf(line, view, ink) {
  const pixels = wayOf(line).map(([lat, lon]) => {
    const { x, y } = placed(view, lat, lon);
    return [x, y];
  });
  const along = lengths(pixels);
  const clear = cut(pixels, along, 0, along[along.length - 1] - CLEAR * ink.unit);
  return prepared(clear.length > 1 ? clear : pixels, LINE * ink.unit, line.arrow !== false);
}

function drawLine(context, line, arrow, ink) {
  const side = line.side ? ink.sideOf(line.side) : ink.noSide;
  const style = { width: LINE * ink.unit, colour: side.colour, ground: ink.land, pattern: side.pattern, inferred: Boolean(line.inferred), scale: ink.unit };
  if (line.chosen) drawChosen(context, arrow, { width: style.width, scale: ink.unit, ink: ink.ink, select: ink.select, ground: ink.land });
  else drawHalo(context, arrow, { width: style.width, halo: ink.halo, scale: ink.unit });
  if (line.planned) drawPlan(context, arrow, style);
  else drawArrow(context, arrow, style, { passed: 1, open: Boolean(line.open) });
}

function drawBox(context, { south, west, north, east }, view, ink) {
  const [low, high] = [placed(view, south, west), placed(view, north, east)];
  context.lineWidth = 1.6 * ink.unit;
  context.strokeStyle = ink.ink;
  context.setLineDash([7 * ink.unit, 4 * ink.unit]);
  context.strokeRect(low.x, high.y, high.x - low.x, low.y - high.y);
  context.setLineDash([]);
}

function drawNumbered(context, { x, y, number, chosen }, ink) {
  const radius = NUMBERED * ink.unit;
  context.beginPath();
  context.arc(x, y, radius, 0, 7);
  context.fillStyle = chosen ? ink.ink : ink.paperRaised;
  context.fill();
  ring(context, x, y, radius, ink.ink, 1.4 * ink.unit);
  context.font = `600 ${12.5 * ink.unit}px ${ink.sans}`;
  context.textAlign = "center";
  context.fillStyle = chosen ? ink.paper : ink.ink;
  context.fillText(String(number), x, y + 4.4 * ink.unit);
  context.textAlign = "left";
}

function signOf(mark, view, ink) {
  const numbered = mark.number !== undefined;
  const radius = numbered ? NUMBERED * ink.unit : dotRadius(mark.kind, ink);
  return {
    ...mark, ...placed(view, mark.lat, mark.lon), numbered, radius, selected: Boolean(mark.chosen),
    weight: (mark.chosen ? 900 : numbered ? 600 - mark.number : 100) + (mark.weight ?? 0),
    place: { id: mark.id, name: mark.name, fa: mark.fa ?? "", kind: mark.kind },
  };
}

const around = ({ x, y, radius }, owner = null) => ({ x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius, owner });

function words(signs, pins, view, { ink, sprites, language, taken }) {
  const labels = namesOf(signs, view, ink, sprites, { language, both: view.width > 480 });
  const obstacles = [
    ...taken,
    ...signs.map((sign) => around(sign, `place:${sign.id}`)),
    ...pins.map((pin) => around({ ...placed(view, pin.lat, pin.lon), radius: PIN * ink.unit })),
  ];
  const edge = 10 * ink.unit;
  const frame = { x: edge, y: edge, width: view.width - 2 * edge, height: view.height - 2 * edge };
  const boxes = placeLabels(labels, { obstacles, frame });
  return labels.filter(({ id }) => boxes.has(id)).map((label) => ({ ...label, box: boxes.get(label.id) }));
}

/** Draw a scene; `setting` holds {ink, sprites, language, taken}, `taken` the boxes names keep off. */
export function paintScene(context, scene, view, setting) {
  const { ink } = setting;
  const marks = scene.marks.filter(hasPoint);
  const pins = scene.pins.filter(hasPoint);
  for (const box of scene.boxes) drawBox(context, box, view, ink);
  for (const mark of marks.filter(({ km }) => km > 0)) drawUncertainty(context, mark, view, ink, Boolean(mark.chosen));
  for (const pin of pins.filter(({ km }) => km > 0)) drawUncertainty(context, pin, view, ink, true);
  const lines = scene.lines.filter(({ points }) => points.length > 1);
  for (const line of [...lines].sort((one, other) => Boolean(one.chosen) - Boolean(other.chosen))) {
    drawLine(context, line, arrowOf(line, view, ink), ink);
  }
  const signs = marks.map((mark) => signOf(mark, view, ink));
  for (const sign of signs) {
    if (sign.chosen) drawSelected(context, sign, ink);
    if (sign.numbered) drawNumbered(context, sign, ink);
    else drawPlace(context, sign, ink, { zoom: view.zoom, symbols: null });
  }
  for (const { block, box } of words(signs, pins, view, setting)) drawBlock(context, block, box);
}
