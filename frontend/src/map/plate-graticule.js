// Chooses the steps of meridians and parallels and draws them on the plate.

import { gridLatitude, gridLongitude, placeOn } from "./plate-trace.js";

const STEPS = [10, 5, 2, 1, 1 / 2, 1 / 6, 1 / 12, 1 / 30, 1 / 60];
const CHEQUERS = [5, 2, 1, 1 / 2, 1 / 6, 1 / 12, 1 / 30, 1 / 60];

const finest = (steps, zoom, pixels) => {
  const perDegree = (256 * 2 ** zoom) / 360;
  return steps.filter((step) => step * perDegree >= pixels).pop() ?? steps[0];
};

// Degrees between two lines of the graticule: the finest step with 88 pixels between meridians.
export const graticuleStep = (zoom) => finest(STEPS, zoom, 88);

// Degrees of one field of the frame's chequer: half a degree at the zooms of the whole plate.
export const chequerStep = (zoom) => finest(CHEQUERS, zoom, 11);

// All multiples of a step from one value to another, without the errors of repeated adding.
export function multiples(from, to, step) {
  const found = [];
  for (let number = Math.ceil(from / step - 1e-9); number * step <= to + 1e-9; number += 1) found.push(number * step);
  return found;
}

// Degrees and, where the step needs them, minutes: 44° or 35°40′.
export function degreesText(value, digits = (text) => text) {
  const minutes = Math.round(Math.abs(value) * 60);
  const whole = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return digits(`${value < 0 && minutes ? "−" : ""}${whole}°${rest ? `${String(rest).padStart(2, "0")}′` : ""}`);
}

export function paintGraticule(context, colours, view) {
  const step = graticuleStep(view.zoom);
  const path = new Path2D();
  for (const lon of multiples(gridLongitude(view.box[0]), gridLongitude(view.box[2]), step)) {
    const x = Math.round(placeOn(view, 0, lon)[0]) + 0.5;
    path.moveTo(x, 0);
    path.lineTo(x, view.height);
  }
  const south = Math.max(-84, gridLatitude(view.box[3]));
  for (const lat of multiples(south, Math.min(84, gridLatitude(view.box[1])), step)) {
    const y = Math.round(placeOn(view, lat, 0)[1]) + 0.5;
    path.moveTo(0, y);
    path.lineTo(view.width, y);
  }
  context.globalAlpha = 0.13;
  context.strokeStyle = colours.ink;
  context.lineWidth = view.unit;
  context.stroke(path);
  context.globalAlpha = 1;
}
