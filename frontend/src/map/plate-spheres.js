// Draws the spheres of 1907: a dotted line, a tint on the sphere's own side and its name along it.

import { boxesMeet, turnedBox, within } from "./plate-names.js";
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

// Along the stretch of its own first, then along the others; the middle of each before its ends.
const SHARES = [0.42, 0.5, 0.3, 0.6, 0.7, 0.2, 0.8, 0.12, 0.88];

function nameSpots(points, first) {
  const stretches = points.slice(1).map((end, index) => [points[index], end]);
  return [first, ...stretches.keys()].flatMap((number) => SHARES.map((share) => [stretches[number], share]));
}

// Where the name of each sphere goes: {x, y, angle, lift, words, colour, box}, off what is taken and in sight where that can be.
export function placeSpheres(context, plate, colours, view, language, { sight, taken }) {
  if (view.zoom > LAST_ZOOM) return [];
  return Object.entries(plate.spheres).flatMap(([power, sphere]) => {
    const words = wordsOf(sphere.name, language);
    context.font = face(colours, view, language);
    context.letterSpacing = "0px";
    const width = context.measureText(words).width + 12 * view.unit;
    const points = sphere.line.map(([lat, lon]) => placeOn(view, lat, lon));
    const spots = nameSpots(points, NAMED_STRETCH[power]).flatMap(([[[x0, y0], [x1, y1]], share]) => {
      if (Math.hypot(x1 - x0, y1 - y0) < width) return [];
      const x = x0 + (x1 - x0) * share;
      const y = y0 + (y1 - y0) * share;
      const angle = Math.atan2(y1 - y0, x1 - x0) + (x1 < x0 ? Math.PI : 0);
      const lift = (x1 < x0 ? 13 : -5) * view.unit;
      const box = turnedBox(x, y, width, 22 * view.unit, (angle * 180) / Math.PI);
      return [{ x, y, angle, lift, words, colour: COLOURS[power], box }];
    });
    const clear = spots.find(({ box }) => (!sight || within(box, sight)) && !taken.some((other) => boxesMeet(box, other)));
    // Half a name on the edge of the map says nothing; what is out of sight waits where it is.
    return clear ?? (spots[0] && sight && boxesMeet(spots[0].box, sight) ? [] : spots[0] ?? []);
  });
}

const face = (colours, view, language) => `${11.5 * view.unit}px ${language === "fa" ? colours.naskh : colours.sans}`;

function paintName(context, { x, y, angle, lift, words, colour }, colours, view, language) {
  context.save();
  context.translate(x, y);
  context.rotate(angle);
  context.font = face(colours, view, language);
  context.textAlign = "center";
  context.textBaseline = "alphabetic";
  context.lineJoin = "round";
  context.lineWidth = 2.6 * view.unit;
  context.strokeStyle = colours.land;
  context.fillStyle = colours[colour];
  context.strokeText(words, 0, lift);
  context.fillText(words, 0, lift);
  context.restore();
}

export function paintSpheres(context, plate, names, colours, view, language) {
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
  }
  for (const name of names) paintName(context, name, colours, view, language);
}
