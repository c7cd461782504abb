// Gathers the events that found no room into pills, and makes room for the pills.
import { isCut, reaches } from "./label-sides.js";
import { createRow } from "./rows.js";

const BIN = 112;
const AIR = 14;
const NEAR = 72;
/** Rather than drive a named event away, a pill stands this far from what it tells of. */
const ASIDE = 200;
const FAR = 400;
const EVICTIONS = 6;
const LONG = 360;
const BEARING = 40;

/** The order of sort in which the more important, then the earlier, comes first. */
export const byImportance = (a, b) => b.importance - a.importance || a.from - b.from;

/** Hidden events are told together with those whose marks would stand in the same stretch. */
export const binOf = (item) => Math.floor(item.anchor / BIN);

/** Return how wide the pill of a count is, by the width of its figures. */
export const pillWidthOf = (measure) => (count) => Math.ceil(measure(`+${count}`, "pill")) + AIR;

/** A pill may lie on a long bar, where the bar stays one on both sides of it. */
const bears = (from, to) => (owner) => owner.key && owner.to - owner.from > LONG && owner.from + BEARING < from && owner.to - BEARING > to;

function spotFor(rows, items, width, cap, { reach, onBars }) {
  const middle = items.reduce((sum, item) => sum + item.anchor, 0) / items.length;
  for (let away = 0; away <= reach; away += 8) {
    for (let row = cap - 1; row >= 0; row -= 1) {
      for (const offset of away ? [away, -away] : [0]) {
        const from = middle + offset - width / 2;
        const to = from + width;
        const inWay = rows[row] ? rows[row].owners(from - 3, to + 3) : [];
        if (!inWay.length || (onBars && inWay.every(bears(from, to)))) return { row, from, to };
      }
    }
  }
  return null;
}

const otherSide = { after: "before", before: "after" };

/** Turn one label in the bin's way to its other side; false where none can be. */
function turnedAway(state, bin, edges) {
  for (const row of state.rows) {
    for (const item of row ? row.owners(bin * BIN, (bin + 1) * BIN) : []) {
      const side = otherSide[item.side];
      if (!side || item.turned || isCut(item, side, edges)) continue;
      row.release(item);
      const free = row.isFree(...reaches[side](item));
      if (free) Object.assign(item, { side, turned: true });
      row.take(...reaches[item.side](item), item);
      if (free) return true;
    }
  }
  return false;
}

/** Give up the least important of the placed items in the bin's way, and less than what is hidden. */
function evicted(state, bin, hidden, kept) {
  const most = Math.max(...hidden.map(({ importance }) => importance));
  const inWay = state.rows.flatMap((row) => (row ? row.owners(bin * BIN + AIR, (bin + 1) * BIN - AIR) : []))
    .filter((owner) => owner.key && owner.key !== kept && owner.importance < most);
  if (!inWay.length) return null;
  const least = inWay.reduce((a, b) => (byImportance(a, b) > 0 ? a : b));
  state.rows[least.row].release(least);
  state.placed = state.placed.filter((item) => item !== least);
  return least;
}

function roomFor(state, bin, items, { cap, pillWidth, kept, edges }) {
  const spot = (reach, onBars = false) => spotFor(state.rows, items, pillWidth(items.length + 1), cap, { reach, onBars });
  for (let turn = 0; turn < EVICTIONS; turn += 1) {
    const found = spot(NEAR) ?? spot(NEAR, true);
    if (found) return found;
    if (turnedAway(state, bin, edges)) continue;
    const aside = spot(ASIDE, true);
    if (aside) return aside;
    const least = evicted(state, bin, items, kept);
    if (!least) break;
    // What made room is told by the same pill, wherever its own middle lies.
    items.push(least);
  }
  return spot(FAR, true);
}

/** Return the pills of a packed lane; what has to make room for them leaves `state.placed`. */
export function pillsFor(state, options) {
  const bins = new Map();
  for (const item of state.hidden) {
    const bin = binOf(item);
    if (!bins.has(bin)) bins.set(bin, []);
    bins.get(bin).push(item);
  }
  const pills = [];
  for (const [bin, items] of [...bins].sort(([a], [b]) => a - b)) {
    const spot = roomFor(state, bin, items, options);
    if (spot) {
      const pill = { ...spot, items };
      (state.rows[spot.row] ??= createRow()).lay(spot.from - 2, spot.to + 2, pill);
      pills.push(pill);
    } else if (pills.length) {
      pills[pills.length - 1].items.push(...items);
    } else {
      // Nothing but a bar that must stay: the pill lies on the bar.
      const width = options.pillWidth(items.length);
      const from = (bin + 0.5) * BIN - width / 2;
      pills.push({ row: options.cap - 1, from, to: from + width, items });
    }
  }
  return pills;
}
