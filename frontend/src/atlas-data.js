// Indexes the document of a whole atlas, so that every later step is local.

import { fold } from "./folding.js";

const byId = (records) => new Map((records ?? []).map((record) => [record.id, record]));

function searchText(record, { place, person, force }) {
  const said = (index, ids) => (ids ?? []).map((id) => index.get(id)?.search ?? "");
  const movers = (type) => (record.movers ?? []).filter((mover) => mover.type === type).map((mover) => mover.id);
  const words = [
    fold(record.title),
    fold(record.fa),
    record.search,
    ...said(place, [record.place]),
    ...said(person, [...(record.people ?? []), ...movers("person")]),
    ...said(force, [...(record.forces ?? []), ...movers("force")]),
  ];
  return words.filter(Boolean).join(" ");
}

// The document leaves out of `search` what the title and the names mentioned already say. It is put
// together when first asked for: folding a thousand titles would hold up the first drawing.
const sources = new WeakMap();

// One getter for all: with one of its own each record would be of a shape of its own to the browser, and
// everything that reads a thousand of them slow.
const SEARCH = {
  enumerable: true,
  get() {
    const source = sources.get(this);
    return (source.text ??= searchText(source.record, source.named));
  },
};

// Records come in the order of the story.
function searchable(records, named) {
  return (records ?? []).map((record, order) => {
    const { search, ...rest } = record;
    rest.order = order;
    sources.set(rest, { record, named, text: null });
    return Object.defineProperty(rest, "search", SEARCH);
  });
}

/**
 * Return whole.json with `index`, a map from id to record for each kind of record.
 *
 * `all` is the same, and stays so while telling/telling.js puts one source's events and movements in place.
 */
export function indexAtlas(whole) {
  const named = { place: byId(whole.places), person: byId(whole.people), force: byId(whole.forces) };
  const events = searchable(whole.events, named);
  const movements = searchable(whole.movements, named);
  const all = {
    ...whole,
    events,
    movements,
    index: {
      ...named,
      event: byId(events),
      movement: byId(movements),
      source: byId(whole.sources),
      side: byId(whole.atlas.sides),
      theatre: byId(whole.atlas.theatres),
      kind: byId(whole.atlas.kinds),
    },
  };
  return { ...all, all };
}

/** Return the record a selection such as {kind: "event", slug} names, or null. */
export function recordOf(data, selection) {
  return (selection && data.index[selection.kind]?.get(selection.slug)) ?? null;
}

/** Return what a record is called, in whichever form it names itself. */
export function titleOf(record) {
  return record?.title ?? record?.name ?? record?.short ?? record?.label ?? "";
}
