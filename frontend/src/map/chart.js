// Keeps the drawing of one Leaflet map true to the state: lays out what changed and paints.

import { hitAt } from "./hits.js";
import { layOutEvents, layOutForces, layOutGround, layOutNames } from "./plate-layout.js";
import { paintHovered, paintPlate } from "./paint.js";
import { sheetOf } from "./sheet.js";
import { surfaceLayer } from "./surface.js";

const sameView = (one, other) => Boolean(one) && Object.keys(other).every((key) => one[key] === other[key]);

/**
 * Return the chart of a Leaflet map: {update(state), refresh(), hit(x, y), layer, plate(), destroy()}.
 *
 * `setting()` gives {ink, sprites, symbols, language, wordless}; `taken()` the boxes words must keep off;
 * `elements` the options of the map's elements. `prepare` sees the plate before its words are set, and may return
 * {frame}, a box to be framed; `onDrawn` sees it painted, and whether more
 * than the forces was laid out.
 */
export function createChart(L, leafletMap, { data, t, wordDay, elements, setting, taken, prepare, onDrawn, pane }) {
  let state = null;
  let sheet = null;
  let ground = null;
  let today = null;
  let names = [];
  let placed = new Map();
  let events = null;
  let laidOn = null;
  let worded = false;
  let plate = null;
  let frame = null;
  let onMarch = false;
  let fresh = false;

  const layer = surfaceLayer(L, paint, { pane });
  layer.on("prepare", ({ view }) => state && layOut(view));
  layer.on("placed", () => {
    onMarch = false;
  });

  function words(view, { ink, sprites, language }) {
    const told = layOutNames(ground, today, view, ink, sprites, {
      taken: taken(), before: placed, language, t, selection: state.selection,
    });
    placed = told.placed;
    const tokens = new Map(today.tokens.map((token) => [`movement:${token.movement.id}`, token]).reverse());
    names = told.names.map((name) => ({ ...name, token: name.box.block ? tokens.get(name.id) : null }));
  }

  // Words beside a token go with it until the next day lays them out anew.
  function carried(name) {
    const now = name.token && today.tokens.find((token) => token.id === name.token.id);
    if (!now) return name;
    return { ...name, box: { ...name.box, x: name.box.x + now.x - name.token.x, y: name.box.y + now.y - name.token.y } };
  }

  function layOut(view) {
    const { ink, sprites, symbols, language, wordless } = setting();
    const day = Math.floor(state.cursor);
    sheet ??= sheetOf(data, state);
    if (!sameView(plate?.view, view)) ground = null;
    const anew = !ground || day !== laidOn;
    fresh ||= anew;
    ground ??= layOutGround(data, sheet, view, ink, { selection: state.selection, elements });
    const forces = layOutForces(data, sheet, ground, view, ink, state.cursor, elements);
    if (anew) events = layOutEvents(sheet, ground, forces.tokens, view, ink, day, { wordDay, t, data });
    laidOn = day;
    today = { ...forces, ...events };
    if (data.second) today = data.second.laidOver(today, { state, sheet, ground, view, ink, day, elements, wordDay });
    const draft = { view, ink, symbols, sheet, day, ...ground, ...today, selection: state.selection };
    if (!wordless && (anew || !worded)) {
      frame = prepare?.(draft)?.frame ?? null;
      words(view, { ink, sprites, language });
    }
    worded = !wordless;
    plate = { ...draft, names: names.map(carried), frame, onMarch };
  }

  function paint(lay, view) {
    if (!state) return;
    layOut(view);
    const anew = fresh;
    fresh = false;
    paintPlate(lay, plate);
    paintOver();
    onDrawn?.(plate, { anew });
  }

  function paintOver() {
    const { hover } = state;
    layer.drawOver(hover && ((context) => paintHovered(context, plate, hover)));
  }

  // In order of drawing, the topmost last.
  function targets() {
    const { ways, signs, happening, ghosts, names: words, tokens } = plate;
    return [
      ...ways.map((way) => ({ target: { kind: "movement", slug: way.route.movement.id }, line: way.line, width: way.style.width })),
      ...words.map(({ target, box }) => ({ target, box })),
      ...signs.map((sign) => ({ target: targetOf(sign), x: sign.x, y: sign.y, radius: sign.radius })),
      ...ghosts.map(({ target, x, y, radius }) => ({ target, x, y, radius })),
      ...happening.map(({ event, x, y, radius }) => ({ target: { kind: "event", slug: event.id }, x, y, radius })),
      ...tokens.map(({ movement, x, y, radius }) => ({ target: { kind: "movement", slug: movement.id }, x, y, radius })),
    ];
  }

  function take(next, { sheetChanged }) {
    // Days that pass move the forces alone.
    if (state && next.cursor !== state.cursor) onMarch = true;
    state = next;
    if (sheetChanged) {
      sheet = null;
      ground = null;
    }
  }

  return {
    layer,
    plate: () => plate,
    update(next, change) {
      const onlyHover = plate && !change.sheetChanged && state.cursor === next.cursor && state.hover !== next.hover;
      take(next, change);
      if (onlyHover) paintOver();
      else layer.draw();
    },
    /** Take the state over; `move` changes the view, which draws. */
    shows(next, change, move) {
      take(next, change);
      move();
    },
    /** Lay everything out again: the ink, the faces or the boxes in the way have changed. */
    refresh() {
      ground = null;
      layer.draw();
    },
    hit(x, y, reach) {
      const shift = plate && layer.shift();
      if (!shift) return null;
      return hitAt(targets(), x + shift.x, y + shift.y, reach);
    },
  };
}

/** Return what a sign stands for: a cluster, its place, or the one event known there. */
export function targetOf(sign) {
  if (sign.cluster) return { kind: "cluster", sign };
  return sign.place ? { kind: "place", slug: sign.place.id } : { kind: "event", slug: sign.events[0].id };
}
