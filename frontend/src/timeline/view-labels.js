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

/**
 * Return the items of one lane that the view [from, to) touches, each with its final `label`
 * {from, to} or null. Items and view are in px of the content; pills count as taken.
 */
export function labelsInView(placed, pills, view) {
  const rows = [];
  const rowOf = (index) => (rows[index] ??= createRow());
  for (const pill of pills) rowOf(pill.row).take(pill.from, pill.to, "pill");
  const shown = placed.filter((item) => item.to > view.from && item.from < view.to);
  for (const item of shown) rowOf(item.row).take(item.from, item.to, item.key);
  const waiting = [];
  const settledItems = new Map();
  for (const item of shown) {
    const label = labelOf(item);
    const covered = item.side === "inside" && !inside(label, view);
    if (inside(label, view) && !covered) {
      if (item.side !== "inside") rowOf(item.row).take(label.from, label.to, item.key);
      settledItems.set(item.key, { ...item, label });
    } else waiting.push(item);
  }
  for (const item of waiting) {
    const { label, side } = settled(item, view, rowOf(item.row));
    if (label && side !== "inside") rowOf(item.row).take(label.from, label.to, item.key);
    settledItems.set(item.key, { ...item, label, side });
  }
  return shown.map((item) => settledItems.get(item.key));
}
