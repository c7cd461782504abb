// Draws the neatline round the map: its chequer of half degrees and the degrees inside it.

import { chequerStep, degreesText, graticuleStep, multiples } from "./plate-graticule.js";
import { gridLatitude, gridLongitude, placeOn } from "./plate-trace.js";
import { digitsOf } from "./plate-words.js";

const EDGE = 4;

function paintChequer(context, colours, view) {
  const { width, height, unit } = view;
  const band = EDGE * unit;
  const step = chequerStep(view.zoom);
  const odd = (value) => Math.abs(Math.round(value / step)) % 2 === 1;
  context.fillStyle = colours.ink2;
  const lons = multiples(gridLongitude(view.box[0]) - step, gridLongitude(view.box[2]), step).filter(odd);
  for (const lon of lons) {
    const from = Math.max(band, placeOn(view, 0, lon)[0]);
    const to = Math.min(width - band, placeOn(view, 0, lon + step)[0]);
    if (to > from) for (const y of [0, height - band]) context.fillRect(from, y + unit, to - from, band - 2 * unit);
  }
  const south = Math.max(-84, gridLatitude(view.box[3]) - step);
  for (const lat of multiples(south, Math.min(84, gridLatitude(view.box[1])), step).filter(odd)) {
    const from = Math.max(band, placeOn(view, Math.min(84.9, lat + step), 0)[1]);
    const to = Math.min(height - band, placeOn(view, lat, 0)[1]);
    if (to > from) for (const x of [0, width - band]) context.fillRect(x + unit, from, band - 2 * unit, to - from);
  }
}

function paintDegrees(context, colours, view, language) {
  const { width, height, unit } = view;
  const step = graticuleStep(view.zoom);
  const digits = digitsOf(language);
  context.font = `${10.5 * unit}px ${colours.sans}`;
  context.lineWidth = 2.6 * unit;
  context.lineJoin = "round";
  context.strokeStyle = colours.halo;
  context.fillStyle = colours.ink2;
  const print = (words, x, y) => {
    context.strokeText(words, x, y);
    context.fillText(words, x, y);
  };
  context.textAlign = "center";
  context.textBaseline = "top";
  for (const lon of multiples(gridLongitude(view.box[0]), gridLongitude(view.box[2]), step)) {
    const x = placeOn(view, 0, lon)[0];
    if (x > 42 * unit && x < width - 30 * unit) print(degreesText(lon, digits), x, (EDGE + 3) * unit);
  }
  context.textAlign = "start";
  context.textBaseline = "middle";
  const south = Math.max(-84, gridLatitude(view.box[3]));
  for (const lat of multiples(south, Math.min(84, gridLatitude(view.box[1])), step)) {
    const y = placeOn(view, lat, 0)[1];
    if (y > 26 * unit && y < height - 20 * unit) print(degreesText(lat, digits), (EDGE + 4) * unit, y);
  }
}

// The frame of a view that is just what the map shows, on a context whose unit is a CSS pixel.
export function paintFrame(context, colours, view, language) {
  const { width, height, unit } = view;
  const band = EDGE * unit;
  context.clearRect(0, 0, width, height);
  context.direction = "ltr";
  context.fillStyle = colours.paper;
  for (const [x, y, w, h] of [[0, 0, width, band], [0, height - band, width, band], [0, 0, band, height], [width - band, 0, band, height]]) {
    context.fillRect(x, y, w, h);
  }
  paintChequer(context, colours, view);
  context.strokeStyle = colours.ink2;
  context.lineWidth = unit;
  for (const inset of [unit / 2, band + unit / 2]) context.strokeRect(inset, inset, width - 2 * inset, height - 2 * inset);
  paintDegrees(context, colours, view, language);
}
