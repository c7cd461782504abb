// Runs the clock of the campaign: days pass while it plays.

import { windowHolding } from "./sync.js";

/** Days a second, from the slowest to the fastest; the second is the usual one. */
export const SPEEDS = [
  { key: "play.speed.slow", days: 1 / 2 },
  { key: "play.speed.usual", days: 1 / 0.7 },
  { key: "play.speed.fast", days: 1 / 0.2 },
  { key: "play.speed.week", days: 7 / 0.7 },
];

const LONGEST_FRAME = 0.25;

/**
 * Return the patch of a playing state after `seconds`.
 *
 * The window moves along with the cursor once it has passed nine tenths of it; at `end`, the last
 * day of the atlas, the clock stops there. With `steps` (reduced motion) only whole days are shown.
 */
export function played(state, seconds, end) {
  const cursor = state.cursor + seconds * state.speed;
  if (cursor >= end) return { cursor: end, window: windowHolding(state.window, end), playing: false };
  const { from, to } = state.window;
  const width = to - from;
  if (cursor < from) return { cursor, window: windowHolding(state.window, cursor) };
  const ahead = cursor - (from + width * 0.9);
  return ahead > 0 && to < end ? { cursor, window: { from: from + ahead, to: to + ahead } } : { cursor };
}

/** Return the state brought to rest: whole days. */
export function rested({ cursor, window }) {
  const from = Math.round(window.from);
  return { cursor: Math.floor(cursor), window: { from, to: from + Math.round(window.to - window.from) } };
}

/** Keep a store's clock running whenever its state plays. `end` is the last day of the atlas. */
export function startClock(store, { end, reducedMotion, frame = requestAnimationFrame, now = () => performance.now() }) {
  let before = null;
  let owed = 0;

  function tick(time) {
    const state = store.get();
    if (!state.playing) {
      before = null;
      return;
    }
    const seconds = Math.min((time - (before ?? time)) / 1000, LONGEST_FRAME);
    before = time;
    owed += seconds;
    const whole = reducedMotion.matches;
    if (!whole || owed * state.speed >= 1) {
      const patch = played(state, whole ? Math.floor(owed * state.speed) / state.speed : owed, end);
      store.set(patch, { source: "clock" });
      owed = whole ? owed % (1 / state.speed) : 0;
    }
    frame(tick);
  }

  return store.subscribe((state, previous) => {
    if (state.playing && !previous.playing && before === null) {
      before = now();
      owed = 0;
      frame(tick);
    }
    if (!state.playing && previous.playing) store.set(rested(state), { source: "clock" });
  });
}
