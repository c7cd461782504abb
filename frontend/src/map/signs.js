// Draws the signs of places, forces and events at a point of the plate.

const SIDES = {
  square: [[-1, -1], [1, -1], [1, 1], [-1, 1]].map(([x, y]) => [x * 0.88, y * 0.88]),
  lozenge: [[0, -1.16], [1.16, 0], [0, 1.16], [-1.16, 0]],
  triangle: [[0, -1.12], [1.12, 0.88], [-1.12, 0.88]],
  hexagon: Array.from({ length: 6 }, (_, i) => [Math.sin((i * Math.PI) / 3) * 1.08, -Math.cos((i * Math.PI) / 3) * 1.08]),
};

/** Trace the shape of a side's token of a radius about a point. */
export function traceToken(context, shape, x, y, radius) {
  context.beginPath();
  const corners = SIDES[shape];
  if (!corners) {
    context.arc(x, y, radius, 0, 7);
    return;
  }
  corners.forEach(([dx, dy], i) => context[i ? "lineTo" : "moveTo"](x + dx * radius, y + dy * radius));
  context.closePath();
}

/** Draw a force: filled with its letter; `hollow` where it only possibly stands, `strength` 0 to 1 as it fades. */
export function drawToken(context, { x, y, radius, side, letter, hollow, strength = 1, ghost = false }, ink) {
  const scale = ink.unit;
  context.globalAlpha = strength;
  traceToken(context, side.shape, x, y, radius + 1.8 * scale);
  context.fillStyle = ink.halo;
  context.fill();
  traceToken(context, side.shape, x, y, radius - (hollow ? 0.6 * scale : 0));
  context.fillStyle = hollow ? ink.paperRaised : side.colour;
  context.fill();
  if (hollow) {
    context.setLineDash(ghost ? [2.2 * scale, 1.8 * scale] : []);
    context.lineWidth = 1.5 * scale;
    context.strokeStyle = side.colour;
    context.stroke();
    context.setLineDash([]);
  }
  if (letter) {
    context.font = `600 ${radius * 1.32}px ${ink.serif}`;
    context.textAlign = "center";
    context.fillStyle = hollow ? side.text : ink.onSide;
    context.fillText(letter, x, y + radius * (side.shape === "triangle" ? 0.62 : 0.43));
    context.textAlign = "left";
  }
  context.globalAlpha = 1;
}

const DOTS = { capital: 5.6, city: 3.9, town: 3.1, port: 3.1, village: 1.9 };
// Kinds with a dot of their own, or with a symbol once there is room for one.
const SYMBOLS = { gate: "p-gate", mosque: "p-mosque", shrine: "p-mosque", legation: "p-legation", consulate: "p-legation", port: "p-port" };
const AREAS = new Set(["region", "province", "country", "desert", "sea", "river", "mountain", "quarter"]);
const SYMBOLS_FROM = 10;

/** Return the radius in pixels of a place's sign, without its growth ring. */
export function dotRadius(kind, ink) {
  return (DOTS[kind] ?? 2.4) * ink.unit;
}

/** Whether a place of this kind is an area, drawn only when something happened there. */
export const isArea = (kind) => AREAS.has(kind);

/** Draw a place in ink with paper inside; symbols come from the sheet when it has loaded. */
export function drawPlace(context, { x, y, kind }, ink, { zoom, symbols }) {
  const scale = ink.unit;
  const radius = dotRadius(kind, ink);
  const symbol = zoom >= SYMBOLS_FROM && kind !== "port" ? symbols?.get(SYMBOLS[kind]) : null;
  if (symbol) {
    disc(context, x, y, 9 * scale, ink.halo, 0.8);
    symbol.draw(context, x, y, 15 * scale, ink.ink);
    return;
  }
  if (isArea(kind)) {
    context.setLineDash([1.6 * scale, 2.4 * scale]);
    ring(context, x, y, 5 * scale, ink.ink, 1.3 * scale);
    context.setLineDash([]);
    return;
  }
  disc(context, x, y, radius + 1.6 * scale, ink.halo, 0.9);
  if (kind === "capital" || kind === "city" || kind === "town" || kind === "port") {
    disc(context, x, y, radius, ink.paperRaised, 1);
    ring(context, x, y, radius - 0.7 * scale, ink.ink, (kind === "capital" ? 1.2 : 1.5) * scale);
    if (kind === "capital") disc(context, x, y, 2.3 * scale, ink.ink, 1);
  } else {
    disc(context, x, y, radius, ink.ink, 1);
  }
}

function disc(context, x, y, radius, colour, opacity) {
  context.globalAlpha = opacity;
  context.beginPath();
  context.arc(x, y, radius, 0, 7);
  context.fillStyle = colour;
  context.fill();
  context.globalAlpha = 1;
}

/** Draw a circle in one line. */
export function ring(context, x, y, radius, colour, width) {
  context.beginPath();
  context.arc(x, y, radius, 0, 7);
  context.lineWidth = width;
  context.strokeStyle = colour;
  context.stroke();
}

/** Return the radius of the ring that a place grows with the number of events in the window. */
export function growthRadius(count, dot, ink) {
  return count ? dot + (1.6 + 1.5 * Math.sqrt(count)) * ink.unit : 0;
}

/** Draw the growth ring: its size says how much happened here, not how big the place is. */
export function drawGrowth(context, { x, y, radius }, ink) {
  disc(context, x, y, radius, ink.ink, 0.07);
  ring(context, x, y, radius, ink.ink, 0.9 * ink.unit);
}

/** Draw a ring with a count for what stands too close to be told apart. */
export function drawCluster(context, { x, y, radius, count }, ink) {
  disc(context, x, y, radius + 2 * ink.unit, ink.halo, 0.85);
  disc(context, x, y, radius, ink.paperRaised, 1);
  ring(context, x, y, radius, ink.ink, 1.2 * ink.unit);
  context.font = `600 ${11 * ink.unit}px ${ink.sans}`;
  context.textAlign = "center";
  context.fillStyle = ink.ink;
  context.fillText(String(count), x, y + 3.9 * ink.unit);
  context.textAlign = "left";
}

/** Draw what happens on the day: the symbol of its kind on paper, dashed where the day is only possible. */
export function drawEvent(context, { x, y, radius, symbol, possibly }, ink) {
  const scale = ink.unit;
  disc(context, x, y, radius + 1.5 * scale, ink.halo, 0.85);
  disc(context, x, y, radius, ink.paperRaised, 1);
  if (possibly) context.setLineDash([2.4 * scale, 2 * scale]);
  ring(context, x, y, radius, ink.ink, 1.1 * scale);
  context.setLineDash([]);
  if (symbol) symbol.draw(context, x, y, radius * 1.42, ink.ink);
  else disc(context, x, y, 2 * scale, ink.ink, 1);
}

/** Draw how far a thing may be from its point, in true size. */
export function drawDoubt(context, { x, y, radius, colour, wash = 0.09 }, ink) {
  disc(context, x, y, radius, colour, wash);
  context.setLineDash([1.1 * ink.unit, 2.4 * ink.unit]);
  ring(context, x, y, radius, colour, 1.1 * ink.unit);
  context.setLineDash([]);
}

/** Draw the mark of the one selected thing: an ink ring on a halo. */
export function drawSelected(context, { x, y, radius }, ink) {
  ring(context, x, y, radius + 3.4 * ink.unit, ink.select, 4 * ink.unit);
  ring(context, x, y, radius + 2.6 * ink.unit, ink.ink, 1.1 * ink.unit);
}

/** Draw the twin of what the pointer is over on either pane. */
export function drawHovered(context, { x, y, radius }, ink) {
  ring(context, x, y, radius + 2.6 * ink.unit, ink.ink, 1.1 * ink.unit);
}
