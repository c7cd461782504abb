// Finds what lies under a pointer, with room to miss by.

const distance = (from, to, value) => Math.max(from - value, 0, value - to);

function stretchOf(box) {
  if (!box.body) return { from: box.from, to: box.to };
  if (!box.label) return box.body;
  return { from: Math.min(box.body.from, box.label.from), to: Math.max(box.body.to, box.label.to) };
}

/**
 * Return the nearest of the boxes to a point in inline px, or null.
 *
 * Every box answers over at least `target` px both ways, and the one really under the point is
 * preferred to one that only reaches it.
 */
export function nearestBox(boxes, inline, y, target) {
  let best = null;
  let least = Infinity;
  for (const box of boxes) {
    if (box.top === undefined) continue;
    const { from, to } = stretchOf(box);
    const along = distance(from, to, inline);
    const across = distance(box.top, box.top + box.height, y);
    if (along > Math.max(4, (target - (to - from)) / 2) || across > Math.max(0, (target - box.height) / 2)) continue;
    const away = along + across * 2;
    if (away < least) {
      least = away;
      best = box;
    }
  }
  return best;
}

/** Return which band of the pane a height belongs to. */
export function bandAt(metrics, inline, y) {
  const { head, lanes, foot, overview } = metrics;
  if (overview.height && y >= overview.top) return "overview";
  if (y >= foot.top) return "foot";
  if (y < lanes.top) return "head";
  return inline < metrics.axisStart - 6 && !metrics.compact ? "names" : "lanes";
}
