// Shapes the way through stated points, in degrees, by the same rules as geo/routes.py.

import { distanceKm } from "../selectors.js";

const STEPS = 12;

const spline = (before, start, end, after, t) =>
  0.5 *
  (2 * start +
    (end - before) * t +
    (2 * before - 5 * start + 4 * end - after) * t * t +
    (3 * start - before - 3 * end + after) * t * t * t);

/** Return a Catmull-Rom line through points [lat, lon]; through two points it is straight. */
export function curve(points) {
  if (points.length < 3) return [...points];
  const padded = [points[0], ...points, points[points.length - 1]];
  const line = [points[0]];
  for (let i = 1; i + 2 < padded.length; i++) {
    const [before, start, end, after] = padded.slice(i - 1, i + 3);
    for (let step = 1; step <= STEPS; step++) {
      const t = step / STEPS;
      line.push([0, 1].map((axis) => spline(before[axis], start[axis], end[axis], after[axis], t)));
    }
  }
  return line;
}

/** Return the point [lat, lon] at a fraction (0 to 1) of a line's great-circle length. */
export function along(line, fraction) {
  if (line.length === 1 || fraction <= 0) return line[0];
  const pieces = line.slice(1).map((point, i) => distanceKm(...line[i], ...point));
  let left = Math.min(1, fraction) * pieces.reduce((sum, piece) => sum + piece, 0);
  for (let i = 0; i < pieces.length; i++) {
    if (left <= pieces[i] && pieces[i] > 0) {
      const share = left / pieces[i];
      return [0, 1].map((axis) => line[i][axis] + (line[i + 1][axis] - line[i][axis]) * share);
    }
    left -= pieces[i];
  }
  return line[line.length - 1];
}

/** Return a line's great-circle length in kilometres. */
export function lineKm(line) {
  return line.slice(1).reduce((sum, point, i) => sum + distanceKm(...line[i], ...point), 0);
}

const BOW = 0.09;

/**
 * Return a line through two points that bows to its left by a part of its length.
 *
 * Where a source names only the ends, a straight line would claim a road nobody stated.
 */
export function bowed([start, end]) {
  const middle = [0, 1].map((axis) => (start[axis] + end[axis]) / 2);
  const squeeze = Math.cos((middle[0] * Math.PI) / 180);
  const north = end[0] - start[0];
  const east = (end[1] - start[1]) * squeeze;
  const bend = [middle[0] + east * BOW * 2, middle[1] - (north * BOW * 2) / squeeze];
  return Array.from({ length: STEPS * 2 + 1 }, (_, step) => {
    const t = step / (STEPS * 2);
    return [0, 1].map((axis) => (1 - t) ** 2 * start[axis] + 2 * t * (1 - t) * bend[axis] + t * t * end[axis]);
  });
}
