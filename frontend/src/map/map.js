// Binds Folium's map to the state of the page: what is drawn, what is chosen, where one looks.

import { createChart } from "./chart.js";
import { createChoice } from "./choice.js";
import { createFurniture } from "./furniture.js";
import { createListing } from "./listing.js";
import { createSprites } from "./sprites.js";
import { createWording } from "../wording.js";
import { followAppearance } from "./appearance.js";
import { followView } from "./view-state.js";
import { loadSymbols } from "./symbol-sheet.js";
import { placeInset } from "./inset.js";
import { plateLayer } from "./plate.js";
import { readInk } from "./ink.js";
import { actionBounds, sameSheet, sheetOf } from "./sheet.js";

const PANE = "marchlines";
const SMALL = 640;
/** Milliseconds after which a window that no longer moves is at rest. */
const REST = 120;

/** Return a table of the elements Folium's script announced: kind → options. */
export function optionsOf(elements) {
  return Object.fromEntries(elements.map(({ kind, options }) => [kind, options]));
}

function baseLayer(L, options, { config, state, keepOff }) {
  if (!options) return null;
  return plateLayer(L, {
    plateUrl: options.base_plate,
    reliefUrl: options.relief,
    language: config.language,
    show: { spheres: state.spheres },
    keepOff,
    plans: () => import(config.urls.records),
  });
}

/**
 * Draw the atlas into the map Folium made; returns {destroy}.
 *
 * `elements` are those of `window.marchlines.elements`; emits {map}, {selection} and {hover} into
 * the store and marks `marchlines:map-dots` at its first drawing.
 */
export function createMap(leafletMap, elements, { store, data, config, t }) {
  const { L } = window;
  const options = optionsOf(elements);
  const container = leafletMap.getContainer();
  const wording = createWording(config.vocabulary);
  const sprites = createSprites(window.devicePixelRatio || 1);
  const kept = { ink: null, symbols: null, wordless: true, grounded: false, corner: "" };
  const setting = () => {
    kept.ink ??= readInk(container, data.atlas.sides);
    return { ink: kept.ink, sprites, symbols: kept.symbols, language: config.language, wordless: kept.wordless };
  };

  // Its arrow keys are its own, as the label says.
  container.setAttribute("role", "application");
  container.setAttribute("aria-label", t("map.label"));
  leafletMap.createPane(PANE).style.pointerEvents = "none";
  leafletMap.getPane(PANE).style.zIndex = 450;

  // A small pane opens on what happens, a large one on the whole country.
  const openingBox = () =>
    leafletMap.getSize().x < SMALL ? actionBounds(sheetOf(data, store.get()), options.frame.bounds) : options.frame.bounds;
  const view = followView(leafletMap, { store, bounds: openingBox });
  const furniture = createFurniture(leafletMap, { t, config, credit: options.frame.credit, figures: wording.figures });
  const standing = () => [...furniture.boxes(), ...(inset?.taken() ?? [])];
  const base = baseLayer(L, options.plate, { config, state: store.get(), keepOff: standing });
  let enlarging = 0;
  const listing = createListing(leafletMap, { store, t, language: config.language });
  const chart = createChart(L, leafletMap, {
    data,
    t,
    wordDay: wording.shortDay,
    elements: options,
    setting,
    pane: PANE,
    taken: () => [...(base?.labelBoxes() ?? []), ...standing()],
    prepare(plate) {
      furniture.show(plate);
      const found = kept.grounded ? inset?.judge(plate) : null;
      const corner = found ? `${found.corner.x} ${found.corner.y}` : "";
      if (kept.grounded && corner !== kept.corner && !store.get().playing) {
        kept.corner = corner;
        base?.setNames();
      }
      return found;
    },
    onDrawn(plate, { anew }) {
      if (kept.wordless || !anew) return;
      furniture.scale(plate.view);
      listing.show(plate);
      // A frame later: two plates in one would be a long frame.
      enlarging ||= requestAnimationFrame(() => {
        enlarging = 0;
        inset?.show(chart.plate());
      });
    },
  });
  const inset = placeInset(L, leafletMap, {
    options: options.inset, base: options.plate, elements: options, data, t, config, wording, setting, store, furniture: furniture.boxes,
  });
  leafletMap.addLayer(chart.layer);
  const choice = createChoice(leafletMap, chart, { store, data, view });
  chart.update(store.get(), { sheetChanged: true });
  performance.mark("marchlines:map-dots");

  // Then, in turn: the words, the ground under them, and the spot enlarged. The first marks are
  // what the reader waits for.
  const soon = (work) => requestAnimationFrame(() => setTimeout(work));
  soon(() => {
    kept.wordless = false;
    chart.refresh();
    if (base) leafletMap.addLayer(base);
    else ground();
    loadSymbols(config.urls.symbols).then((symbols) => {
      kept.symbols = symbols;
      again();
    }, reportError);
  });
  function ground() {
    kept.grounded = true;
    again();
  }
  base?.once("plate:ready", ground);

  function again() {
    furniture.refresh();
    chart.refresh();
    inset?.refresh();
  }

  const appearance = followAppearance({
    ground() {
      kept.ink = null;
      sprites.clear();
      base?.setTheme();
      inset?.setTheme();
      again();
    },
    faces() {
      sprites.clear();
      again();
    },
  });

  let resting = 0;
  const draw = (sheetChanged) => {
    if (sheetChanged) resting = clearTimeout(resting);
    chart.update(store.get(), { sheetChanged });
    inset?.update(store.get(), { sheetChanged });
  };

  const forget = store.subscribe((state, previous, source) => {
    if (state.theme !== previous.theme) appearance.themed();
    if (state.spheres !== previous.spheres) base?.setOverlay("spheres", state.spheres);
    const sheetChanged = !sameSheet(state, previous);
    const moved = state.cursor !== previous.cursor || state.hover !== previous.hover;
    // While the window is dragged or zoomed the map waits for it to rest: laying all its signs anew
    // costs a frame and more. Tokens go on with the cursor.
    const sliding = sheetChanged && !state.playing && sameSheet({ ...state, window: previous.window }, previous);
    if (sliding) {
      clearTimeout(resting);
      resting = setTimeout(() => draw(true), REST);
      if (moved) draw(false);
    } else if (sheetChanged || moved) draw(sheetChanged);
    choice.follow(state, previous, source);
  });

  return {
    destroy() {
      forget();
      clearTimeout(resting);
      cancelAnimationFrame(enlarging);
      appearance.stop();
      choice.destroy();
      view.destroy();
      furniture.destroy();
      listing.destroy();
      inset?.destroy();
      chart.layer.remove();
      base?.remove();
    },
  };
}
