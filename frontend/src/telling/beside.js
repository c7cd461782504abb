// Sets a second source's telling beside the first in the lanes: one event, two marks on one axis.

import { filterTest } from "../selectors.js";
import { isDated, outlined, outlineOnly, SECOND } from "./marks.js";
import { markOf } from "../timeline/marks.js";

/**
 * Return beside(events, state): the events to lay out, the second telling's among them.
 *
 * An event of both has one mark for the two; what the second alone tells is an outline and counts as
 * `alone`. `words` are {t, source}: the messages, and what the second source is called.
 */
export function createBeside(second, words) {
  let asked = {};
  return function beside(events, state) {
    if (asked.events !== events || asked.filters !== state.filters) {
      asked = { events, filters: state.filters, all: joinedTo(events, second.events.filter(filterTest(second, state.filters)), words) };
    }
    return asked.all;
  };
}

/** Return the events of a first telling joined to those of a second; nothing of either is left out. */
export function joinedTo(events, others, words) {
  const byId = new Map(others.map((event) => [event.id, event]));
  const joined = events.flatMap((event) => {
    const other = byId.get(event.id);
    byId.delete(event.id);
    return other ? pair(event, other, words) : event;
  });
  return [...joined, ...[...byId.values()].map((event) => alone(event, words))];
}

// The second is drawn at its literal word: how it is meant is seen where it stands first.
const literal = markOf;

function pair(event, other, words) {
  const [own, theirs] = [event.mark ?? markOf(event), literal(other)];
  const said = { ...event, display: bothDates(event, other, words) };
  if (!isDated(theirs)) return said;
  // One stands on the shelf and the other on the axis: both are to be seen.
  if (!isDated(own)) return [said, alone(other, words)];
  return { ...said, mark: outlined(own, theirs, SECOND) };
}

function alone(event, words) {
  const mark = literal(event);
  const display = words.t("telling.date-alone", { date: dateOf(event, words), source: words.source });
  return { ...event, alone: true, display, mark: isDated(mark) ? outlineOnly(mark) : mark };
}

const dateOf = (event, { t }) => event.display || t("timeline.undated");

function bothDates(event, other, words) {
  const [date, second] = [dateOf(event, words), dateOf(other, words)];
  return words.t(date === second ? "telling.date-same" : "telling.date-other", { date, second, source: words.source });
}
