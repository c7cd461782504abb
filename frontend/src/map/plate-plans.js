// Draws the schematic plans of four cities where the plate is too coarse to show a town.

import { boxesMeet } from "./plate-names.js";
import { placeOn } from "./plate-trace.js";
import { haloed, setFace } from "./plate-words.js";

const FIRST_ZOOM = 11;

const LINES = {
  wall: { width: 2.2, colour: "ink2" },
  citadel: { width: 1.8, colour: "ink2" },
  street: { width: 1.2, colour: "rule" },
  bazaar: { width: 3.4, colour: "rule", dash: [1.6, 1.6] },
  garden: { width: 0.9, colour: "border", dash: [1, 3] },
  "quarter-edge": { width: 0.8, colour: "border", dash: [4, 3] },
  water: { width: 1.6, colour: "river" },
};
const WORDS = {
  quarter: { size: 15, spacing: 0.12, colour: "ink3", italic: false },
  gate: { size: 13, spacing: 0, colour: "ink2", italic: true },
  other: { size: 13, spacing: 0, colour: "ink2", italic: false },
};
// Names of quarters and palaces come at the second zoom of plans, all others at the third.
const FIRST_WORDS = { quarter: 12, palace: 12, shrine: 12 };
const firstWords = (kind) => FIRST_WORDS[kind] || 13;

const MARKS = {
  gate: (c, s) => { c.moveTo(-s, s); c.lineTo(-s, -s * 0.4); c.arc(0, -s * 0.4, s, Math.PI, 0); c.lineTo(s, s); },
  mosque: (c, s) => { c.moveTo(-s, s); c.lineTo(-s, 0); c.quadraticCurveTo(-s, -s * 0.8, 0, -s * 1.5); c.quadraticCurveTo(s, -s * 0.8, s, 0); c.lineTo(s, s); c.closePath(); },
  palace: (c, s) => c.rect(-s, -s, 2 * s, 2 * s),
  square: (c, s) => c.rect(-s * 1.3, -s * 0.8, s * 2.6, s * 1.6),
  bridge: (c, s) => { c.moveTo(-s * 1.4, -s * 0.6); c.lineTo(s * 1.4, -s * 0.6); c.moveTo(-s * 1.4, s * 0.6); c.lineTo(s * 1.4, s * 0.6); },
  building: (c, s) => c.rect(-s * 0.8, -s * 0.8, s * 1.6, s * 1.6),
};
MARKS.shrine = MARKS.mosque;
MARKS.legation = MARKS.building;

function paintLine(context, line, colours, view) {
  const style = LINES[line.kind];
  context.beginPath();
  line.through.forEach(([lon, lat], index) => {
    const [x, y] = placeOn(view, lat, lon);
    if (index) context.lineTo(x, y); else context.moveTo(x, y);
  });
  if (line.closed) context.closePath();
  context.lineJoin = "round";
  context.lineWidth = style.width * view.unit;
  context.strokeStyle = colours[style.colour];
  context.setLineDash((style.dash || []).map((length) => length * view.unit));
  context.stroke();
  context.setLineDash([]);
}

function paintMark(context, point, x, y, colours, view) {
  context.save();
  context.translate(x, y);
  context.beginPath();
  MARKS[point.kind](context, 3.6 * view.unit);
  context.fillStyle = colours.paper;
  context.strokeStyle = colours.ink2;
  context.lineWidth = 1.2 * view.unit;
  if (point.kind !== "bridge") context.fill();
  context.stroke();
  context.restore();
}

// The middle of a point's words: a gate's stand outside the wall, all others under their mark.
function middleOf(point, x, y, width, size, centre, view) {
  if (!MARKS[point.kind]) return [x, y];
  const gap = 6 * view.unit;
  if (point.kind !== "gate") return [x, y + gap + size / 2];
  const across = x - centre[0];
  const down = y - centre[1];
  if (Math.abs(across) > 1.2 * Math.abs(down)) return [x + Math.sign(across) * (gap + width / 2), y];
  return [x, y + Math.sign(down || 1) * (gap + size / 2)];
}

function placeWords(context, point, colours, view, language, taken, centre) {
  const style = WORDS[point.kind] || WORDS.other;
  const size = setFace(context, style, colours, language, view.unit);
  const words = point.name[language] || point.name.en;
  const width = context.measureText(words).width;
  const [x, y] = middleOf(point, ...placeOn(view, point.at[1], point.at[0]), width, size, centre, view);
  const box = { x: x - width / 2, y: y - size / 2, width, height: size, kind: point.kind, text: words };
  return taken.some((other) => boxesMeet(box, other)) ? null : { x, y, words, style, box };
}

// Words of the plans in a view, clear of the boxes already taken, each with its box. What the atlas holds as
// a place of its own has no words here: the map names it.
export function placePlanWords(context, plate, colours, view, language, names) {
  if (view.zoom < FIRST_ZOOM) return [];
  const taken = names.map(({ box }) => box);
  const placed = [];
  for (const plan of plate.plans) {
    const centre = placeOn(view, plan.centre[1], plan.centre[0]);
    const named = plan.points.filter((point) => point.name && view.zoom >= firstWords(point.kind));
    named.sort((one, other) => firstWords(one.kind) - firstWords(other.kind));
    for (const point of named) {
      const found = placeWords(context, point, colours, view, language, taken, centre);
      if (!found) continue;
      placed.push(found);
      taken.push(found.box);
    }
  }
  context.letterSpacing = "0px";
  return placed;
}

// Lines, marks and words of the plans, and under each that it is a scheme.
export function paintPlans(context, plate, placed, colours, view, language) {
  if (view.zoom < FIRST_ZOOM) return;
  context.textAlign = "center";
  context.textBaseline = "middle";
  const width = 2.6 * view.unit;
  for (const plan of plate.plans) {
    for (const line of plan.lines) paintLine(context, line, colours, view);
    for (const point of plan.points) {
      if (MARKS[point.kind]) paintMark(context, point, ...placeOn(view, point.at[1], point.at[0]), colours, view);
    }
    const [x, y] = placeOn(view, plan.caption[1], plan.caption[0]);
    setFace(context, { size: 13, spacing: 0, italic: true }, colours, language, view.unit);
    haloed(context, plan.note[language] || plan.note.en, x, y, { colour: colours.ink3, halo: colours.land, width });
  }
  for (const { x, y, words, style } of placed) {
    setFace(context, style, colours, language, view.unit);
    haloed(context, words, x, y, { colour: colours[style.colour], halo: colours.land, width });
  }
  context.letterSpacing = "0px";
}
