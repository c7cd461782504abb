// Finds where signs crowd on a plate and an empty corner to enlarge it in; pure, boxes and points in pixels.

import { meet } from "./labels.js";

const WEIGHTS = { token: 3, event: 2, head: 1.5, sign: 1 };
const LEAST = 9;
const TOO_CLOSE = 24;
const SPOTS = 4;
// The box of the day before is kept while it weighs half of a crowd and no other weighs twice as much.
const STAYS = 0.5;

/**
 * Return {box, weight}: the box of `width` by `height` where signs crowd most, or null where none do.
 *
 * `points`: {x, y, sort}. A crowd is a pair of moving signs within 24 pixels; boxes are tried about
 * each such pair, and what is near it weighs with it. Less than nine is no crowd, nor what stands on fewer than four spots.
 */
export function densestBox(points, { width, height, view, kept = null }) {
  const staying = kept && weighed(points, kept);
  let best = staying && staying.weight >= LEAST * STAYS ? staying : null;
  for (const [one, other] of pairs(points)) {
    const middle = { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
    const near = points.filter(({ x, y }) => Math.abs(x - middle.x) < width * 0.4 && Math.abs(y - middle.y) < height * 0.4);
    const x = Math.round((mean(near.map((point) => point.x)) + middle.x - width) / 2);
    const y = Math.round((mean(near.map((point) => point.y)) + middle.y - height) / 2);
    if (x < 0 || y < 0 || x + width > view.width || y + height > view.height) continue;
    const found = weighed(points, { x, y, width, height });
    if (found.weight >= LEAST && (!best || found.weight > best.weight * (best === staying ? 2 : 1))) best = found;
  }
  return best;
}

// What stands on fewer than four spots weighs nothing: it is no clearer for being enlarged.
function weighed(points, box) {
  const inside = points.filter(({ x, y }) => x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height);
  const weight = inside.reduce((sum, { sort }) => sum + WEIGHTS[sort], 0) + 2 * pairs(inside).length;
  return { box, weight: spots(inside) >= SPOTS ? weight : 0 };
}

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

// How many places signs stand at.
function spots(points) {
  return new Set(points.map(({ x, y }) => `${Math.round(x / 3)},${Math.round(y / 3)}`)).size;
}

// What happens where a force stands has its mark beside it by design; two forces on a spot do crowd.
function crowding(one, other) {
  const away = Math.hypot(one.x - other.x, one.y - other.y);
  return away < TOO_CLOSE && (away > 4 || (one.sort === "token" && other.sort === "token"));
}

// Signs of forces and fights that stand too close to be read, two by two.
function pairs(points) {
  const moving = points.filter(({ sort }) => sort === "token" || sort === "event");
  return moving.flatMap((one, i) => moving.slice(i + 1).filter((other) => crowding(one, other)).map((other) => [one, other]));
}

/**
 * Return the corner box for an inset that covers least of what is drawn, or null where all are full.
 *
 * `points` weigh as in the crowd, `ways` are points of lines; `taken` boxes may not be covered.
 */
export function emptyCorner({ width, height, view, margin, crowd, points, ways, taken }) {
  const corners = [
    { x: view.width - width - margin, y: margin },
    { x: margin, y: margin },
    { x: view.width - width - margin, y: view.height - height - margin },
    { x: margin, y: view.height - height - margin },
  ].map((corner) => ({ ...corner, width, height }));
  const holds = (box, { x, y }) => x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height;
  const scored = corners
    .filter((box) => !meet(box, crowd) && !taken.some((other) => meet(box, other)))
    .map((box, order) => ({
      box,
      cost: order * 0.5 + points.filter((point) => holds(box, point)).reduce((sum, { sort }) => sum + WEIGHTS[sort] * 2, 0)
        + ways.filter(([x, y]) => holds(box, { x, y })).length * 0.4,
    }))
    .sort((one, other) => one.cost - other.cost);
  return scored[0] && scored[0].cost < 8 ? scored[0].box : null;
}
