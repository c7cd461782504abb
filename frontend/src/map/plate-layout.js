// Lays a sheet out on a view: where each sign stands and which names find room beside them.

import { eventsOn, ghostsOf, progressOfWays, tokensOn } from "./day-signs.js";
import { flagLabels, ghostLabels, marchLabels, placeLabels as placeNames } from "./names.js";
import { placeLabels } from "./labels.js";
import { placeSigns } from "./place-signs.js";
import { waySigns } from "./way-signs.js";
import { isArea } from "./signs.js";
import { worldPerKm } from "./mercator.js";

const NARROW = 480;
const TOWN_KM = 4;

/** Lay out what days do not change: places, ways and their flags; `elements` are the options of those on the map. */
export function layOutGround(data, sheet, view, ink, { selection, elements }) {
  const chosen = selection?.kind === "place" ? selection.slug : null;
  const { places, routes, uncertainty } = elements;
  if (!places) return { signs: [], ways: routes ? waySigns(sheet, view, ink, routes) : [] };
  const signs = placeSigns(data, sheet, view, ink, { chosen, namesFrom: places.names_from }).map((sign) => {
    const km = uncertainty ? doubtOf(sign, chosen) : 0;
    const doubt = km * worldPerKm((sign.y + view.top) / view.scale) * view.scale;
    return { ...sign, doubt: doubt >= (uncertainty?.least_pixels ?? Infinity) ? doubt : 0 };
  });
  return { signs, ways: routes ? waySigns(sheet, view, ink, routes) : [] };
}

// A town is as wide as its walls, and a region as its name: only what was hard to place has a ring,
// and what is chosen.
function doubtOf({ place }, chosen) {
  if (!place || isArea(place.kind)) return 0;
  const km = place.uncertainty_km ?? 0;
  return km > TOWN_KM || place.id === chosen ? km : 0;
}

/** Lay out what moves: where forces stand at a moment of a day, and how far each march has come. */
export function layOutForces(data, sheet, { ways }, view, ink, moment, elements) {
  const tokens = elements.tokens ? tokensOn(data, sheet, ways, view, ink, moment, elements) : [];
  return { tokens, progress: progressOfWays(sheet, ways, moment) };
}

/** Lay out what a whole day holds: what happens, and copies on other days and places by dissenting claims. */
export function layOutEvents(sheet, { signs }, tokens, view, ink, day, { wordDay, t, data }) {
  const radius = 9.5 * ink.unit;
  const happening = eventsOn(signs, day).map((mark) => ({ ...mark, radius, ...beside(mark.sign, signs, tokens, radius) }));
  const ghosts = ghostsOf(sheet, view).map((ghost) => ({
    ...ghost,
    radius: aroundSign(ghost, signs, ink),
    text: t("map.if-source", { source: ghost.sources.map((source) => data.index.source.get(source)?.short).join(", ") }),
    target: { kind: "event", slug: ghost.event.id },
  }));
  const copies = happening
    .filter((mark) => mark.dissent)
    .map((mark) => ({
      id: `copy:${mark.event.id}`,
      x: mark.x,
      y: mark.y,
      radius,
      text: t("map.if-day", { day: wordDay(mark.dissent[0]) }),
      target: { kind: "event", slug: mark.event.id },
    }));
  return { happening, ghosts, copies };
}

// A ghost on a place stands outside whatever is drawn there.
function aroundSign({ x, y }, signs, { unit }) {
  const sign = signs.find((one) => Math.hypot(one.x - x, one.y - y) < 6 * unit);
  return sign ? sign.radius + 4 * unit : 6.5 * unit;
}

// Above its place, to the left so that the name may stand on the right; elsewhere where a force stands.
function beside(sign, signs, tokens, radius) {
  const reach = sign.radius + radius;
  const corners = [[-0.5, -0.87], [0.4, -0.92], [-0.5, 0.87], [0.4, 0.92], [-1, 0]].map(([right, down]) => ({ x: sign.x + right * reach, y: sign.y + down * reach }));
  const near = signs.filter((other) => other !== sign && Math.hypot(other.x - sign.x, other.y - sign.y) < 60);
  const clear = ({ x, y }, others, reachOf) => others.every((other) => Math.hypot(other.x - x, other.y - y) > reachOf(other) + radius);
  const free = (corner) => clear(corner, tokens, (token) => token.radius) && clear(corner, near, (other) => other.dot);
  return corners.find(free) ?? corners[0];
}

const around = ({ x, y, radius }, owner) => ({ x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius, owner });

/**
 * Return the names that found room: [{id, block, box, flag, target}].
 *
 * `taken` are boxes of others (names of the plate, legend, buttons, inset) in pixels of the container.
 */
export function layOutNames(ground, today, view, ink, sprites, { taken, before, language, t, selection }) {
  const { signs, ways } = ground;
  const both = view.width >= NARROW;
  const labels = [
    ...placeNames(signs, view, ink, sprites, { language, both }),
    ...marchLabels(ways, today.tokens, ink, sprites, { language, t, chosen: selection, zoom: view.zoom }),
    ...flagLabels(ways, view, ink, sprites, { language, t }),
    ...ghostLabels([...today.copies, ...today.ghosts], ink, sprites),
  ];
  const heads = ways.filter(({ arrow }) => arrow.headed).map(({ arrow, style }) => around({ ...arrow.tip, radius: style.width * 0.9 }, null));
  const obstacles = [
    ...taken,
    ...signs.map((sign) => around(sign, sign.place ? `place:${sign.place.id}` : null)),
    ...today.tokens.map((token) => around(token, null)),
    ...today.happening.map((mark) => around(mark, null)),
    ...today.ghosts.map((ghost) => around(ghost, null)),
    ...heads,
  ];
  const lines = ways.flatMap(({ arrow }) => dense(arrow.line));
  const edge = 14 * ink.unit;
  const frame = { x: edge, y: edge, width: view.width - 2 * edge, height: view.height - 2 * edge };
  const placed = placeLabels(labels, { obstacles, frame, lines, before });
  return { names: labels.filter(({ id }) => placed.has(id)).map((label) => ({ ...label, box: placed.get(label.id) })), placed };
}

// Points of a line close enough together that no word slips between them.
function dense(line) {
  const points = [];
  for (let i = 1; i < line.length; i++) {
    const [x0, y0] = line[i - 1];
    const [dx, dy] = [line[i][0] - x0, line[i][1] - y0];
    const steps = Math.min(40, Math.ceil(Math.hypot(dx, dy) / 8));
    for (let step = 0; step < steps; step++) points.push([x0 + (dx * step) / steps, y0 + (dy * step) / steps]);
  }
  return points;
}
