// Draws a laid-out plate on canvas, bottom up: doubt, ways, places, what happens, forces, words.

import { drawArrow, drawChosen, drawHalo, drawPlan } from "./arrows.js";
import { drawBlock } from "./names.js";
import {
  drawCluster, drawDoubt, drawEvent, drawGrowth, drawHovered, drawPlace, drawSelected, drawToken, ring,
} from "./signs.js";

const same = (target, other) => Boolean(target && other) && target.kind === other.kind && target.slug === other.slug;

const UNDER_WAY = ({ passed, open }) => open || (passed > 0 && passed < 1);

/**
 * Draw a plate on the sheets of a surface (see surface.js).
 *
 * plate: {view, ink, symbols, signs, ways, progress, tokens, happening, ghosts, frame, names,
 * selection, onMarch}, and `second` where another telling is laid over it (telling/plate.js); `names` are [{block, box, flag}] already placed. While forces are
 * `onMarch` they, their words and the arrows they grow lie on sheets of their own, and nothing
 * else is drawn anew; else all lies on one, which is quicker to carry along.
 */
export function paintPlate(lay, plate) {
  const { ink, symbols, signs, ways, progress, happening, ghosts, frame, selection, onMarch, second } = plate;
  const layers = [
    (context) => paintLying(context, plate),
    (context) => paintUnderWay(context, plate),
    (context) => paintStanding(context, plate),
    (context) => paintForces(context, plate),
  ];
  if (!onMarch) {
    lay("all", (context) => layers.forEach((paint) => paint(context)));
    return;
  }
  const stages = ways.map((way) => (UNDER_WAY(progress.get(way)) ? "-" : progress.get(way).passed)).join("");
  const dressed = [ink, symbols, selection];
  const parts = [[ways, signs, stages, second?.ways, ...dressed], null, [signs, happening, ghosts, frame, ...dressed], null];
  layers.forEach((paint, index) => lay(index, paint, parts[index]));
}

function paintLying(context, plate) {
  paintDoubt(context, plate);
  plate.second?.drawWays(context);
  paintWays(context, plate);
}

function paintUnderWay(context, plate) {
  paintTokenDoubt(context, plate);
  for (const way of plate.ways) {
    const progress = plate.progress.get(way);
    if (way.route.made && UNDER_WAY(progress)) drawArrow(context, way.arrow, way.style, progress);
  }
}

function paintStanding(context, plate) {
  paintFrame(context, plate);
  paintPlaces(context, plate);
  paintGhosts(context, plate);
  paintHappening(context, plate);
}

function paintForces(context, plate) {
  plate.second?.drawSigns(context, plate.symbols);
  paintTokens(context, plate);
  for (const { block, box, flag } of plate.names) {
    if (flag) paintFlag(context, flag, plate.ink);
    drawBlock(context, box.block ?? block, box);
  }
}

// The box that an inset enlarges.
function paintFrame(context, { frame, ink }) {
  if (!frame) return;
  context.lineWidth = 1 * ink.unit;
  context.strokeStyle = ink.ink;
  context.strokeRect(Math.round(frame.x) + 0.5, Math.round(frame.y) + 0.5, Math.round(frame.width), Math.round(frame.height));
}

function paintTokenDoubt(context, { tokens, ink }) {
  for (const { doubt, spot, side } of tokens) {
    if (doubt) drawDoubt(context, { ...spot, radius: doubt, colour: side.colour }, ink);
  }
}

function paintDoubt(context, { signs, selection, view, ink }) {
  for (const sign of signs) {
    if (!sign.doubt || sign.doubt > Math.min(view.width, view.height) / 2) continue;
    const chosen = sign.place && same({ kind: "place", slug: sign.place.id }, selection);
    if (chosen || sign.events.length) drawDoubt(context, { x: sign.x, y: sign.y, radius: sign.doubt, colour: ink.ink, wash: 0.05 }, ink);
  }
}

function paintWays(context, { ways, progress, selection, ink }) {
  const made = ways.filter((way) => way.route.made);
  for (const way of made) drawHalo(context, way.arrow, way.style);
  for (const way of ways) {
    const target = { kind: "movement", slug: way.route.movement.id };
    if (same(target, selection)) drawMarked(context, way, ink, ink.select);
  }
  for (const way of ways) {
    if (!way.route.made) drawPlan(context, way.arrow, way.style);
    else if (!UNDER_WAY(progress.get(way))) drawArrow(context, way.arrow, way.style, progress.get(way));
  }
}

const drawMarked = (context, { arrow, style }, ink, select = null) =>
  drawChosen(context, arrow, { width: style.width, scale: ink.unit, ink: ink.ink, select, ground: ink.halo });

function paintPlaces(context, { signs, selection, ink, symbols, view }) {
  for (const sign of signs) {
    if (sign.cluster) {
      drawCluster(context, { ...sign, radius: sign.radius }, ink);
    } else {
      if (sign.growth) drawGrowth(context, { x: sign.x, y: sign.y, radius: sign.growth }, ink);
      if (sign.place) drawPlace(context, { x: sign.x, y: sign.y, kind: sign.place.kind }, ink, { zoom: view.zoom, symbols });
      else ring(context, sign.x, sign.y, sign.dot, ink.ink, 1.4 * ink.unit);
    }
    if (touches(sign, selection)) drawSelected(context, sign, ink);
  }
}

/** Whether a sign stands for a target: its place, or an event that happened here. */
export function touches(sign, target) {
  if (!target) return false;
  if (target.kind === "place") return sign.place?.id === target.slug;
  return target.kind === "event" && sign.events.some((event) => event.id === target.slug);
}

function paintGhosts(context, { ghosts, ink }) {
  for (const { x, y, radius } of ghosts) {
    context.setLineDash([2.2 * ink.unit, 1.8 * ink.unit]);
    ring(context, x, y, radius, ink.dispute, 1.4 * ink.unit);
    context.setLineDash([]);
  }
}

function paintHappening(context, { happening, symbols, selection, ink }) {
  for (const mark of happening) {
    drawEvent(context, { ...mark, symbol: symbols?.get(`k-${mark.event.kind}`) }, ink);
    if (same({ kind: "event", slug: mark.event.id }, selection)) drawSelected(context, mark, ink);
  }
}

function paintTokens(context, { tokens, selection, ink }) {
  for (const token of tokens) {
    if (isOf(token, selection)) drawSelected(context, token, ink);
    drawToken(context, token, ink);
  }
}

/** Draw what the pointer is over; it lies above the plate, so that nothing else is drawn anew for it. */
export function paintHovered(context, { ways, progress, signs, happening, tokens, selection, ink }, hover) {
  for (const way of ways) {
    if (!same({ kind: "movement", slug: way.route.movement.id }, hover) || same(hover, selection)) continue;
    drawMarked(context, way, ink);
    if (way.route.made) drawArrow(context, way.arrow, way.style, progress.get(way));
    else drawPlan(context, way.arrow, way.style);
  }
  const rings = [
    ...signs.filter((sign) => touches(sign, hover) && !touches(sign, selection)),
    ...happening.filter(({ event }) => same({ kind: "event", slug: event.id }, hover) && !same(hover, selection)),
    ...tokens.filter((token) => isOf(token, hover) && !isOf(token, selection)),
  ];
  for (const ring of rings) drawHovered(context, ring, ink);
}

/** Whether a token stands for a target: its movement, its force or its person. */
export function isOf(token, target) {
  if (!target) return false;
  if (target.kind === "movement") return token.movement.id === target.slug;
  return token.mover.type === target.kind && token.mover.id === target.slug;
}

function paintFlag(context, { x, y, angle, side, towards }, ink) {
  const size = 6 * ink.unit;
  const turn = towards ? angle : angle + Math.PI;
  context.beginPath();
  for (const [i, [along, across]] of [[size, 0], [-size * 0.6, size * 0.8], [-size * 0.6, -size * 0.8]].entries()) {
    const px = x + Math.cos(turn) * along - Math.sin(turn) * across;
    const py = y + Math.sin(turn) * along + Math.cos(turn) * across;
    context[i ? "lineTo" : "moveTo"](px, py);
  }
  context.closePath();
  context.lineWidth = 2.4 * ink.unit;
  context.strokeStyle = ink.halo;
  context.stroke();
  context.fillStyle = side.colour;
  context.fill();
}
