// Counts what each filter could choose, each facet counted without its own filter.

import { filterTest } from "./selectors.js";
import { certainlyTouches, eventBounds, possiblyTouches } from "./spans.js";
import { titleOf } from "./atlas-data.js";

const VALUES = {
  side: (event) => event.sides,
  kind: (event) => [event.kind],
  theatre: (event) => [event.theatre],
  force: (event) => event.forces,
  person: (event) => event.people,
  source: (event) => event.sources,
};

export const FACETS = Object.keys(VALUES);

/**
 * Return [{id, label, count, chosen}] of one facet over the events of the window.
 *
 * Choices with no event are left out unless chosen. Sides, kinds and theatres keep the order of
 * the atlas; forces, people and sources stand by count, then by name.
 */
export function facet(data, state, name) {
  const passes = filterTest(data, state.filters, { without: name });
  const touches = state.filters.certainty === "possibly" ? possiblyTouches : certainlyTouches;
  const { from, to } = state.window;
  const counts = new Map();
  for (const event of data.events) {
    if (!passes(event) || !touches(eventBounds(event), Math.floor(from), Math.ceil(to))) continue;
    for (const id of new Set(VALUES[name](event))) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const chosen = state.filters[name];
  const known = data.index[name];
  const choices = [...known.values()]
    .filter(({ id }) => counts.has(id) || chosen.includes(id))
    .map((record) => ({
      id: record.id,
      label: titleOf(record),
      count: counts.get(record.id) ?? 0,
      chosen: chosen.includes(record.id),
    }));
  if (["force", "person", "source"].includes(name)) {
    choices.sort((one, other) => other.count - one.count || one.label.localeCompare(other.label));
  }
  return choices;
}

