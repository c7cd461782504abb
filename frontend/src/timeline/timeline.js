// Puts the timeline into its pane and joins it to the store: state in, patches out.
import * as days from "../days.js";
import { el } from "../dom.js";
import { limitsOf, revealing, zoomed } from "../scale.js";
import { boundsOf } from "../spans.js";
import { steppedDays, steppedEvent, wholeWindow } from "../sync.js";
import { createGrips } from "./grips.js";
import { createKeyboard } from "./keyboard.js";
import { createLaneScroll } from "./lane-scroll.js";
import { createListing } from "./listing.js";
import { createMotion } from "./motion.js";
import { createNames } from "./names.js";
import { listenToPointer } from "./pointing.js";
import { createScenery } from "./scenery.js";
import { createSentences } from "./sentences.js";
import { createSurface } from "./surface.js";

const SOURCE = { source: "timeline" };
const QUIET = 160;
/** The Hijri calendars count no year before their first. */
const FIRST_DAYS = { solar_hijri: 1948320, lunar_hijri: 1948440 };

const calendarsOf = () => Object.fromEntries(days.CALENDARS.map((id) => [id, {
  id,
  firstDay: FIRST_DAYS[id],
  fromDay: (day) => days.fromDay(id, day),
  toDay: (year, month, day) => days.toDay(id, year, month, day),
}]));

/**
 * Draw the timeline of `data` in `host` and keep it to the state of `store`.
 *
 * `vocabulary` holds chronology's words of the language, `t` the page's messages; `ask` calls its
 * argument with what a first view does without. Returns {destroy, focus, redraw}.
 */
export function createTimeline(host, { store, data, vocabulary, t, ask }) {
  const language = host.closest("[lang]")?.lang ?? "en";
  const names = createNames(vocabulary);
  const sentences = createSentences({ t, names, language });
  const surface = createSurface();
  const scenery = createScenery({ host, context: surface.context, data, names, calendars: calendarsOf(), sentences });
  const reduced = matchMedia("(prefers-reduced-motion: reduce)");
  const live = el("div", { class: "timeline-live", "aria-live": "polite" });

  const whole = wholeWindow(data);

  let shown = store.get().window;
  let written = null;
  let scene = null;
  let frame = 0;
  let quiet = 0;
  let marked = false;
  let worded = false;

  const limits = () => limitsOf(whole);
  const write = (window) => {
    shown = window;
    written = window;
    store.set({ window }, SOURCE);
  };
  const common = { read: () => shown, limits, reduced: () => reduced.matches };
  const motion = createMotion({ ...common, write, settled: write });
  // What others ask for is gone to without telling the store of every step.
  const follow = createMotion({ ...common, limits: () => ({ shortest: 1 }), write: (window) => { shown = window; drawSoon(); }, settled: () => {} });
  const stop = () => {
    motion.stop();
    follow.stop();
  };

  const view = {
    scene: () => scene ?? draw(),
    state: () => store.get(),
    target: () => motion.target(),
    limits,
    isRightToLeft: scenery.isRightToLeft,
  };
  const scroll = createLaneScroll({
    room: () => scenery.metrics().lanes.height, height: () => scene?.height ?? 0, changed: () => drawSoon(),
  });
  const set = (patch) => store.set(patch, SOURCE);
  const choose = (event) => set({ selection: { kind: "event", slug: event.id } });
  const glide = (window) => {
    follow.stop();
    motion.glide(window);
  };
  const showEntries = (entries) => {
    const from = Math.min(...entries.map(({ mark }) => mark.begin));
    const to = Math.max(...entries.map(({ mark }) => mark.end));
    const margin = Math.max(1, (to - from) * 0.1);
    glide({ from: from - margin, to: to + margin });
  };
  let popover = null;
  const popUp = (...content) => ask(({ createPopover }) => {
    popover ??= createPopover(host, { sentences, choose });
    popover.open(...content);
  });
  const openPill = (pill) => popUp(
    { from: pill.from, top: pill.top - scroll.offset() + scenery.metrics().lanes.top },
    sentences.hidden(pill.entries.length), pill.entries, () => showEntries(pill.entries));
  const openShelf = (shelf) => popUp(
    { from: shelf.from ?? 8, top: (shelf.top ?? 0) - scroll.offset() + scenery.metrics().lanes.top },
    sentences.shelfTitle(shelf), shelf.entries);

  const listing = createListing({
    sentences, changed: () => ringed(),
    open: (row) => (row.event ? choose(row.event) : row.pill.key.endsWith("?") ? openShelf(row.pill) : openPill(row.pill)),
  });
  const grips = createGrips({ sentences, view, resize: (window) => { stop(); motion.hold(window); motion.release(); } });

  const hear = createKeyboard({
    view,
    act: {
      glide,
      cursor: (day) => set({ cursor: day, playing: false }),
      step: (by) => told(steppedDays(store.get(), by)),
      stepEvent: (by) => told(steppedEvent(data, store.get(), by)),
      play: () => set({ playing: !store.get().playing }),
      along: (by) => listing.step(by),
      open: () => openAtCursor(),
    },
  });
  const stopPointing = listenToPointer(surface.canvas, {
    view, scroll,
    motion: { ...motion, stop, hold: (window) => { follow.stop(); motion.hold(window); }, chase: (window) => { follow.stop(); motion.chase(window); } },
    say: {
      cursor: (day) => set({ cursor: Math.max(limits().from, Math.min(limits().to, day)), playing: false }),
      choose, openPill, openShelf,
      goTo: (event) => glide(revealing(shown, ...eventStretch(event), limits())),
      zoomInto: (day) => glide(zoomed(shown, 3, day, limits())),
      hover: (key) => set({ hover: key === null ? null : { kind: "event", slug: key } }),
      background: () => grips.cursor.focus({ preventScroll: true }),
    },
  });

  function eventStretch(event) {
    const [first, , , last] = boundsOf(event.when4, event.shape) ?? [event.bracket?.[0], 0, 0, event.bracket?.[1]];
    return [Math.max(first, limits().from), Math.min(last, limits().to)];
  }

  function told(patch) {
    set(patch);
    if (document.activeElement !== grips.cursor) live.textContent = sentences.cursor(store.get().cursor);
  }

  /** Enter on the timeline chooses what the cursor stands on: the shortest of the events there. */
  function openAtCursor() {
    const day = store.get().cursor;
    const here = view.scene().boxes.filter(({ mark }) => mark.begin <= day && mark.end > day)
      .sort((a, b) => a.mark.end - a.mark.begin - (b.mark.end - b.mark.begin));
    if (here.length) choose(here[0].event);
  }

  function ringed() {
    const key = listing.focused();
    const box = scene?.boxes.find((one) => one.key === key);
    if (box) scroll.reveal(box.top, box.top + box.height);
    drawSoon();
  }

  function draw() {
    cancelAnimationFrame(frame);
    frame = 0;
    if (!host.clientWidth || !host.clientHeight) return (scene ??= null);
    const moving = motion.isMoving() || follow.isMoving() || store.get().playing;
    scene = scenery.scene({ ...store.get(), window: shown }, { moving, scroll: scroll.offset(), ringed: listing.focused(), wordless: !worded });
    surface.draw(scene);
    grips.update(scene, store.get(), !moving);
    if (!worded) withWords();
    clearTimeout(quiet);
    quiet = setTimeout(atQuiet, QUIET);
    if (!marked && scene.boxes.length) {
      marked = true;
      performance.mark("marchlines:timeline-dots");
    }
    return scene;
  }

  // The first picture is of the marks alone: each face set for the first time costs a millisecond or two.
  function withWords() {
    worded = true;
    requestAnimationFrame(() => setTimeout(drawSoon));
  }

  function atQuiet() {
    if (motion.isMoving() || follow.isMoving() || store.get().playing) {
      quiet = setTimeout(atQuiet, QUIET);
      return;
    }
    // Rows kept while moving are dealt anew once the reader has stopped.
    scene = scenery.scene({ ...store.get(), window: shown }, { scroll: scroll.offset(), ringed: listing.focused() });
    surface.draw(scene);
    grips.update(scene, store.get(), true);
    const { selection } = store.get();
    listing.update(scene, selection?.kind === "event" ? selection.slug : null);
  }

  function drawSoon() {
    frame ||= requestAnimationFrame(draw);
  }

  function redraw() {
    scenery.refresh();
    drawSoon();
  }

  function heard(state, previous, source) {
    // Where the map looks is nothing to the timeline.
    if (Object.keys(state).every((key) => key === "map" || state[key] === previous[key])) return;
    if (state.window !== previous.window) {
      if (state.window === written || source === "clock" || source === "address") {
        follow.stop();
        shown = state.window;
      } else {
        motion.stop();
        follow.glide(state.window);
      }
    }
    if (state.selection !== previous.selection && state.selection?.kind === "event") {
      const box = scene?.boxes.find((one) => one.key === state.selection.slug);
      if (box) scroll.reveal(box.top, box.top + box.height);
    }
    if (state.theme !== previous.theme) scenery.refresh();
    draw();
  }

  host.classList.add("timeline");
  host.replaceChildren(surface.canvas, grips.cursor, ...grips.elements, listing.element, live);
  host.addEventListener("keydown", hear);
  const root = document.documentElement;
  root.addEventListener("marchlines:theme", redraw);
  const dark = matchMedia("(prefers-color-scheme: dark)");
  dark.addEventListener("change", redraw);
  document.fonts?.ready.then(redraw);
  document.fonts?.addEventListener("loadingdone", redraw);
  const watcher = new ResizeObserver(() => {
    const { width, height } = scenery.metrics();
    if (host.clientWidth !== width || host.clientHeight !== height) redraw();
  });
  watcher.observe(host);
  const unsubscribe = store.subscribe(heard);
  draw();

  return {
    redraw,
    focus: () => grips.cursor.focus(),
    destroy() {
      stop();
      cancelAnimationFrame(frame);
      clearTimeout(quiet);
      unsubscribe();
      stopPointing();
      watcher.disconnect();
      popover?.close();
      root.removeEventListener("marchlines:theme", redraw);
      dark.removeEventListener("change", redraw);
      document.fonts?.removeEventListener("loadingdone", redraw);
      host.removeEventListener("keydown", hear);
      host.replaceChildren();
    },
  };
}
