// Packs one lane's marks and labels into rows; what finds no room goes unnamed or into pills.
import { isCut, reaches, sidesOf } from "./label-sides.js";
import { binOf, byImportance, pillsFor } from "./pills.js";
import { createRow } from "./rows.js";

/** Turning labels round helps a few events; a crowd stays one. */
const TURNED_WHEN_FEW = 16;
/** A mark without a name keeps clear of other marks' names, or it would seem to bear them. */
const BARE_AIR = 14;
/** So many events may stand unnamed in a pill's place; more are told by its number. */
const MOST_BARE = 2;
/** From so many hidden events a pill's place on, their density says more than their number. */
const DENSE = 7;

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

/** Whether some row has room for a mark at least; where none has, its label need not be measured. */
const hasRoom = (rows, item, cap) => rows.length < cap || rows.some((row) => row.isFree(item.from, item.to));

function packed(items, options) {
  const rows = [];
  const placed = [];
  const hidden = [];
  for (const item of items) {
    if (!hasRoom(rows, item, options.cap)) {
      hidden.push(item);
      continue;
    }
    // A label that both edges would cut still has its mark's place.
    const uncut = ["before", "after"].some((side) => !isCut(item, side, options.edges));
    const found = placedIn(rows, item, uncut ? options : { ...options, edges: null });
    if (found) placed.push(found);
    else hidden.push(item);
  }
  return { rows, placed, hidden };
}

const weight = (items) => items.reduce((sum, { importance }) => sum + importance + 1, 0);

/** The usual sides for the labels, or all turned round where that hides less. */
function bestPacked(items, cap, edges) {
  const usual = packed(items, { cap, edges, turned: false });
  if (!usual.hidden.length || usual.hidden.length > TURNED_WHEN_FEW) return usual;
  const turned = packed(items, { cap, edges, turned: true });
  return weight(turned.hidden) < weight(usual.hidden) ? turned : usual;
}

/** Put single marks that found no room for their names into the gaps, unnamed. */
function bared(state, cap) {
  const bins = new Map();
  for (const item of state.hidden) bins.set(binOf(item), (bins.get(binOf(item)) ?? 0) + 1);
  state.hidden = state.hidden.filter((item) => {
    if (bins.get(binOf(item)) > MOST_BARE) return true;
    for (let row = 0; row < cap; row += 1) {
      const taken = (state.rows[row] ??= createRow());
      const [from, to] = [item.from - BARE_AIR, item.to + BARE_AIR];
      if (!taken.isFree(from, to)) continue;
      const placed = { ...item, row, side: "none" };
      taken.take(from, to, placed);
      state.placed.push(placed);
      return false;
    }
    return true;
  });
}

/** What is in view comes before what only fills its background, and that before what is out of view. */
function backwardness(item, edges) {
  if (!edges) return 0;
  if (item.to <= edges.from || item.from >= edges.to) return 2;
  return item.from <= edges.from && item.to >= edges.to ? 1 : 0;
}

/** The order in which a crowded lane gives out its room. */
const byClaim = (kept, edges) => (a, b) =>
  (b.key === kept) - (a.key === kept) || backwardness(a, edges) - backwardness(b, edges) || byImportance(a, b);

/**
 * Return {placed, pills, strokes, need} of a lane's items in at most `cap` rows.
 *
 * Items are {key, from, to, anchor, width, importance}: the mark's extent, where a pill would tell
 * of it, and its label's width, in px of the content, in order of time. Where all fit they stand in
 * that order; else the more important come first, `kept` before all. `strokes` holds what is only counted, when it is very many;
 * a `crowded` lane keeps its last row free for them. With `edges` {from, to} no label is put where
 * the view would cut it, if it can stand elsewhere.
 */
export function packLane(items, { cap, pillWidth, kept = null, crowded = false, edges = null }) {
  const whole = crowded ? null : bestPacked(items, cap, edges);
  if (whole && !whole.hidden.length) {
    const need = whole.placed.reduce((most, item) => Math.max(most, item.row + 1), 0);
    return { placed: whole.placed, pills: [], strokes: [], need };
  }
  const order = [...items].sort(byClaim(kept, edges));
  if (crowded || whole.hidden.length > DENSE * new Set(whole.hidden.map(binOf)).size) {
    const sparse = bestPacked(order, Math.max(0, cap - 1), edges);
    return { placed: sparse.placed, pills: [], strokes: sparse.hidden, need: cap };
  }
  const state = bestPacked(order, cap, edges);
  bared(state, cap);
  const pills = pillsFor(state, { cap, pillWidth, kept, edges });
  return { placed: state.placed, pills, strokes: [], need: cap };
}
