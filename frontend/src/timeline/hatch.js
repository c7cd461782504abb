// Draws the hatch of a disputed date, from its first to its last claimed day.

const STEP = 6;
const tiles = new Map();

function tileFor(colour, ratio, unit) {
  const key = `${colour} ${ratio} ${unit}`;
  if (!tiles.has(key)) {
    const side = Math.round(STEP * ratio * unit);
    const tile = document.createElement("canvas");
    tile.width = side;
    tile.height = side;
    const context = tile.getContext("2d");
    context.strokeStyle = colour;
    context.lineWidth = 0.8 * ratio * unit;
    context.beginPath();
    for (const shift of [-side, 0, side]) {
      context.moveTo(shift - 1, side + 1);
      context.lineTo(shift + side + 1, -1);
    }
    context.stroke();
    tiles.set(key, tile);
  }
  return tiles.get(key);
}

/** Fill a stretch with the hatch; `origin` keeps the strokes in their place while panning. */
export function drawHatch(pen, { from, to, origin, top, bottom, colour, unit }) {
  const { context } = pen;
  const ratio = 1 / pen.hair;
  const [x0, x1] = [pen.x(from), pen.x(to)].sort((a, b) => a - b).map(pen.snap);
  context.save();
  context.translate(pen.snap(pen.x(origin)), pen.snap(top));
  context.scale(1 / ratio, 1 / ratio);
  context.fillStyle = context.createPattern(tileFor(colour, ratio, unit), "repeat");
  context.globalAlpha = 0.8;
  context.fillRect((x0 - pen.snap(pen.x(origin))) * ratio, 0, (x1 - x0) * ratio, Math.round((bottom - top) * ratio));
  context.restore();
}
