// Traces lines of grid points on a canvas path, cut to the view, so that a redraw costs what is seen.

const WORLD = 256 * 1024;

// The view a plate is drawn for: grid units to canvas pixels, and the part of the grid that is seen.
export function createView({ zoom, left, top, width, height, ratio = 1, unit = 1 }) {
  const scale = 2 ** (zoom - 10);
  return {
    zoom, left, top, width, height, ratio, unit, scale,
    box: [left / scale, top / scale, (left + width) / scale, (top + height) / scale],
    x: (gridX) => gridX * scale - left,
    y: (gridY) => gridY * scale - top,
  };
}

// A band of a view: a view of its own, and where its pixels begin and end on the whole view's canvas.
export function bandOf(view, offset, height) {
  const row = Math.round(offset * view.ratio);
  return {
    ...createView({ ...view, top: view.top + offset, height }),
    row, rows: Math.round((offset + height) * view.ratio) - row, offset: offset * view.ratio,
  };
}

// A point of the globe in grid units: Web Mercator at zoom 10.
export function gridPoint(lat, lon) {
  const sine = Math.sin((lat * Math.PI) / 180);
  return [(lon / 360 + 0.5) * WORLD, (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * WORLD];
}

// A point of the globe on the canvas of a view.
export function placeOn(view, lat, lon) {
  const [x, y] = gridPoint(lat, lon);
  return [view.x(x), view.y(y)];
}

export function gridLatitude(y) {
  return (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / WORLD))) * 180) / Math.PI;
}

export const gridLongitude = (x) => (x / WORLD - 0.5) * 360;

// The box of a view with `margin` pixels more on every side, in grid units.
export function grownBox(view, margin) {
  const more = margin / view.scale;
  return [view.box[0] - more, view.box[1] - more, view.box[2] + more, view.box[3] + more];
}

export const touches = (one, other) =>
  one[0] <= other[2] && one[2] >= other[0] && one[1] <= other[3] && one[3] >= other[1];

const within = (inner, outer) =>
  inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3];

// Sutherland and Hodgman's cut (1974) of a flat ring to a box.
export function clipRing(ring, box) {
  let points = ring;
  for (let side = 0; side < 4 && points.length; side += 1) {
    const axis = side & 1;
    const limit = box[side];
    const inside = side < 2 ? (value) => value >= limit : (value) => value <= limit;
    const kept = [];
    let x0 = points[points.length - 2];
    let y0 = points[points.length - 1];
    for (let index = 0; index < points.length; index += 2) {
      const x1 = points[index];
      const y1 = points[index + 1];
      const from = axis ? y0 : x0;
      const to = axis ? y1 : x1;
      if (inside(from) !== inside(to)) {
        const share = (limit - from) / (to - from);
        kept.push(axis ? x0 + share * (x1 - x0) : limit, axis ? limit : y0 + share * (y1 - y0));
      }
      if (inside(to)) kept.push(x1, y1);
      x0 = x1;
      y0 = y1;
    }
    points = kept;
  }
  return points;
}

// Adds a closed ring to a path; its parts outside the box are cut off along the box's edge.
export function traceRing(path, ring, ringBox, view, box) {
  if (!touches(ringBox, box)) return;
  const smallest = 1.2 / view.scale;
  if (ringBox[2] - ringBox[0] < smallest && ringBox[3] - ringBox[1] < smallest) return;
  const points = within(ringBox, box) ? ring : clipRing(ring, box);
  if (points.length < 6) return;
  path.moveTo(view.x(points[0]), view.y(points[1]));
  for (let index = 2; index < points.length; index += 2) path.lineTo(view.x(points[index]), view.y(points[index + 1]));
  path.closePath();
}

// Adds an open line to a path; stretches that pass wholly on one side of the box are left out.
export function traceLine(path, points, lineBox, view, box) {
  if (!touches(lineBox, box)) return;
  const all = within(lineBox, box);
  let drawing = false;
  for (let index = 0; index + 3 < points.length; index += 2) {
    const [x0, y0, x1, y1] = [points[index], points[index + 1], points[index + 2], points[index + 3]];
    const seen = all || !((x0 < box[0] && x1 < box[0]) || (x0 > box[2] && x1 > box[2])
      || (y0 < box[1] && y1 < box[1]) || (y0 > box[3] && y1 > box[3]));
    if (seen) {
      if (!drawing) path.moveTo(view.x(x0), view.y(y0));
      path.lineTo(view.x(x1), view.y(y1));
    }
    drawing = seen;
  }
}
