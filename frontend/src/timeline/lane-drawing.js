// Draws the lanes: names, marks, labels, pills, the sentence of an empty one.
import { drawGoingOn, drawMark } from "./mark-drawing.js";
import { isHollow } from "./marks.js";
import { strokeShare } from "./density.js";
import { shortened } from "./titles.js";

const STROKE_STEP = 4;

function ground(box) {
  const from = Math.min(box.body.from, box.label?.from ?? Infinity);
  const to = Math.max(box.body.to, box.label?.to ?? -Infinity);
  return { from: from - 5, to: to + 5 };
}

function drawGround(pen, box, scene) {
  const { inks, selected, hovered, scale } = scene;
  const { from, to } = ground(box);
  const [begin, end] = [Math.max(from, scale.start - 6), Math.min(to, scale.end + 6)];
  if (box.key === selected) {
    pen.filledRound(begin, box.top, end, box.top + box.height, inks.wash, 2);
    pen.frame(begin, box.top, end, box.top + box.height, inks.ink, 1.1 * scene.metrics.type, null, 2);
  } else if (box.key === hovered) pen.rect(begin, box.top + 1, end, box.top + box.height, inks.sunk);
}

function drawLabel(pen, box, scene) {
  const { inks, fonts, selected, hovered, cursorAt } = scene;
  if (!box.label) return;
  const chosen = box.key === selected;
  const { from, to } = box.label;
  const middle = box.top + box.height / 2;
  const paper = chosen ? inks.wash : box.key === hovered ? inks.sunk : inks.paper;
  if (box.side === "inside") pen.rect(from - 6, box.top + 1, to + 6, box.top + box.height - 1, paper);
  const crossed = cursorAt > from - 3 && cursorAt < to + 3;
  // The room is that of the heavier letters; beside its mark the word closes up to it.
  pen.words(box.text, box.side === "before" ? to : from, middle, {
    face: chosen ? fonts.eventSelected : fonts.event,
    colour: isHollow(box.event) ? inks.ink2 : inks.ink,
    anchor: box.side === "before" ? "end" : "start",
    halo: crossed ? paper : null,
  });
}

/** An event that stands unnamed says its name while it is pointed at or has the focus. */
function drawPassingLabel(pen, box, { inks, fonts, metrics, measure, scale }) {
  const width = measure(box.text, "event");
  const after = box.body.to + 6 + width <= scale.end;
  const from = after ? box.body.to + 6 : Math.max(scale.start + 6, box.body.from - 6 - width);
  pen.rect(from - 5, box.top, from + width + 5, box.top + box.height, inks.raised);
  pen.frame(from - 5, box.top, from + width + 5, box.top + box.height, inks.rule, metrics.type);
  pen.words(box.text, from, box.top + box.height / 2, { face: fonts.event, colour: inks.ink });
}

function drawPill(pen, pill, text, { metrics, inks, fonts, hovered, selected }) {
  const holds = (key) => key !== null && pill.entries.some(({ event }) => event.id === key);
  const ground = holds(selected) ? inks.wash : holds(hovered) ? inks.sunk : inks.raised;
  const high = Math.min(pill.height - 1, 14 * metrics.type);
  const middle = pill.top + pill.height / 2;
  pen.filledRound(pill.from, middle - high / 2, pill.to, middle + high / 2, ground, high / 2);
  pen.frame(pill.from, middle - high / 2, pill.to, middle + high / 2, ground === inks.raised ? inks.control : inks.ink, metrics.type, null, high / 2);
  pen.words(text, (pill.from + pill.to) / 2, middle, { face: fonts.pill, colour: inks.ink, anchor: "middle" });
}

function drawStrokes(pen, lane, { metrics, inks, scale }) {
  if (!lane.strokes.length) return;
  const counts = new Map();
  for (const { at } of lane.strokes) {
    const bin = Math.floor((at - scale.start) / STROKE_STEP);
    counts.set(bin, (counts.get(bin) ?? 0) + 1);
  }
  const most = Math.max(...counts.values());
  const bottom = lane.strokesTop + metrics.row - 1;
  for (const [bin, count] of counts) {
    const at = scale.start + (bin + 0.5) * STROKE_STEP;
    pen.upright(at, bottom - Math.max(2, strokeShare(count, most) * (metrics.row - 3)), bottom, inks.ink2);
  }
}

function drawName(pen, lane, top, scene) {
  const { metrics, inks, fonts, measure, laneName, selectedLane } = scene;
  const face = lane.id === selectedLane ? "laneSelected" : "lane";
  const shelf = shelfBox(lane, scene);
  const room = (shelf ? shelf.from : scene.scale.start) - metrics.padding - 8;
  pen.words(shortened(laneName(lane), room, (text) => measure(text, face)), metrics.padding, top + metrics.row / 2, { face: fonts[face], colour: inks.ink });
  if (shelf) drawPill(pen, { ...shelf, entries: lane.shelf }, shelf.text, scene);
}

/** Return where the shelf's pill of a lane stands in the column of names, and its words; or null. */
export function shelfBox(lane, { metrics, measure, laneName, shelfTexts, scale }) {
  const texts = shelfTexts(lane);
  if (!texts.length) return null;
  if (metrics.compact) {
    // Without a column of names the shelf stands at the end of the second ruler.
    const width = measure(texts[0], "pill") + 12 * metrics.type;
    return { text: texts[0], from: scale.end - width, to: scale.end, top: metrics.lanes.height, height: metrics.foot.height };
  }
  const to = scale.start - 8;
  const from = (text) => to - measure(text, "pill") - 12 * metrics.type;
  const nameEnd = metrics.padding + measure(laneName(lane), "laneSelected") + 6;
  const text = texts.find((one) => from(one) >= nameEnd) ?? texts[texts.length - 1];
  return { text, from: from(text), to, top: lane.top, height: metrics.row };
}

/** In a pane without names, draw the shelf over the second ruler. */
export function drawShelfOnFoot(pen, scene) {
  const { metrics, inks, shelves } = scene;
  for (const shelf of metrics.compact ? shelves : []) {
    const top = metrics.foot.top;
    pen.rect(shelf.from - 4, top + 1, shelf.to + 4, top + metrics.foot.height, inks.paper);
    drawPill(pen, { ...shelf, top: top + 1 }, shelf.text, scene);
  }
}

/** Draw all lanes between the head and the foot; the view may be scrolled down by `scene.scroll`. */
export function drawLanes(pen, scene) {
  const { metrics, inks, fonts, scale, lanes, scroll } = scene;
  const { top, bottom } = metrics.lanes;
  pen.clip(0, top, metrics.width, bottom, () => {
    const { context } = pen;
    context.translate(0, top - scroll);
    for (const { tick } of scene.rulers.head.names) if (tick !== null) pen.upright(tick, scroll, scroll + bottom - top, inks.hairline);
    for (const lane of lanes) if (lane.top > 0) pen.level(0, metrics.width, lane.top, inks.hairline);
    if (!metrics.compact) for (const lane of lanes) if (!lane.folded) drawName(pen, lane, lane.top, scene);
    for (const lane of lanes) {
      if (!lane.empty) continue;
      pen.words(scene.emptyText(lane), scale.start + 6, lane.top + metrics.row / 2, { face: fonts.sentence, colour: inks.ink3 });
    }
    for (const lane of lanes) for (const box of lane.items) drawGround(pen, box, scene);
    pen.clip(scale.start, scroll, scale.end + 1, scroll + bottom - top, () => {
      for (const lane of lanes) {
        drawStrokes(pen, lane, scene);
        for (const box of lane.items) drawMark(pen, box, scene);
      }
    });
    for (const lane of lanes) for (const box of lane.items) drawGoingOn(pen, box, scene);
    pen.upright(scene.cursorAt, scroll, scroll + bottom - top, inks.ink, 1.3 * metrics.type);
    for (const lane of lanes) {
      for (const pill of lane.pills) drawPill(pen, pill, scene.pillText(pill.entries.length), scene);
      for (const box of lane.items) drawLabel(pen, box, scene);
    }
    for (const lane of lanes) {
      for (const box of lane.items) if (!box.label && (box.key === scene.hovered || scene.ringed.includes(box))) drawPassingLabel(pen, box, scene);
    }
    for (const box of scene.ringed) drawFocus(pen, box, scene);
  });
  drawScroll(pen, scene);
}

/** A thumb at the inline end tells that there are more lanes above or below. */
function drawScroll(pen, { metrics, inks, height, scroll }) {
  const room = metrics.lanes.height;
  if (height <= room) return;
  const size = Math.max(16, (room * room) / height);
  const top = metrics.lanes.top + ((room - size) * scroll) / (height - room);
  pen.filledRound(metrics.width - 5, top + 2, metrics.width - 2, top + size - 2, inks.control, 1.5);
}

function drawFocus(pen, box, { inks, metrics, scale }) {
  const { from, to } = box.body ? ground(box) : box;
  const begin = box.body ? Math.max(from, scale.start - 6) : from;
  pen.frame(begin - 3, box.top - 2, Math.min(to, scale.end + 4) + 3, box.top + box.height + 2, inks.focus, 2 * metrics.type, null, 2);
}
