// Reads pointer, wheel and pinch on the canvas and says what the reader did.
import { mirrored, panned, spanOf, zoomed, zoomedAbout } from "../scale.js";
import { bandAt, nearestBox } from "./hits.js";
import { windowFrame } from "./overview-drawing.js";

const SLOP = 4;
const LINE = 16;
const WHEEL = 0.0022;
const PINCH_WHEEL = 0.012;
const GRIP = 9;
const HEAD = 12;
const SPEED_MEMORY = 90;

/**
 * Listen on `canvas`. `view` gives {scene(), limits(), isRightToLeft()}; `motion` moves the
 * window; `say` hears {cursor, choose, openPill, openShelf, goTo, zoomInto, hover, background}.
 */
export function listenToPointer(canvas, { view, motion, scroll, say }) {
  const pointers = new Map();
  let drag = null;
  let pinch = null;
  let pressed = null;
  let hovered = null;

  function place(event) {
    const box = canvas.getBoundingClientRect();
    const width = box.width || 1;
    return { inline: mirrored(event.clientX - box.left, width, view.isRightToLeft()), y: event.clientY - box.top };
  }

  const dayAt = (inline, window = view.scene().window) => {
    const { scale } = view.scene();
    return window.from + ((inline - scale.start) / scale.length) * spanOf(window);
  };

  function under({ inline, y }) {
    const scene = view.scene();
    const band = bandAt(scene.metrics, inline, y);
    const { target } = scene.metrics;
    if (Math.abs(inline - scene.cursorAt) <= Math.max(HEAD, target / 2) && y < scene.metrics.lanes.top + 2) return { band: "cursor" };
    const inLanes = y - scene.metrics.lanes.top + scene.scroll;
    if (band === "lanes") {
      const box = nearestBox([...scene.boxes, ...scene.pills], inline, inLanes, target);
      if (box) return { band, box };
      const lane = scene.lanes.find((one) => inLanes >= one.top && inLanes < one.top + one.height);
      return { band, lane };
    }
    const onFoot = band === "foot" && scene.metrics.compact && nearestBox(scene.shelves, inline, inLanes - scene.scroll, 24);
    if (onFoot) return { band, shelf: onFoot };
    if (band === "names") return { band, shelf: nearestBox(scene.shelves, inline, inLanes, target) };
    if (band === "overview") return { band, part: overviewPart(inline, scene) };
    return { band };
  }

  function overviewPart(inline, { overview, window, metrics }) {
    const frame = windowFrame(overview.scale, window);
    const reach = Math.max(GRIP, metrics.target / 3);
    const wide = frame.to - frame.from;
    // A narrow frame is for moving; its grips then lie outside it.
    const inner = Math.min(3, wide / 4);
    if (inline >= frame.from - reach && inline <= frame.from + inner) return "from";
    if (inline <= frame.to + reach && inline >= frame.to - inner) return "to";
    return inline > frame.from && inline < frame.to ? "frame" : "outside";
  }

  const cursorOf = ({ band, box, shelf, part, lane }) => {
    if (band === "cursor" || part === "from" || part === "to") return "ew-resize";
    if (box || shelf || part === "outside" || lane?.strokes.length || (lane?.empty && lane.next)) return "pointer";
    return band === "names" || band === "head" || band === "foot" ? "default" : "grab";
  };

  function hover(event) {
    const found = under(place(event));
    canvas.style.cursor = cursorOf(found);
    const key = found.box?.key ?? null;
    if (key === hovered) return;
    hovered = key;
    say.hover(key);
  }

  function begin(event) {
    if (event.button > 0) return;
    canvas.setPointerCapture(event.pointerId);
    pressed = null;
    const at = place(event);
    pointers.set(event.pointerId, at);
    motion.stop();
    if (pointers.size === 2) {
      drag = null;
      startPinch();
      return;
    }
    const found = under(at);
    drag = { id: event.pointerId, found, at, last: at, moved: false, window: view.scene().window, trail: [] };
    if (found.band === "cursor") canvas.style.cursor = "ew-resize";
    if (found.part === "outside") {
      const { overview } = view.scene();
      const { window } = view.scene();
      const middle = overview.scale.dayAt(at.inline) - (spanOf(window) - 1) / 2;
      motion.glide(panned(window, middle - window.from, view.limits()));
    }
  }

  function startPinch() {
    const [one, other] = [...pointers.values()];
    pinch = { days: [dayAt(one.inline), dayAt(other.inline)] };
  }

  function pinched() {
    const [one, other] = [...pointers.values()];
    const { scale } = view.scene();
    const gap = Math.abs(one.inline - other.inline);
    const days = Math.abs(pinch.days[0] - pinch.days[1]);
    if (gap < 8 || days === 0) return;
    const share = (one.inline - scale.start) / scale.length;
    motion.hold(zoomedAbout((days / gap) * scale.length, pinch.days[0], share, view.limits()));
  }

  function move(event) {
    if (!pointers.has(event.pointerId)) {
      if (event.pointerType === "mouse") hover(event);
      return;
    }
    const at = place(event);
    pointers.set(event.pointerId, at);
    if (pinch) pinched();
    else if (drag?.id === event.pointerId) dragged(at, event.timeStamp);
  }

  function dragged(at, time) {
    if (!drag.moved && Math.hypot(at.inline - drag.at.inline, at.y - drag.at.y) < SLOP) return;
    drag.moved = true;
    const { found } = drag;
    if (found.band === "cursor") say.cursor(Math.floor(dayAt(at.inline)));
    else if (found.band === "overview") draggedOverview(at);
    else {
      const scene = view.scene();
      if (scroll.isNeeded()) scroll.by(drag.last.y - at.y);
      const days = -(at.inline - drag.at.inline) / scene.scale.pixelsPerDay;
      motion.hold(panned(drag.window, days, view.limits()));
      canvas.style.cursor = "grabbing";
      drag.trail.push({ time, inline: at.inline });
      while (drag.trail.length > 1 && time - drag.trail[0].time > SPEED_MEMORY) drag.trail.shift();
    }
    drag.last = at;
  }

  function draggedOverview(at) {
    const { overview } = view.scene();
    const days = (at.inline - drag.at.inline) / overview.scale.pixelsPerDay;
    const { from, to } = drag.window;
    const limits = view.limits();
    const { part } = drag.found;
    if (part === "frame") motion.hold(panned(drag.window, days, limits));
    else if (part === "from") motion.hold({ from: Math.max(limits.from, Math.min(from + days, to + 1 - limits.shortest)), to });
    else if (part === "to") motion.hold({ from, to: Math.min(limits.to, Math.max(to + days, from - 1 + limits.shortest)) });
  }

  function end(event) {
    if (!pointers.delete(event.pointerId)) return;
    if (pinch) {
      if (pointers.size < 2) {
        pinch = null;
        motion.release();
      }
      return;
    }
    if (!drag || drag.id !== event.pointerId) return;
    const finished = drag;
    drag = null;
    canvas.style.cursor = "";
    if (event.type === "pointercancel") motion.release();
    else if (finished.moved) released(finished, event.timeStamp);
    else pressed = finished;
  }

  // Acting on the click, not on the lifted finger: else that click would fall on what was opened.
  function click() {
    if (pressed) clicked(pressed);
    pressed = null;
  }

  function released({ found, trail }, time) {
    const [first] = trail;
    const last = trail[trail.length - 1];
    const slides = found.band !== "cursor" && found.band !== "overview" && first && time - last.time < 60 && last.time > first.time;
    if (!slides) {
      motion.release();
      return;
    }
    const speed = -(last.inline - first.inline) / (last.time - first.time) / view.scene().scale.pixelsPerDay;
    motion.slide(speed);
  }

  function clicked({ found, at }) {
    const { band, box, shelf, lane } = found;
    if (box?.entries) say.openPill(box);
    else if (box) say.choose(box.event);
    else if (shelf) say.openShelf(shelf);
    else if (band === "head" || band === "foot") say.cursor(Math.floor(dayAt(at.inline)));
    else if (lane?.empty && lane.next) say.goTo(lane.next.event);
    else if (lane?.strokes.length) say.zoomInto(dayAt(at.inline));
    else if (band === "lanes") say.background();
  }

  function wheel(event) {
    if (event.altKey) return;
    event.preventDefault();
    const { scale, metrics } = view.scene();
    const at = place(event);
    const unit = event.deltaMode === 1 ? LINE : event.deltaMode === 2 ? scale.length : 1;
    const [dx, dy] = [event.deltaX * unit, event.deltaY * unit];
    const sideways = event.shiftKey ? dx || dy : dx;
    if (event.shiftKey || Math.abs(dx) > Math.abs(dy)) {
      const sign = view.isRightToLeft() && !event.shiftKey ? -1 : 1;
      motion.chase(panned(motion.target(), (sign * sideways) / scale.pixelsPerDay, view.limits()));
      return;
    }
    if (bandAt(metrics, at.inline, at.y) === "names" && scroll.isNeeded() && !event.ctrlKey) {
      scroll.by(dy);
      return;
    }
    const share = Math.max(0, Math.min(1, (at.inline - scale.start) / scale.length));
    const factor = Math.exp(-Math.max(-240, Math.min(240, dy)) * (event.ctrlKey ? PINCH_WHEEL : WHEEL));
    motion.chase(zoomedAbout(spanOf(motion.target()) / factor, dayAt(at.inline), share, view.limits()));
  }

  function doubleClick(event) {
    const at = place(event);
    const found = under(at);
    if (found.box || (found.band !== "lanes" && found.band !== "head" && found.band !== "foot")) return;
    motion.glide(zoomed(view.scene().window, event.shiftKey ? 0.5 : 2, dayAt(at.inline), view.limits()));
  }

  function leave() {
    if (hovered === null) return;
    hovered = null;
    say.hover(null);
  }

  const listeners = {
    pointerdown: begin, pointermove: move, pointerup: end, pointercancel: end,
    pointerleave: leave, click, wheel, dblclick: doubleClick,
  };
  for (const [type, hear] of Object.entries(listeners)) canvas.addEventListener(type, hear, { passive: false });
  return () => {
    for (const [type, hear] of Object.entries(listeners)) canvas.removeEventListener(type, hear);
  };
}
