// Draws the spheres of 1907: a dotted line, a tint on the sphere's own side and its name along it.

import { placeOn } from "./plate-trace.js";
import { wordsOf } from "./plate-words.js";

const COLOURS = { russia: "sphereRussia", britain: "sphereBritain" };
// The stretch of each line that carries the name.
const NAMED_STRETCH = { russia: 0, britain: 1 };
const TINT = 7;
// Nobody surveyed these lines; closer in they would cut through streets.
const LAST_ZOOM = 10;

// The same line moved to its left hand by so many pixels, its bends mitred.
export function leftOf(points, distance) {
  const normals = [];
  for (let index = 1; index < points.length; index += 1) {
    const dx = points[index][0] - points[index - 1][0];
    const dy = points[index][1] - points[index - 1][1];
    const length = Math.hypot(dx, dy) || 1;
    normals.push([dy / length, -dx / length]);
  }
  return points.map(([x, y], index) => {
    const before = normals[Math.max(0, index - 1)];
    const after = normals[Math.min(normals.length - 1, index)];
    const sum = [before[0] + after[0], before[1] + after[1]];
    const share = (2 * distance) / Math.max(0.5, sum[0] ** 2 + sum[1] ** 2);
    return [x + sum[0] * share, y + sum[1] * share];
  });
}

function pathOf(points) {
  const path = new Path2D();
  points.forEach(([x, y], index) => (index ? path.lineTo(x, y) : path.moveTo(x, y)));
  return path;
}

function paintName(context, points, words, colours, colour, view, language) {
  const [[x0, y0], [x1, y1]] = points;
  if (Math.hypot(x1 - x0, y1 - y0) < 150 * view.unit) return;
  context.save();
  context.translate(x0 + (x1 - x0) * 0.42, y0 + (y1 - y0) * 0.42);
  context.rotate(Math.atan2(y1 - y0, x1 - x0) + (x1 < x0 ? Math.PI : 0));
  context.font = `${11.5 * view.unit}px ${language === "fa" ? colours.naskh : colours.sans}`;
  context.textAlign = "center";
  context.textBaseline = "alphabetic";
  context.lineJoin = "round";
  context.lineWidth = 2.6 * view.unit;
  context.strokeStyle = colours.land;
  context.fillStyle = colours[colour];
  const lift = (x1 < x0 ? 13 : -5) * view.unit;
  context.strokeText(words, 0, lift);
  context.fillText(words, 0, lift);
  context.restore();
}

export function paintSpheres(context, plate, colours, view, language) {
  if (view.zoom > LAST_ZOOM) return;
  for (const [power, sphere] of Object.entries(plate.spheres)) {
    const colour = COLOURS[power];
    const points = sphere.line.map(([lat, lon]) => placeOn(view, lat, lon));
    context.strokeStyle = colours[colour];
    context.lineJoin = "miter";
    context.lineCap = "butt";
    context.globalAlpha = 0.2;
    context.lineWidth = TINT * view.unit;
    context.stroke(pathOf(leftOf(points, (TINT / 2) * view.unit)));
    context.globalAlpha = 1;
    context.lineWidth = 1.3 * view.unit;
    context.setLineDash([2 * view.unit, 2.6 * view.unit]);
    context.stroke(pathOf(points));
    context.setLineDash([]);
    const stretch = points.slice(NAMED_STRETCH[power], NAMED_STRETCH[power] + 2);
    paintName(context, stretch, wordsOf(sphere.name, language), colours, colour, view, language);
  }
}
