// Indexes the document of a whole atlas, so that every later step is local.

const byId = (records) => new Map((records ?? []).map((record) => [record.id, record]));

/** Return whole.json with `index`, a map from id to record for each kind of record. */
export function indexAtlas(whole) {
  return {
    ...whole,
    index: {
      event: byId(whole.events),
      movement: byId(whole.movements),
      place: byId(whole.places),
      person: byId(whole.people),
      force: byId(whole.forces),
      source: byId(whole.sources),
      side: byId(whole.atlas.sides),
      theatre: byId(whole.atlas.theatres),
      kind: byId(whole.atlas.kinds),
    },
  };
}

/** Return the record a selection such as {kind: "event", slug} names, or null. */
export function recordOf(data, selection) {
  return (selection && data.index[selection.kind]?.get(selection.slug)) ?? null;
}

/** Return what a record is called, in whichever form it names itself. */
export function titleOf(record) {
  return record?.title ?? record?.name ?? record?.short ?? record?.label ?? "";
}
