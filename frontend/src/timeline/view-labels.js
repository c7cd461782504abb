// Keeps every label whole inside the view: turned to the other side, laid in its bar, or left out.
import { labelOf } from "./packing.js";
import { createRow } from "./rows.js";

const AIR = 4;
const STICKY_AIR = 14;

const inside = ({ from, to }, view) => from >= view.from && to <= view.to;

function laidInBar(item, view) {
  const from = Math.max(item.from, view.from);
  const to = Math.min(item.to, view.to);
  if (to - from < item.width + 2 * STICKY_AIR) return null;
  const begin = Math.max(from + STICKY_AIR, Math.min(labelOf(item, "inside").from, to - STICKY_AIR - item.width));
  return { from: begin, to: begin + item.width };
}

function settled(item, view, row) {
  const fits = (label) => label && inside(label, view) && row.isFree(label.from - AIR, label.to + AIR);
  const other = labelOf(item, item.side === "before" ? "after" : "before");
  if (fits(other)) return { label: other, side: item.side === "before" ? "after" : "before" };
  // A bar's own body is no obstacle to its own label: only a pill laid on it is.
  const within = laidInBar(item, view);
  const pills = within ? row.owners(within.from - AIR, within.to + AIR).filter((owner) => owner !== item.key) : [];
  if (within && !pills.length) return { label: within, side: "inside" };
  return { label: null, side: item.side };
}

/** Make room for the chosen event's label by moving the pill that stands in its way. */
function withRoomMade(item, pills, view, row) {
  for (const side of ["after", "before"]) {
    const label = labelOf(item, side);
    if (!inside(label, view)) continue;
    const owners = row.owners(label.from - AIR, label.to + AIR).filter((owner) => owner !== item.key);
    const pill = owners.length === 1 && pills.find((one) => one === owners[0]);
    if (!pill) continue;
    const width = pill.to - pill.from;
    row.release(pill);
    for (const from of [label.from - AIR - width - 2, Math.max(label.to, item.to) + AIR + 2]) {
      if (!inside({ from, to: from + width }, view) || !row.isFree(from, from + width)) continue;
      const moved = { ...pill, from, to: from + width };
      row.take(moved.from, moved.to, moved);
      return { label, side, moved, pill };
    }
    row.take(pill.from, pill.to, pill);
  }
  return null;
}

const touches = (item, view) => item.to > view.from && item.from < view.to;

/** Hidden events that reach into the view while their pill stands outside it. */
const straysOf = (pills, view) =>
  pills.filter((pill) => !inside(pill, view)).flatMap((pill) => pill.items.filter((item) => touches(item, view)));

/** Tell of strays in the first pill in view, or in one of their own where a row has room. */
function withStrays(pills, strays, view, rowOf, { rowCount, pillWidth }) {
  if (!strays.length) return pills;
  if (pills.length) return [{ ...pills[0], items: [...pills[0].items, ...strays] }, ...pills.slice(1)];
  const width = pillWidth(strays.length);
  for (let from = view.from + AIR; from + width < view.to; from += 12) {
    for (let row = rowCount - 1; row >= 0; row -= 1) {
      if (rowOf(row).isFree(from - AIR, from + width + AIR)) return [{ row, from, to: from + width, items: strays }];
    }
  }
  return [{ row: rowCount - 1, from: view.from + AIR, to: view.from + AIR + width, items: strays }];
}

/**
 * Return {shown, pills}: the items of one lane that the view [from, to) touches, each with its
 * final `label` {from, to} or null, and the pills in view, one moved where the chosen event needs its room.
 *
 * Items and view are in px of the content; pills count as taken.
 */
export function labelsInView(placed, allPills, view, { chosen = null, rowCount, pillWidth }) {
  const rows = [];
  const pills = allPills.filter((pill) => inside(pill, view));
  const rowOf = (index) => (rows[index] ??= createRow());
  for (const pill of pills) rowOf(pill.row).take(pill.from, pill.to, pill);
  const touched = placed.filter((item) => touches(item, view));
  for (const item of touched) rowOf(item.row).take(item.from, item.to, item.key);
  const settledItems = new Map();
  const settle = (item, label, side) => {
    if (label && side !== "inside") rowOf(item.row).take(label.from, label.to, item.key);
    settledItems.set(item.key, { ...item, label, side });
  };
  const waiting = [];
  for (const item of touched) {
    const label = labelOf(item);
    if (inside(label, view)) settle(item, label, item.side);
    else waiting.push(item);
  }
  let kept = pills;
  for (const item of waiting) {
    const { label, side } = settled(item, view, rowOf(item.row));
    const made = !label && item.key === chosen ? withRoomMade(item, pills, view, rowOf(item.row)) : null;
    if (made) kept = pills.map((pill) => (pill === made.pill ? made.moved : pill));
    settle(item, made?.label ?? label, made?.side ?? side);
  }
  return { shown: touched.map((item) => settledItems.get(item.key)), pills: withStrays(kept, straysOf(allPills, view), view, rowOf, { rowCount, pillWidth }) };
}
