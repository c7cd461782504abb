// Re-draws the atlas as one source tells it, or with a second source's telling beside it.

import { createBeside } from "./beside.js";
import { createSecondPlate } from "./second-plate.js";
import { dressed } from "./dress.js";
import { indexAtlas } from "../atlas-data.js";
import { sentenceOf } from "../failure.js";
import { withReading } from "./marks.js";

const kept = new Map();
let turn = 0;

/** Return a source's atlas, indexed; marks hold the reading accepted for a date beside what is printed. */
async function telling({ api, config }, source) {
  const address = config.urls.told.replace("{source}", encodeURIComponent(source));
  if (!kept.has(address)) {
    const told = indexAtlas(await api.get(address));
    for (const event of told.events) {
      event.mark = withReading(event);
      if (event.disputed) event.worded = "telling.sentence-itself";
    }
    kept.set(address, told);
  }
  return kept.get(address);
}

const shortName = (data, source) => data.index.source.get(source).short;

/** Put what `first` tells (all sources where it is null) in place, and what `second` tells beside it. */
export function put(data, { first, second, according_to, compare, t }) {
  const told = first ?? data.all;
  Object.assign(data, {
    events: told.events,
    movements: told.movements,
    index: { ...data.all.index, event: told.index.event, movement: told.index.movement },
    atlas: { ...data.all.atlas, periods: told.atlas.periods },
    told: according_to,
    second: null,
  });
  data.said = [
    according_to && t("shown.according-to", { source: shortName(data, according_to) }),
    compare && t("shown.compare", { source: shortName(data, compare) }),
  ].filter(Boolean);
  if (!second) return;
  const words = {
    t,
    source: shortName(data, compare),
    first: according_to ? shortName(data, according_to) : t("telling.all"),
  };
  data.second = { beside: createBeside(second, words), laidOver: createSecondPlate(second, words) };
}

/**
 * Go to `next`, a state or a patch of one that holds its filters, once what it names is here.
 *
 * Records and state change together. What cannot be fetched leaves the telling as it was, with a
 * sentence; of several wishes the last one counts.
 */
export async function tell(shell, next, source = "view") {
  turn += 1;
  const mine = turn;
  const { data, notes, store, t } = shell;
  const { according_to } = next.filters;
  const twice = according_to && next.filters.compare === according_to;
  const compare = twice ? null : next.filters.compare;
  let found;
  try {
    found = await Promise.all([according_to, compare].map((wanted) => wanted && telling(shell, wanted)));
  } catch (failure) {
    if (mine !== turn) return;
    notes.say(sentenceOf(t, failure));
    const { according_to: stays, compare: beside } = store.get().filters;
    store.set({ ...next, filters: { ...next.filters, according_to: stays, compare: beside } }, { source });
    return;
  }
  if (mine !== turn) return;
  put(data, { first: found[0], second: found[1], according_to, compare, t });
  store.set({ ...next, filters: { ...next.filters, compare } }, { source });
  if (twice) notes.say(t("telling.twice"));
  dressed(shell);
}
