// Finds a place for each name where it touches nothing else; pure, so that it can be proved on boxes.

const GAP = 2;

/** Whether two boxes {x, y, width, height} share more than an edge. */
export const meet = (one, other) =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

// In the order a cartographer likes them: right, left, then the corners, above and below.
const POSITIONS = [
  [1, 0], [-1, 0], [1, -1], [1, 1], [-1, -1], [-1, 1], [0, -1], [0, 1],
];

/** Return the eight boxes round a sign of radius `gap` at x, y for a name of width by height. */
export function eightBoxes({ x, y, gap, width, height }) {
  return POSITIONS.map(([right, down]) => {
    const slant = right && down ? 0.72 : 1;
    const across = right > 0 ? x + gap * slant : right < 0 ? x - gap * slant - width : x - width / 2;
    const below = down > 0 ? y + gap * slant * (right ? 0.6 : 1) : down < 0 ? y - gap * slant * (right ? 0.6 : 1) - height : y - height / 2;
    return { x: across, y: below, width, height, lean: right > 0 ? "start" : right < 0 ? "end" : "middle" };
  });
}

const CELL = 64;

function grid() {
  const cells = new Map();
  const each = (box, visit) => {
    for (let i = Math.floor(box.x / CELL); i <= Math.floor((box.x + box.width) / CELL); i++) {
      for (let j = Math.floor(box.y / CELL); j <= Math.floor((box.y + box.height) / CELL); j++) {
        if (visit(`${i},${j}`)) return true;
      }
    }
    return false;
  };
  return {
    add: (box) => each(box, (key) => void (cells.get(key)?.push(box) ?? cells.set(key, [box]))),
    hits: (box, except) => each(box, (key) => cells.get(key)?.some((other) => other.owner !== except && meet(box, other))),
  };
}

const inside = (box, frame) =>
  box.x >= frame.x && box.y >= frame.y && box.x + box.width <= frame.x + frame.width && box.y + box.height <= frame.y + frame.height;

// Points of lines by cell: a crowded plate has thousands, and each candidate box asks.
function pointGrid(points) {
  const cells = new Map();
  for (const point of points) {
    const key = `${Math.floor(point[0] / CELL)},${Math.floor(point[1] / CELL)}`;
    if (!cells.has(key)) cells.set(key, []);
    cells.get(key).push(point);
  }
  return function crossed(box) {
    let sum = 0;
    for (let i = Math.floor(box.x / CELL); i <= Math.floor((box.x + box.width) / CELL); i++) {
      for (let j = Math.floor(box.y / CELL); j <= Math.floor((box.y + box.height) / CELL); j++) {
        for (const [x, y] of cells.get(`${i},${j}`) ?? []) {
          if (x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height) sum++;
        }
      }
    }
    return sum;
  };
}

/**
 * Place names by importance; return Map of id → box for those that found room.
 *
 * `labels`: {id, importance, boxes} (candidate boxes, the best first). `obstacles`: boxes nothing
 * may touch, those with `owner` equal to a label's id excepted for that label. `frame`: the box all
 * names must lie in. `lines`: points of lines that names should rather not cover. `before`: the Map
 * of last time; a name keeps its place while it can, so that names do not jump as days pass.
 */
export function placeLabels(labels, { obstacles, frame, lines = [], before = new Map() }) {
  const taken = grid();
  obstacles.forEach(taken.add);
  const placed = new Map();
  const crossed = pointGrid(lines);
  for (const label of [...labels].sort((one, other) => other.importance - one.importance || (one.id < other.id ? -1 : 1))) {
    const kept = before.get(label.id)?.choice;
    let best = null;
    label.boxes.forEach((box, choice) => {
      const wide = { x: box.x - GAP, y: box.y - GAP, width: box.width + 2 * GAP, height: box.height + 2 * GAP };
      if (!inside(wide, frame) || taken.hits(wide, label.id)) return;
      const least = choice * 0.6 - (choice === kept ? 3 : 0);
      if (best && least >= best.cost) return;
      const cost = crossed(wide) * 2 + least;
      if (!best || cost < best.cost) best = { cost, box: { ...box, choice } };
    });
    if (!best) continue;
    placed.set(label.id, best.box);
    taken.add({ ...best.box, owner: label.id });
  }
  return placed;
}
