// Lays a second source's telling over the map in outline: its marches, its places, what happens on its day.

import { drawEvent, drawToken, ring, traceToken } from "../map/signs.js";
import { head, stroke } from "../map/arrows.js";
import { layOutEvents, layOutForces, layOutGround } from "../map/plate-layout.js";
import { sheetOf } from "../map/sheet.js";

const HALO = 2.8;
const LINE = 1.3;
const INFERRED = [8, 4.5];
const SAME_SPOT = 6;
const LABELS_APART = 130;
const MOST_LABELS = 8;

/**
 * Return laidOver(today, plate): what a day's plate shows, with the second telling as `second`.
 *
 * `words` are {t, source, first}. What both tell is one sign with an outline about it; what the second
 * alone tells is hollow, with its name.
 */
export function createSecondPlate(second, words) {
  const stills = new WeakMap();

  function still({ state, ground, view, ink, day, elements, wordDay }, today) {
    const known = stills.get(ground);
    if (known && known.day === day && known.ink === ink) return known;
    const sheet = sheetOf(second, state);
    const own = layOutGround(second, sheet, view, ink, { selection: state.selection, elements });
    const made = { day, ink, sheet, ...own, ways: own.ways.map((way) => ({ ...way, same: sameWay(way, ground.ways) })) };
    const events = layOutEvents(sheet, own, [], view, ink, day, { wordDay, t: words.t, data: second });
    made.rings = ringsOf(own.signs, ground.signs, ink);
    made.happening = events.happening.map((mark) => ({ ...mark, same: today.happening.find(({ event }) => event.id === mark.event.id) }));
    stills.set(ground, made);
    return made;
  }

  return function laidOver(today, plate) {
    const { view, ink, state, elements } = plate;
    const made = still(plate, today);
    const { tokens: forces } = layOutForces(second, made.sheet, made, view, ink, state.cursor, elements);
    const tokens = forces.map((token) => ({ ...token, same: today.tokens.find((one) => isSameToken(one, token)) }));
    return {
      ...today,
      copies: [...today.copies, ...labelsOf({ ...made, tokens }, words)],
      second: {
        ways: made.ways,
        drawWays: (context) => made.ways.forEach((way) => drawCased(context, way, ink)),
        drawSigns: (context, symbols) => drawSigns(context, { ...made, tokens }, ink, symbols),
        entries: entriesOf({ ...made, tokens }, words),
        legend: legendOf(words),
      },
    };
  };
}

const nameOf = ({ leg, movement }) => `${movement.id}:${leg.order}`;
const stopsOf = ({ stops }) => stops.map(({ id }) => id).join();

/** Return the way of the first telling that is the same leg between the same places, or null. */
export function sameWay({ route }, ways) {
  return ways.find((way) => nameOf(way.route) === nameOf(route) && stopsOf(way.route) === stopsOf(route)) ?? null;
}

const isSameToken = (one, other) =>
  one.movement.id === other.movement.id && one.number === other.number && Math.hypot(one.x - other.x, one.y - other.y) < SAME_SPOT;

/** Return the rings about the places where the second tells of something, outside whatever stands there. */
export function ringsOf(signs, firstSigns, ink) {
  const first = new Map(firstSigns.map((sign) => [sign.id, sign]));
  return signs
    .filter(({ count }) => count)
    .map((sign) => {
      const same = first.get(sign.id);
      return { x: sign.x, y: sign.y, radius: Math.max(sign.radius, same?.radius ?? 0) + 3 * ink.unit, sign };
    });
}

function drawCased(context, way, ink) {
  const { arrow, style } = way.same ?? way;
  const { width, scale } = style;
  const gap = way.same ? HALO * scale : 0;
  const dash = style.inferred ? INFERRED.map((part) => part * scale) : [];
  context.lineCap = "butt";
  context.lineJoin = "round";
  const wide = width + 2 * gap;
  stroke(context, arrow.shaft, wide + 2 * LINE * scale, way.side.colour, dash);
  stroke(context, arrow.shaft, wide, ink.land, dash);
  // What was only planned is never an arrow.
  if (arrow.headed && way.route?.made !== false) drawHead(context, arrow, wide + LINE * scale, { colour: way.side.colour, ground: ink.land, line: LINE * scale });
}

// A hollow head, that of the arrow it may lie about.
function drawHead(context, { tip, angle }, width, { colour, ground, line }) {
  const [length, half] = [width * 2.05, width * 1.02];
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const at = (back, side) => [tip.x + cos * (line - back) - sin * side, tip.y + sin * (line - back) + cos * side];
  context.beginPath();
  [at(length, half), at(0, 0), at(length, -half), at(length * 0.78, 0)].forEach(([x, y], i) => context[i ? "lineTo" : "moveTo"](x, y));
  context.closePath();
  context.fillStyle = ground;
  context.fill();
  context.lineWidth = line;
  context.strokeStyle = colour;
  context.stroke();
}

function drawSigns(context, { rings, happening, tokens }, ink, symbols) {
  for (const { x, y, radius } of rings) {
    ring(context, x, y, radius, ink.ink, 0.9 * ink.unit);
    ring(context, x, y, radius + 2.4 * ink.unit, ink.ink, 0.9 * ink.unit);
  }
  for (const mark of happening) {
    const { x, y, radius } = mark.same ?? mark;
    if (!mark.same) drawEvent(context, { ...mark, symbol: symbols?.get(`k-${mark.event.kind}`) }, ink);
    ring(context, x, y, radius + 2.4 * ink.unit, ink.ink, 0.9 * ink.unit);
  }
  for (const token of tokens) {
    const at = token.same ?? token;
    if (!token.same) drawToken(context, { ...token, hollow: true }, ink);
    traceToken(context, token.side.shape, at.x, at.y, at.radius + 3 * ink.unit);
    context.lineWidth = LINE * ink.unit;
    context.strokeStyle = token.side.colour;
    context.stroke();
  }
}

// One label for what stands together: the name of the source is long.
function labelsOf({ ways, happening, tokens, ink }, { t, source }) {
  const middle = ({ arrow }) => arrow.line[Math.floor(arrow.line.length / 2)];
  const wanted = [
    ...happening.filter(({ same }) => !same).map(({ x, y, radius, event }) => ({ x, y, radius, target: { kind: "event", slug: event.id } })),
    ...tokens.filter(({ same }) => !same).map(({ x, y, radius, movement }) => ({ x, y, radius, target: { kind: "movement", slug: movement.id } })),
    ...ways.filter(({ same }) => !same).map((way) => ({ x: middle(way)[0], y: middle(way)[1], radius: way.style.width, target: { kind: "movement", slug: way.route.movement.id } })),
  ];
  const labels = [];
  for (const one of wanted) {
    if (labels.length < MOST_LABELS && labels.every(({ x, y }) => Math.hypot(x - one.x, y - one.y) > LABELS_APART * ink.unit)) labels.push(one);
  }
  return labels.map((label, number) => ({ ...label, id: `second:${number}`, text: t("map.if-source", { source }) }));
}

function entriesOf({ rings, tokens }, { t, source }) {
  const said = (words) => t("map.as-told", { words, source });
  return [
    ...tokens.map(({ x, y, radius, movement, mover }) => ({
      target: { kind: "movement", slug: movement.id }, words: said(mover.name), x, y, radius,
    })),
    ...rings.filter(({ sign }) => sign.place).map(({ x, y, radius, sign }) => ({
      target: { kind: "place", slug: sign.place.id }, words: said(t("map.events-at", { place: sign.place.name, count: sign.count })), x, y, radius,
    })),
  ];
}

function legendOf({ t, source, first }) {
  const WIDTH = 4.4;
  const shaft = [[4, 9], [36, 9]];
  const style = { width: WIDTH, scale: 1 };
  const draw = (cased) => (context, ink) => {
    const side = { ...ink.noSide, colour: ink.ink };
    const arrow = { shaft, headed: true, tip: { x: 48, y: 9 }, angle: 0 };
    if (cased) drawCased(context, { arrow, style, side }, ink);
    else {
      stroke(context, shaft, WIDTH, side.colour);
      head(context, arrow.tip, 0, WIDTH, side.colour, false);
    }
  };
  return [
    { key: `first ${first}`, label: t("telling.solid", { source: first }), draw: draw(false) },
    { key: `second ${source}`, label: t("telling.outline", { source }), draw: draw(true) },
  ];
}
