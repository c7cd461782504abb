// Moves the window of time so that what is looked at lies in it: pure, days in and days out.

import { eventDay, neighboursOf, nextEvent, previousEvent } from "./selectors.js";
import { recordOf } from "./atlas-data.js";
import { boundsOf, eventBounds } from "./spans.js";

export const NARROWEST_DAYS = 1;
export const WIDEST_DAYS = 40_000;
// Beyond any day number: an open end.
const OPEN = 9_000_000;
const MARGIN = 0.08;

/** Return the window of the same width that holds the day, moved no further than it must be. */
export function windowHolding(window, day) {
  const width = window.to - window.from;
  const margin = width * MARGIN;
  if (day >= window.from && day <= window.to) return window;
  // Far away: the day in the middle. Near: just inside the edge it lies beyond.
  if (day < window.from - width || day > window.to + width) {
    const from = Math.round(day - width / 2);
    return { from, to: from + width };
  }
  const from = Math.round(day < window.from ? day - margin : day + margin - width);
  return { from, to: from + width };
}

/** Return the window that shows all days from first to last: the same one, moved, or widened. */
export function windowShowing(window, first, last) {
  if (first >= window.from && last <= window.to) return window;
  const width = window.to - window.from;
  const needed = last - first;
  if (needed <= width * (1 - 2 * MARGIN)) {
    const moved = windowHolding(window, first < window.from ? first : last);
    if (first >= moved.from && last <= moved.to) return moved;
    const from = Math.round((first + last) / 2 - width / 2);
    return { from, to: from + width };
  }
  const margin = Math.ceil(needed * MARGIN) + 1;
  return { from: first - margin, to: last + margin };
}

/** Return the window magnified about a day; factor 2 shows half the days. Widths stay in bounds. */
export function zoomed(window, factor, about) {
  const width = window.to - window.from;
  const next = Math.min(WIDEST_DAYS, Math.max(NARROWEST_DAYS, Math.round(width / factor)));
  const anchor = Math.min(window.to, Math.max(window.from, about));
  const from = Math.round(anchor - (width && (anchor - window.from) / width) * next);
  return { from, to: from + next };
}

/** Return the window of everything dated in the atlas, whoever tells it, with a little air; the opening one if nothing is. */
export function wholeWindow(data) {
  let first = Infinity;
  let last = -Infinity;
  for (const event of data.all.events) {
    const bounds = boundsOf(event.when4, event.shape);
    if (!bounds) continue;
    const known = [bounds[0], bounds[3]].filter((day) => Math.abs(day) < OPEN);
    for (const day of known) {
      first = Math.min(first, day);
      last = Math.max(last, day);
    }
  }
  if (first > last) return { from: data.atlas.window[0], to: data.atlas.window[1] };
  const margin = Math.max(2, Math.round((last - first) * 0.02));
  return { from: first - margin, to: last + margin };
}

/** Return the first and last day to be seen when a record is chosen, or null where it has none. */
export function daysOf(data, selection) {
  const record = recordOf(data, selection);
  if (!record?.when4) return null;
  const bounds = selection.kind === "event" ? eventBounds(record) : boundsOf(record.when4, "span");
  if (!bounds) return null;
  const [first, , , last] = bounds;
  if (first < -OPEN && last > OPEN) return null;
  return [first < -OPEN ? last : first, last > OPEN ? first : last];
}

/** Return the patch that brings a chosen record into the window, {} where it can be seen already. */
export function broughtIntoView(data, state, selection) {
  const days = daysOf(data, selection);
  if (!days) return {};
  const [first, last] = days;
  const { window } = state;
  // Something longer than the window is in view as soon as it touches it.
  if (first <= window.to && last >= window.from) return {};
  return { window: windowShowing(window, first, last) };
}

const clamped = (day, { from, to }) => Math.min(Math.max(day, Math.ceil(from)), Math.floor(to));

/**
 * Return the patch that chooses an event: the cursor goes to the day it begins, the window with it.
 *
 * Something long that is in view already keeps the window: the cursor goes to the part that is seen.
 */
export function choosing(data, state, event) {
  const selection = { kind: "event", slug: event.id };
  const [first, last] = daysOf(data, selection) ?? [];
  const day = eventDay(event);
  if (day === null || first === undefined) return { selection };
  const { window } = state;
  if (first <= window.to && last >= window.from) return { selection, cursor: clamped(day, window) };
  return { selection, cursor: day, window: windowHolding(window, day) };
}

/** Return the patch that moves the cursor by whole days, the window following it. */
export function steppedDays(state, days) {
  const cursor = Math.floor(state.cursor) + days;
  return { cursor, window: windowHolding(state.window, cursor), playing: false };
}

// From the event chosen on the cursor's day to its neighbour, for a day may hold several; else by day.
function eventBeside(data, state, direction) {
  const day = Math.floor(state.cursor);
  const chosen = state.selection?.kind === "event" && recordOf(data, state.selection);
  if (chosen && eventDay(chosen) === day) {
    const { previous, next } = neighboursOf(data, state, chosen);
    return direction > 0 ? next : previous;
  }
  if (direction < 0) return previousEvent(data, state, day);
  return nextEvent(data, state, day - 1);
}

/**
 * Return the patch that goes to the event after (1) or before (-1) the cursor; {} at the end.
 *
 * With nothing chosen, what begins on the cursor's own day comes next.
 */
export function steppedEvent(data, state, direction) {
  const event = eventBeside(data, state, direction);
  if (!event) return {};
  const cursor = eventDay(event);
  return { selection: { kind: "event", slug: event.id }, cursor, window: windowHolding(state.window, cursor), playing: false };
}
