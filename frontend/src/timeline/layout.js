// Lays the lanes out: which mark, label, pill and sentence stands where, in inline px.
import { allotRows } from "./allotment.js";
import { extentOf } from "./marks.js";
import { packLane } from "./packing.js";
import { pillWidthOf } from "./pills.js";
import { labelsInView } from "./view-labels.js";
import { shortened } from "./titles.js";

/** The longest label, in widths of its type. */
const LABEL_ROOM = 23;
const FAR = 4000;
/** Beyond this many in one lane only the most important are packed; the rest are counted. */
const MOST_PACKED = 160;

/** An undated event's bracket is drawn unless it takes more than a third of the window. */
const onShelf = (mark, scale) =>
  mark.form === "undated" || (mark.form === "bracket" && (mark.end - mark.begin) * scale.pixelsPerDay > scale.length / 3);

/** Whether what stands on the shelf may have happened in the window: what can't have is not counted. */
const mayLieIn = ({ since, until, begin, end }, scale) =>
  (since ?? begin ?? -Infinity) < scale.to + 1 && (until ?? end ?? Infinity) > scale.from;

function regionOf(scale, memory, lanes, metrics) {
  if (memory.lanes !== lanes || memory.metrics !== metrics) Object.assign(memory, { lanes, metrics, region: null, rows: null });
  const span = scale.to + 1 - scale.from;
  const region = memory.region;
  const still = region && region.pixelsPerDay === scale.pixelsPerDay &&
    region.from <= scale.from && region.to >= scale.to + 1;
  if (still) return region;
  const margin = Math.max(span * 0.5, 320 / scale.pixelsPerDay);
  memory.packs = new Map();
  memory.region = {
    pixelsPerDay: scale.pixelsPerDay,
    from: scale.from - margin, to: scale.to + 1 + margin,
    // Content px are counted from here, so that they stay small and stay put while panning.
    origin: Math.floor(scale.from),
  };
  return memory.region;
}

/** Index of the first entry, in order of begin, that can still touch a day. */
function firstTouching(lane, day) {
  const since = day - lane.longest;
  let low = 0;
  let high = lane.entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lane.entries[middle].mark.begin ?? Infinity) < since) low = middle + 1;
    else high = middle;
  }
  return low;
}

function touching(lane, from, to) {
  const found = [];
  for (let i = firstTouching(lane, from); i < lane.entries.length; i += 1) {
    const { mark } = lane.entries[i];
    if (mark.begin === undefined || mark.begin > to) break;
    if (mark.end >= from) found.push(lane.entries[i]);
  }
  return found;
}

/** The most important entries that touch the region, as far as they can be packed, and the others. */
function chosenOf(lane, region, { scale, selected }) {
  const entries = touching(lane, region.from, region.to).filter(({ mark }) => !onShelf(mark, scale));
  if (entries.length <= MOST_PACKED) return { entries, rest: [] };
  const within = new Set(entries);
  const chosen = new Set(entries.filter(({ event }) => event.id === selected));
  for (const entry of lane.ranked) {
    if (chosen.size >= MOST_PACKED) break;
    if (within.has(entry)) chosen.add(entry);
  }
  return { entries: entries.filter((entry) => chosen.has(entry)), rest: entries.filter((entry) => !chosen.has(entry)) };
}

function itemsOf(lane, region, context) {
  const { scale, metrics, measure, wordsOf } = context;
  const ppd = scale.pixelsPerDay;
  const shift = region.origin * ppd;
  const room = Math.min(LABEL_ROOM * metrics.text.event, scale.length * 0.7);
  const { entries, rest } = chosenOf(lane, region, context);
  const item = (entry) => {
    const extent = extentOf(entry.mark, ppd, metrics.point);
    const from = Math.max(-FAR, extent.from - shift);
    const to = Math.min(scale.length + FAR, extent.to - shift);
    return {
      key: entry.event.id, entry, form: extent.form, from, to,
      // Where a pill or a stroke tells of it: its middle, or its one known end.
      anchor: extent.from === -Infinity ? to : extent.to === Infinity ? from : (from + to) / 2,
      importance: entry.event.importance ?? 0, inlays: entry.mark.form === "bar" && !entry.mark.dispute && !entry.mark.extent,
    };
  };
  const width = (text) => measure(text, "event");
  const items = entries.map((entry) => lettered(item(entry), () => shortened(wordsOf(entry.event), room, width), width));
  return { items, counted: rest.map(item) };
}

/** An item whose label is worded and measured when first asked for: of a crowd few find room for one. */
function lettered(item, words, measure) {
  let text = null;
  let width = null;
  return {
    ...item,
    get text() {
      return (text ??= words());
    },
    get width() {
      return (width ??= Math.ceil(measure(this.text)));
    },
  };
}

function packOf(lane, cap, region, view, context, { asked = false } = {}) {
  const { memory, measure, selected } = context;
  const held = memory.packs.get(lane.id) ?? { edges: view };
  held.source ??= itemsOf(lane, region, context);
  memory.packs.set(lane.id, held);
  const { counted } = held.source;
  // No number of rows shows a crowd whole: it is packed only once its rows are known.
  if (asked && counted.length) return { placed: [], pills: [], strokes: [], counted };
  const make = (kept) => packLane(held.source.items, {
    cap, kept, pillWidth: pillWidthOf(measure), crowded: counted.length > 0, edges: held.edges,
  });
  let pack = (held[cap] ??= make(null));
  const hides = (one) => one.pills.some((pill) => pill.items.some(({ key }) => key === selected)) || one.strokes.some(({ key }) => key === selected);
  if (selected && hides(pack)) {
    const name = `${cap} ${selected}`;
    pack = held[name] ??= make(selected);
  }
  return { ...pack, counted };
}

const isWhole = (box) => !box.pills.length && box.items.every((item) => item.label || item.side === "none");

/** Pack anew, for the view as it now is, those lanes that do not show everything; whether there are any. */
function packAgain(boxes, view, memory) {
  let any = false;
  for (const box of boxes) {
    const held = memory.packs.get(box.id);
    if (!held || isWhole(box) || (held.edges.from === view.from && held.edges.to === view.to)) continue;
    memory.packs.set(box.id, { source: held.source, edges: view });
    any = true;
  }
  return any;
}

/** Where not even one row a lane fits, lanes with nothing in view are folded away. */
function foldEmpty(gains, available, before) {
  if (gains.length <= available || gains.every((gain) => !gain.length)) return gains;
  return gains.map((gain, index) => (gain.length || before?.[index] ? gain : null));
}

/**
 * What each further row of a lane would tell in the view, most first: the importance of the items
 * it would hold. What fills the whole view tells little of it.
 */
function gainsOf(pack, view) {
  const gains = [];
  for (const item of pack.placed) {
    const reach = item.width + 8;
    if (item.to + reach <= view.from || item.from - reach >= view.to) continue;
    const isGround = item.from <= view.from && item.to >= view.to;
    gains[item.row] = (gains[item.row] ?? 0) + (isGround ? 1 : item.importance + 1);
  }
  return Array.from(gains, (gain) => gain ?? 0).sort((a, b) => b - a);
}

const FOLDED = { height: 0, rows: 0, items: [], pills: [], strokes: [], shelf: [], empty: false, folded: true };

const boxOf = (stretch, offset) => stretch && { from: stretch.from + offset, to: stretch.to + offset };

function laneBoxes(lane, pack, rows, top, view, offset, context) {
  const { metrics, scale } = context;
  const y = (row) => top + row * metrics.row;
  const { shown, pills: kept } = labelsInView(pack.placed.filter((item) => item.row < rows), pack.pills, view, {
    chosen: context.selected, rowCount: rows, pillWidth: pillWidthOf(context.measure),
  });
  const items = shown.map((item) => ({
    key: item.key, event: item.entry.event, mark: item.entry.mark, form: item.form, text: item.text, side: item.side,
    lane: lane.id, row: item.row, top: y(item.row), height: metrics.row,
    body: boxOf(item, offset), label: boxOf(item.label, offset),
  }));
  const pills = kept.map((pill) => ({ ...boxOf(pill, offset), key: `${lane.id}+${pill.items[0].key}`, top: y(pill.row), height: metrics.row, lane: lane.id, entries: pill.items.map(({ entry }) => entry) }));
  const strokes = [...pack.strokes, ...pack.counted].filter((item) => item.to > view.from && item.from < view.to)
    .map((item) => ({ at: Math.max(view.from, Math.min(view.to - 1, item.anchor)) + offset, entry: item.entry }));
  return {
    id: lane.id, label: lane.label, labelFa: lane.labelFa, top, height: rows * metrics.row, rows,
    items, pills, strokes, strokesTop: y(rows - 1),
    shelf: lane.entries.filter(({ mark }) => onShelf(mark, scale) && mayLieIn(mark, scale)),
    empty: !items.length && !pills.length && !strokes.length,
  };
}

/**
 * Return {lanes, height}: for every lane its place and its boxes, all in inline px of the pane.
 *
 * A pure function of lanes (from lanesOf), scale, metrics, `measure(text, kind)` and
 * `wordsOf(event)`; `memory`, an object of the caller's, keeps what was packed between calls
 * with the same lanes, and while `moving` the rows once given.
 */
export function layout({ lanes, scale, metrics, measure, wordsOf, selected = null, moving = false, memory = {} }) {
  const region = regionOf(scale, memory, lanes, metrics);
  const context = { scale, metrics, measure, wordsOf, selected, memory };
  const offset = scale.at(region.origin);
  const view = { from: scale.start - offset, to: scale.end - offset };
  const boxes = boxesOf(lanes, region, view, offset, moving, context);
  return !moving && packAgain(boxes.lanes, view, memory) ? boxesOf(lanes, region, view, offset, moving, context) : boxes;
}

function boxesOf(lanes, region, view, offset, moving, context) {
  const { metrics, memory } = context;
  const available = Math.max(1, Math.floor(metrics.lanes.height / metrics.row));
  const free = lanes.map((lane) => packOf(lane, available, region, view, context, { asked: true }));
  const overflows = (pack) => pack.pills.length || pack.strokes.length || pack.counted.length;
  const gains = free.map((pack) => gainsOf(pack, view));
  free.forEach((pack, index) => {
    // A lane that can never be shown whole wants every row there is.
    while (overflows(pack) && gains[index].length < available) gains[index].push(1);
  });
  const before = moving ? memory.rows : null;
  const rows = allotRows(foldEmpty(gains, available, before), available, before);
  memory.rows = rows;
  let top = 0;
  const boxes = lanes.map((lane, index) => {
    if (!rows[index]) return { ...FOLDED, id: lane.id, top };
    const whole = gains[index].length <= rows[index] && !overflows(free[index]);
    const pack = whole ? free[index] : packOf(lane, rows[index], region, view, context);
    const box = laneBoxes(lane, pack, rows[index], top, view, offset, context);
    top += box.height;
    return box;
  });
  return { lanes: boxes, height: top };
}
