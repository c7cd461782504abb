// Gathers signs into clusters where they stand too thick to be told apart.

// One sign with events to so many square pixels of the pane is as thick as a reader can part.
const ROOM = 5200;
const REACH = 30;

/**
 * Return signs with those in a crowd gathered, or the same signs where there is room for all.
 *
 * Towns keep their own sign; what has no town of its own goes to the nearest centre within reach,
 * the weightiest first. A centre that took in another is a `cluster`.
 */
export function gathered(signs, view, unit) {
  const loose = signs.filter((sign) => sign.events.length && !isTown(sign) && !sign.selected);
  const seen = loose.filter(({ x, y }) => x > 0 && y > 0 && x < view.width && y < view.height);
  if (seen.length * ROOM < view.width * view.height) return signs;
  const cells = new Map();
  const size = REACH * unit;
  const key = (x, y) => `${Math.floor(x / size)},${Math.floor(y / size)}`;
  const centres = [];
  for (const sign of loose) {
    const near = nearby(cells, sign, size).find((centre) => Math.hypot(centre.x - sign.x, centre.y - sign.y) < size);
    if (near) {
      near.events.push(...sign.events);
      near.members.push(...sign.members);
      near.cluster = true;
      continue;
    }
    const centre = { ...sign, events: [...sign.events], members: [...sign.members] };
    centres.push(centre);
    const at = key(sign.x, sign.y);
    cells.set(at, [...(cells.get(at) ?? []), centre]);
  }
  const taken = new Set(loose);
  return [...signs.filter((sign) => !taken.has(sign)), ...centres];
}

const isTown = ({ place }) => place && ["capital", "city", "town", "port"].includes(place.kind);

function nearby(cells, { x, y }, size) {
  const [column, row] = [Math.floor(x / size), Math.floor(y / size)];
  return [-1, 0, 1].flatMap((i) => [-1, 0, 1].flatMap((j) => cells.get(`${column + i},${row + j}`) ?? []));
}
