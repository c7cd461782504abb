// Says on which sides of its mark a label may stand, and what room it takes there.

const LABEL_GAP = 6;
const AIR = 8;
const INSIDE_AIR = 24;
/** A name interrupts only a bar that stays one on both sides of it. */
const BAR_LEFT = 120;

/** The stretch of a row that an item takes with its label on a side. */
export const reaches = {
  after: (item) => [item.from - AIR / 2, item.to + LABEL_GAP + item.width + AIR / 2],
  before: (item) => [item.from - LABEL_GAP - item.width - AIR / 2, item.to + AIR / 2],
  inside: (item) => [item.from - AIR / 2, item.to + AIR / 2],
};

/** Return where a label stands when its item is given a side. */
export function labelOf(item, side = item.side) {
  if (side === "after") return { from: item.to + LABEL_GAP, to: item.to + LABEL_GAP + item.width };
  if (side === "none") return null;
  if (side === "before") return { from: item.from - LABEL_GAP - item.width, to: item.from - LABEL_GAP };
  return { from: item.from + INSIDE_AIR, to: item.from + INSIDE_AIR + item.width };
}

/** A point is named behind it, a stretch before it, where the reader meets it first; or both turned round. */
export function sidesOf(item, turned) {
  const sides = (item.form === "point") === turned ? ["before", "after"] : ["after", "before"];
  return item.inlays && item.to - item.from >= item.width + BAR_LEFT ? [...sides, "inside"] : sides;
}

/** Whether a label would be cut by the edges of the view its mark stands in. */
export function isCut(item, side, edges) {
  if (!edges || side === "inside" || item.to <= edges.from || item.from >= edges.to) return false;
  const { from, to } = labelOf(item, side);
  return from < edges.from || to > edges.to;
}
