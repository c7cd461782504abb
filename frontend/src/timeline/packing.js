// Packs one lane's marks and labels into rows; what finds no room is gathered into pills.
import { createRow } from "./rows.js";

export const LABEL_GAP = 6;
const AIR = 8;
const INSIDE_AIR = 24;
/** A name interrupts only a bar that stays one on both sides of it. */
const BAR_LEFT = 120;
const BIN = 112;
const PILL_AIR = 14;
const PILL_REACH = 72;
const EVICTIONS = 6;
/** From so many hidden events a pill's place on, their density says more than their number. */
const DENSE = 7;

const reaches = {
  after: (item) => [item.from - AIR / 2, item.to + LABEL_GAP + item.width + AIR / 2],
  before: (item) => [item.from - LABEL_GAP - item.width - AIR / 2, item.to + AIR / 2],
  inside: (item) => [item.from - AIR / 2, item.to + AIR / 2],
};

/** Return where a label stands when its item is given a side. */
export function labelOf(item, side = item.side) {
  if (side === "after") return { from: item.to + LABEL_GAP, to: item.to + LABEL_GAP + item.width };
  if (side === "before") return { from: item.from - LABEL_GAP - item.width, to: item.from - LABEL_GAP };
  return { from: item.from + INSIDE_AIR, to: item.from + INSIDE_AIR + item.width };
}

/** A point is named behind it, a stretch before it, where the reader meets it first; or both turned round. */
function sidesOf(item, turned) {
  const sides = (item.form === "point") === turned ? ["before", "after"] : ["after", "before"];
  return item.inlays && item.to - item.from >= item.width + BAR_LEFT ? [...sides, "inside"] : sides;
}

/** Whether a label would be cut by the edges of the view its mark stands in. */
function isCut(item, side, edges) {
  if (!edges || side === "inside" || item.to <= edges.from || item.from >= edges.to) return false;
  const { from, to } = labelOf(item, side);
  return from < edges.from || to > edges.to;
}

function placedIn(rows, item, { cap, turned, edges }) {
  for (let row = 0; row < cap; row += 1) {
    rows[row] ??= createRow();
    for (const side of sidesOf(item, turned)) {
      if (isCut(item, side, edges)) continue;
      const [from, to] = reaches[side](item);
      if (!rows[row].isFree(from, to)) continue;
      const placed = { ...item, row, side };
      rows[row].take(from, to, placed);
      return placed;
    }
  }
  return null;
}

function packed(items, options) {
  const rows = [];
  const placed = [];
  const hidden = [];
  for (const item of items) {
    // A label that both edges would cut still has its mark's place.
    const uncut = ["before", "after"].some((side) => !isCut(item, side, options.edges));
    const found = placedIn(rows, item, uncut ? options : { ...options, edges: null });
    if (found) placed.push(found);
    else hidden.push(item);
  }
  return { rows, placed, hidden };
}

const byImportance = (a, b) => b.importance - a.importance || a.from - b.from;

/** The usual sides for the labels, or all turned round where that hides less. */
function bestPacked(items, cap, edges) {
  const usual = packed(items, { cap, edges, turned: false });
  if (!usual.hidden.length) return usual;
  const turned = packed(items, { cap, edges, turned: true });
  return turned.hidden.length < usual.hidden.length ? turned : usual;
}

function pillSpot(rows, items, width, cap) {
  const middle = items.reduce((sum, item) => sum + item.anchor, 0) / items.length;
  for (let away = 0; away <= PILL_REACH; away += 8) {
    for (let row = cap - 1; row >= 0; row -= 1) {
      for (const offset of away ? [away, -away] : [0]) {
        const from = middle + offset - width / 2;
        if (!rows[row] || rows[row].isFree(from - 3, from + width + 3)) return { row, from, to: from + width };
      }
    }
  }
  return null;
}

const turnedSide = { after: "before", before: "after" };

/** Turn one label in the bin's way to its other side; false where none can be. */
function turnedAway(state, bin) {
  for (const row of state.rows) {
    for (const item of row ? row.owners(bin * BIN, (bin + 1) * BIN) : []) {
      if (!turnedSide[item.side] || item.turned) continue;
      row.release(item);
      const [from, to] = reaches[turnedSide[item.side]](item);
      const side = row.isFree(from, to) ? turnedSide[item.side] : item.side;
      row.take(...reaches[side](item), item);
      if (side === item.side) continue;
      Object.assign(item, { side, turned: true });
      return true;
    }
  }
  return false;
}

/** Give up the least important of the placed items that stand in the bin's way. */
function evicted(state, bin, kept) {
  const from = bin * BIN + 14;
  const to = (bin + 1) * BIN - 14;
  const inWay = state.rows.flatMap((row) => (row ? row.owners(from, to) : []))
    .filter((owner) => owner.key && owner.key !== kept);
  if (!inWay.length) return null;
  const least = inWay.reduce((a, b) => (byImportance(a, b) > 0 ? a : b));
  state.rows[least.row].release(least);
  state.placed = state.placed.filter((item) => item !== least);
  return least;
}

const binOf = (item) => Math.floor(item.anchor / BIN);

function pillsFor(state, cap, pillWidth, kept) {
  const bins = new Map();
  const add = (item) => {
    const bin = binOf(item);
    if (!bins.has(bin)) bins.set(bin, []);
    bins.get(bin).push(item);
  };
  state.hidden.forEach(add);
  const pills = [];
  const queue = [...bins.keys()].sort((a, b) => a - b);
  for (const bin of queue) {
    let spot = null;
    for (let turn = 0; turn <= EVICTIONS && !spot; turn += 1) {
      const width = pillWidth(bins.get(bin).length + 1);
      spot = pillSpot(state.rows, bins.get(bin), width, cap);
      if (spot || turn === EVICTIONS) break;
      if (turnedAway(state, bin)) continue;
      const least = evicted(state, bin, kept);
      if (!least) break;
      // What made room is told by the same pill, wherever its own middle lies.
      bins.get(bin).push(least);
    }
    const items = bins.get(bin);
    if (spot) {
      const pill = { ...spot, items };
      state.rows[spot.row] ??= createRow();
      state.rows[spot.row].take(spot.from - 2, spot.to + 2, pill);
      pills.push(pill);
    } else if (pills.length) {
      pills[pills.length - 1].items.push(...items);
    } else {
      // Nothing but a bar that must stay: the pill lies on the bar.
      const width = pillWidth(items.length);
      const from = (bin + 0.5) * BIN - width / 2;
      pills.push({ row: cap - 1, from, to: from + width, items });
    }
  }
  return pills;
}

/**
 * Return {placed, pills, strokes, need} of a lane's items in at most `cap` rows.
 *
 * Items are {key, from, to, anchor, width, importance}: the mark's extent, where a pill would tell
 * of it, and its label's width, in px of the content, in order of time. Where all fit they stand in that order; else the more important
 * come first, `kept` before all. `strokes` holds what is only counted, when it is very many;
 * a `crowded` lane keeps its last row free for them. With `edges` {from, to} no label is put where
 * the view would cut it, if it can stand elsewhere.
 */
export function packLane(items, { cap, pillWidth, kept = null, crowded = false, edges = null }) {
  const whole = bestPacked(items, cap, edges);
  const need = whole.placed.reduce((most, item) => Math.max(most, item.row + 1), 0);
  if (!whole.hidden.length && !crowded) return { placed: whole.placed, pills: [], strokes: [], need };
  const order = [...items].sort((a, b) => (b.key === kept) - (a.key === kept) || byImportance(a, b));
  const bins = new Set(whole.hidden.map(binOf)).size;
  if (crowded || whole.hidden.length > DENSE * bins) {
    const sparse = bestPacked(order, Math.max(0, cap - 1), edges);
    return { placed: sparse.placed, pills: [], strokes: sparse.hidden, need: cap };
  }
  const state = bestPacked(order, cap, edges);
  const pills = pillsFor(state, cap, pillWidth, kept);
  return { placed: state.placed, pills, strokes: [], need: cap };
}

/** Return how wide the pill of a count is, by the width of its figures. */
export const pillWidthOf = (measure) => (count) => Math.ceil(measure(`+${count}`, "pill")) + PILL_AIR;
