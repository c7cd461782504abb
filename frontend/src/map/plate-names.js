// Prints the names of the plate itself: realms, seas, lakes, deserts, mountains and regions.

import { placeOn } from "./plate-trace.js";
import { haloed, setFace } from "./plate-words.js";

// Size in pixels by zoom, spacing in em, colour token and whether capitals are used, by kind.
export const STYLES = {
  realm: { size: (zoom) => 20 + 8 * (zoom - 4), spacing: 0.55, colour: "ink2", capitals: true, opacity: 0.72 },
  "realm-name": { size: (zoom) => 12 + (zoom - 4), spacing: 0.2, colour: "ink2", capitals: true, line: 1.75 },
  neighbour: { size: (zoom) => 11.5 + (zoom - 4), spacing: 0.2, colour: "ink3", capitals: true },
  sea: { size: (zoom) => 13 + 2 * (zoom - 4), spacing: 0.16, colour: "waterInk", italic: true, halo: "sea" },
  lake: { size: () => 13, spacing: 0.02, colour: "waterInk", italic: true },
  river: { size: () => 13, spacing: 0.08, colour: "waterInk", italic: true },
  desert: { size: (zoom) => 13 + (zoom - 6), spacing: 0.06, colour: "ink3", italic: true },
  range: { size: (zoom) => 13 + (zoom - 6), spacing: 0.18, colour: "ink3", italic: true },
  region: { size: (zoom) => 13 + (zoom - 6), spacing: 0.12, colour: "ink3" },
};

// The upright box round a box of width and height that is turned by so many degrees about its middle.
export function turnedBox(x, y, width, height, degrees) {
  const angle = (degrees * Math.PI) / 180;
  const wide = Math.abs(width * Math.cos(angle)) + Math.abs(height * Math.sin(angle));
  const high = Math.abs(width * Math.sin(angle)) + Math.abs(height * Math.cos(angle));
  return { x: x - wide / 2, y: y - high / 2, width: wide, height: high };
}

export const boxesMeet = (one, other) =>
  one.x < other.x + other.width && other.x < one.x + one.width
  && one.y < other.y + other.height && other.y < one.y + one.height;

export const within = (box, { x, y, width, height }) =>
  box.x >= x && box.y >= y && box.x + box.width <= x + width && box.y + box.height <= y + height;

// Where the name of a wide country may go: its own spot first, then ever further from it, but never so far
// that it names another country.
const STEPS = 6;
const FURTHEST_DEGREES = 2.2;
const FURTHEST_PIXELS = 132;
const FURTHEST_SHARE = 0.1;
// A plate no wider says the name of an empire once.
const SMALL = 640;
const SPOTS = [];
for (let across = -STEPS; across <= STEPS; across += 1) {
  for (let down = -STEPS; down <= STEPS; down += 1) SPOTS.push([across, down]);
}
SPOTS.sort(([a, b], [c, d]) => Math.hypot(a, b) - Math.hypot(c, d));
const WIDE = new Set(["realm", "realm-name", "neighbour"]);

const stepOf = (view, sight) =>
  Math.min(FURTHEST_PIXELS * view.unit, FURTHEST_DEGREES * (placeOn(view, 0, 1)[0] - placeOn(view, 0, 0)[0]), sight ? sight.width * FURTHEST_SHARE : 0) / STEPS;

/**
 * Return the box of a name moved to the nearest spot that is wholly in sight and free, or null where there is none.
 *
 * `step` is in pixels; `sight` is what the reader sees of a view, `taken` the boxes that stand on it. What is out of sight stays where it is.
 */
export function freeSpot(box, { sight, taken }, placed, step) {
  const free = (spot) => ![...taken, ...placed].some((other) => boxesMeet(spot, other));
  if (!sight || !boxesMeet(box, sight)) return free(box) ? box : null;
  for (const [across, down] of SPOTS) {
    const spot = { ...box, x: box.x + across * step, y: box.y + down * step };
    if (within(spot, sight) && free(spot)) return spot;
  }
  return null;
}

// What fits of the names in a view, in the plate's own order of importance, each with its box. The context
// only measures. Names of countries keep off what stands on the map and are never cut by its edge.
export function placeNames(context, plate, colours, view, language, clear = { sight: null, taken: [] }) {
  const placed = [];
  for (const name of plate.names) {
    if (view.zoom < name.first || view.zoom >= name.last + 1) continue;
    const [x, y] = placeOn(view, name.lat, name.lon);
    if (x < -200 || y < -80 || x > view.width + 200 || y > view.height + 80) continue;
    const style = STYLES[name.kind];
    const face = { ...style, size: style.size(view.zoom) };
    const size = setFace(context, face, colours, language, view.unit);
    const wording = name.words[language] || name.words.en;
    const lines = (style.capitals && language !== "fa" ? wording.toLocaleUpperCase(language) : wording).split("|");
    const lead = size * (style.line || 1.15);
    const width = Math.max(...lines.map((line) => context.measureText(line).width));
    const turn = language === "fa" && name.kind !== "river" ? name.turn * 0.6 : name.turn;
    const box = { ...turnedBox(x, y, width, lead * (lines.length - 1) + size, turn), kind: name.kind, text: lines.join(" ") };
    if (clear.sight?.width < SMALL * view.unit && placed.some((other) => other.box.text === box.text && boxesMeet(other.box, clear.sight))) continue;
    const boxes = placed.map((other) => other.box);
    const spot = WIDE.has(name.kind) ? freeSpot(box, clear, boxes, stepOf(view, clear.sight)) : box;
    if (!spot || boxes.some((other) => boxesMeet(spot, other))) continue;
    placed.push({ x: x + spot.x - box.x, y: y + spot.y - box.y, style, face, lines, lead, turn, box: spot });
  }
  context.letterSpacing = "0px";
  return placed;
}

export function paintNames(context, placed, colours, view, language) {
  context.textAlign = "center";
  context.textBaseline = "middle";
  for (const { x, y, style, face, lines, lead, turn } of placed) {
    setFace(context, face, colours, language, view.unit);
    context.save();
    context.translate(x, y);
    context.rotate((turn * Math.PI) / 180);
    context.globalAlpha = style.opacity || 1;
    lines.forEach((line, index) => haloed(context, line, 0, lead * (index - (lines.length - 1) / 2), {
      colour: colours[style.colour], halo: colours[style.halo || "halo"], width: 2.6 * view.unit,
    }));
    context.restore();
  }
  context.letterSpacing = "0px";
}
