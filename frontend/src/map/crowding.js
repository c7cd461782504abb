// Finds where signs crowd on a plate and an empty corner to enlarge it in; pure, boxes and points in pixels.

import { meet } from "./labels.js";

const WEIGHTS = { token: 3, event: 2, head: 1.5, sign: 1 };
const LEAST = 9;

/**
 * Return the box of `width` by `height` with the most weight of signs, or null where none crowds.
 *
 * `points`: {x, y, sort}; a box is tried about every token. A crowd weighs at least nine and
 * holds two signs within 24 pixels of each other.
 */
export function densestBox(points, { width, height, view }) {
  let best = null;
  for (const seed of points.filter(({ sort }) => sort === "token" || sort === "event")) {
    const about = points.filter(({ x, y }) => Math.abs(x - seed.x) < width / 2 && Math.abs(y - seed.y) < height / 2);
    const x = mean(about.map((point) => point.x)) - width / 2;
    const y = mean(about.map((point) => point.y)) - height / 2;
    const box = { x, y, width, height };
    if (x < 0 || y < 0 || x + width > view.width || y + height > view.height) continue;
    const inside = points.filter((point) => point.x > x && point.x < x + width && point.y > y && point.y < y + height);
    const weight = inside.reduce((sum, { sort }) => sum + WEIGHTS[sort], 0);
    if (weight >= LEAST && close(inside) && (!best || weight > best.weight)) best = { box, weight };
  }
  return best;
}

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

function close(points) {
  const moving = points.filter(({ sort }) => sort !== "sign");
  return moving.some((one, i) => moving.slice(i + 1).some((other) => Math.hypot(one.x - other.x, one.y - other.y) < 24));
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
