// Measures, cuts and shifts lines given as lists of [x, y].

/** Return the running length at each point of a line, 0 first. */
export function lengths(line) {
  const along = [0];
  for (let i = 1; i < line.length; i++) {
    along.push(along[i - 1] + Math.hypot(line[i][0] - line[i - 1][0], line[i][1] - line[i - 1][1]));
  }
  return along;
}

/** Return {x, y, angle} at a length along a line, held at its ends; angle in radians, clockwise from east on screen. */
export function pointAlong(line, along, at) {
  const last = line.length - 1;
  if (last < 1) return { x: line[0]?.[0] ?? 0, y: line[0]?.[1] ?? 0, angle: 0 };
  let i = 1;
  while (i < last && along[i] < at) i++;
  const span = along[i] - along[i - 1] || 1;
  const part = Math.max(0, Math.min(1, (at - along[i - 1]) / span));
  const [x0, y0] = line[i - 1];
  const [x1, y1] = line[i];
  return { x: x0 + (x1 - x0) * part, y: y0 + (y1 - y0) * part, angle: Math.atan2(y1 - y0, x1 - x0) };
}

/** Return the part of a line between two lengths; empty where there is none. */
export function cut(line, along, from, to) {
  const total = along[along.length - 1];
  const start = Math.max(0, from);
  const end = Math.min(total, to);
  if (line.length < 2 || end <= start) return [];
  const first = pointAlong(line, along, start);
  const last = pointAlong(line, along, end);
  const inner = line.filter((_, i) => along[i] > start && along[i] < end);
  return [[first.x, first.y], ...inner, [last.x, last.y]];
}

/** Return a line shifted to its right by some pixels, running back to its own ends over `taper`. */
export function shifted(line, by, taper) {
  if (!by || line.length < 2) return line;
  const along = lengths(line);
  const total = along[along.length - 1];
  return line.map(([x, y], i) => {
    const [ax, ay] = line[Math.max(0, i - 1)];
    const [bx, by_] = line[Math.min(line.length - 1, i + 1)];
    const size = Math.hypot(bx - ax, by_ - ay) || 1;
    const ease = Math.min(1, along[i] / taper, (total - along[i]) / taper);
    const part = by * ease * (2 - ease);
    return [x - ((by_ - ay) / size) * part, y + ((bx - ax) / size) * part];
  });
}

/** Return the least distance from a point to a line. */
export function distanceTo(line, x, y) {
  let least = Infinity;
  for (let i = 1; i < line.length; i++) {
    const [x0, y0] = line[i - 1];
    const dx = line[i][0] - x0;
    const dy = line[i][1] - y0;
    const part = Math.max(0, Math.min(1, ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy || 1)));
    least = Math.min(least, Math.hypot(x - x0 - dx * part, y - y0 - dy * part));
  }
  return least;
}

/** Return the first crossing of a line out of a box as {x, y, angle, at}, or null where it never leaves. */
export function leaves(line, along, { left, top, right, bottom }) {
  const inside = ([x, y]) => x >= left && x <= right && y >= top && y <= bottom;
  for (let i = 1; i < line.length; i++) {
    if (!inside(line[i - 1]) || inside(line[i])) continue;
    const [x0, y0] = line[i - 1];
    const [x1, y1] = line[i];
    const parts = [
      x1 > right && (right - x0) / (x1 - x0),
      x1 < left && (left - x0) / (x1 - x0),
      y1 > bottom && (bottom - y0) / (y1 - y0),
      y1 < top && (top - y0) / (y1 - y0),
    ].filter((part) => typeof part === "number");
    const part = Math.min(...parts);
    const at = along[i - 1] + (along[i] - along[i - 1]) * part;
    return { x: x0 + (x1 - x0) * part, y: y0 + (y1 - y0) * part, angle: Math.atan2(y1 - y0, x1 - x0), at };
  }
  return null;
}
