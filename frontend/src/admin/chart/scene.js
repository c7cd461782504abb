// What a chart shows, in plain tables: made whole, measured and searched; pure.

/** Return a scene with every list present. */
export const wholeScene = ({ pins = [], marks = [], lines = [], boxes = [] } = {}) => ({ pins, marks, lines, boxes });

export const hasPoint = (one) => Number.isFinite(one?.lat) && Number.isFinite(one?.lon);

/** Return every point [lat, lon] of a scene that is not mere context: what a chart is framed on. */
export function pointsOf({ pins, marks, lines, boxes }) {
  const stated = [...pins, ...marks.filter(({ context }) => !context)].filter(hasPoint).map(({ lat, lon }) => [lat, lon]);
  const corners = boxes.flatMap(({ south, west, north, east }) => [[south, west], [north, east]]);
  return [...stated, ...lines.flatMap(({ points }) => points), ...corners];
}

/** Return the mark nearest to a pixel within `reach`, or null; `place(mark)` gives its {x, y}. */
export function markAt(marks, { x, y }, reach, place) {
  let found = null;
  let least = reach;
  for (const mark of marks) {
    const at = place(mark);
    const far = Math.hypot(at.x - x, at.y - y);
    if (far <= least) [found, least] = [mark, far];
  }
  return found;
}

/** Return degrees held on the globe, rounded to five places: a metre. */
export function onGlobe(lat, lon) {
  const turned = ((((lon + 180) % 360) + 360) % 360) - 180;
  const rounded = (value) => Number(value.toFixed(5));
  return { lat: rounded(Math.max(-85, Math.min(85, lat))), lon: rounded(turned) };
}
