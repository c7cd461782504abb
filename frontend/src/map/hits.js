// Finds what lies under the pointer among the signs of a drawing.

import { distanceTo } from "./polyline.js";

const REACH = 5;

const withinBox = ({ x, y, width, height }, px, py) => px >= x - 2 && px <= x + width + 2 && py >= y - 2 && py <= y + height + 2;

/**
 * Return the target under a point, or null.
 *
 * `signs` in order of drawing, the topmost last: {target, x, y, radius} for round ones,
 * {target, box} for words, {target, line, width} for ways.
 */
export function hitAt(signs, x, y, reach = REACH) {
  let best = null;
  for (let i = signs.length - 1; i >= 0; i--) {
    const sign = signs[i];
    const away = distance(sign, x, y);
    if (away > reach) continue;
    // A way under the pointer gives way to a sign near it: signs are small and ways are long.
    const cost = away + (sign.line ? reach : 0);
    if (!best || cost < best.cost) best = { cost, target: sign.target };
  }
  return best?.target ?? null;
}

function distance(sign, x, y) {
  if (sign.box) return withinBox(sign.box, x, y) ? 0 : Infinity;
  if (sign.line) return Math.max(0, distanceTo(sign.line, x, y) - sign.width / 2);
  return Math.max(0, Math.hypot(sign.x - x, sign.y - y) - sign.radius);
}
