// Keeps every label whole inside the view: turned to the other side, laid in its bar, or left out.
import { labelOf } from "./label-sides.js";
import { createRow } from "./rows.js";

const AIR = 4;
const STICKY_AIR = 14;

const inside = ({ from, to }, view) => from >= view.from && to <= view.to;

/** The first place in the bar's visible part that no pill lies on, or null. */
function laidInBar(item, view, row) {
  const to = Math.min(item.to, view.to) - STICKY_AIR;
  let from = Math.max(item.from, view.from) + STICKY_AIR;
  if (item.side === "inside") from = Math.max(from, Math.min(labelOf(item).from, to - item.width));
  while (from + item.width <= to) {
    const pills = row.owners(from - AIR, from + item.width + AIR).filter((owner) => owner !== item.key);
    if (!pills.length) return { from, to: from + item.width };
    // What lies on a bar is a pill, and tells where it ends.
    from = Math.max(...pills.map((pill) => pill.to)) + STICKY_AIR;
  }
  return null;
}

function settled(item, view, row) {
  const fits = (label) => label && inside(label, view) && row.isFree(label.from - AIR, label.to + AIR);
  const side = item.side === "before" ? "after" : "before";
  const other = labelOf(item, side);
  if (fits(other)) return { label: other, side };
  const within = laidInBar(item, view, row);
  return within ? { label: within, side: "inside" } : { label: null, side: item.side };
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
      row.lay(moved.from, moved.to, moved);
      return { label, side, moved, pill };
    }
    row.lay(pill.from, pill.to, pill);
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
  for (const pill of pills) rowOf(pill.row).lay(pill.from, pill.to, pill);
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
    if (!label) settle(item, null, "none");
    else if (item.side !== "inside" && inside(label, view)) settle(item, label, item.side);
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
