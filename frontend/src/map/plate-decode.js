// Unpacks plate.json into lines of grid points; the packing is that of geo/baseplate/encoding.py.

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const VALUES = new Uint8Array(128);
for (let value = 0; value < DIGITS.length; value += 1) VALUES[DIGITS.charCodeAt(value)] = value;

// One line: x and y in turn, the zoom from which each point is needed, and the box round them.
export function unpackLine([text, levelText]) {
  const count = levelText.length;
  const points = new Int32Array(count * 2);
  const levels = new Uint8Array(count);
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  const last = [0, 0];
  let place = 0;
  let folded = 0;
  let shift = 0;
  for (let index = 0; index < text.length; index += 1) {
    const group = VALUES[text.charCodeAt(index)];
    folded |= (group & 31) << shift;
    shift += 5;
    if (group < 32) {
      if (place >= points.length) throw new RangeError("A line of the plate is too long.");
      const axis = place & 1;
      last[axis] += folded & 1 ? -((folded + 1) >> 1) : folded >> 1;
      points[place] = last[axis];
      box[axis] = Math.min(box[axis], last[axis]);
      box[axis + 2] = Math.max(box[axis + 2], last[axis]);
      place += 1;
      folded = 0;
      shift = 0;
    }
  }
  if (place !== points.length || shift) throw new RangeError("A line of the plate is cut short.");
  for (let index = 0; index < count; index += 1) levels[index] = levelText.charCodeAt(index) - 48;
  return { points, levels, box };
}

// The points of a line that a zoom needs, x and y in turn; kept, as a zoom is drawn many times.
export function pointsAt(line, zoom) {
  const wanted = Math.max(4, Math.min(8, Math.ceil(zoom)));
  line.selections ||= [];
  if (!line.selections[wanted]) {
    const chosen = [];
    for (let index = 0; index < line.levels.length; index += 1) {
      if (line.levels[index] <= wanted) chosen.push(line.points[2 * index], line.points[2 * index + 1]);
    }
    line.selections[wanted] = chosen;
  }
  return line.selections[wanted];
}

// A closed ring of grid points, put together from its arcs (a negative number ~n is arc n backwards).
export function ringAt(arcs, numbers, zoom) {
  const ring = [];
  for (const number of numbers) {
    const points = pointsAt(arcs[number < 0 ? ~number : number], zoom);
    if (number >= 0) {
      for (let index = 0; index < points.length - 2; index += 1) ring.push(points[index]);
    } else {
      for (let index = points.length - 2; index > 0; index -= 2) ring.push(points[index], points[index + 1]);
    }
  }
  return ring;
}

const boxOf = (lines) => lines.reduce(
  (box, line) => [Math.min(box[0], line.box[0]), Math.min(box[1], line.box[1]),
    Math.max(box[2], line.box[2]), Math.max(box[3], line.box[3])],
  [Infinity, Infinity, -Infinity, -Infinity],
);

// The whole plate, ready to draw: arcs, rings by realm, lists of arcs by what they are, and the words.
export function decodePlate(plate) {
  if (plate.format !== 1) throw new RangeError(`The plate has format ${plate.format}; build it again.`);
  const arcs = plate.arcs.map(unpackLine);
  const ring = (numbers) => ({ numbers, box: boxOf(numbers.map((number) => arcs[number < 0 ? ~number : number])) });
  const land = Object.fromEntries(Object.entries(plate.land).map(([realm, rings]) => [realm, rings.map(ring)]));
  const lakes = plate.lakes.map(ring);
  const inland = new Set([...plate.borders, ...plate.frame, ...plate.lakes.flat().map((n) => (n < 0 ? ~n : n))]);
  return {
    zoom: plate.zoom,
    extent: plate.extent,
    arcs,
    land,
    lakes,
    coast: arcs.filter((_, number) => !inland.has(number)),
    borders: plate.borders.map((number) => arcs[number]),
    frame: new Set(plate.frame),
    rivers: plate.rivers.map(([first, text, levels]) => ({ ...unpackLine([text, levels]), first })),
    spheres: plate.spheres,
    names: plate.names.map(([kind, lat, lon, first, last, turn, en, fa, ru]) => (
      { kind, lat, lon, first, last, turn, words: { en, fa, ru } })),
    plans: plate.plans,
  };
}
