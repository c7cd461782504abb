// Says in one sentence which events are shown; twin of timeline/filter_words.py.

import { eventsInWindow } from "./selectors.js";
import { recordOf, titleOf } from "./atlas-data.js";

const NAMED = { force: "shown.person", person: "shown.person", place: "shown.place", source: "shown.source" };

function list(t, words) {
  if (words.length < 2) return words.join("");
  return t("list.or", { first: words.slice(0, -1).join(", "), last: words.at(-1) });
}

function clauses(data, { filters }, { t, figures }) {
  const label = (kind, slug) => titleOf(recordOf(data, { kind, slug })) || slug;
  const named = (kind) => list(t, filters[kind].map((slug) => label(kind, slug)));
  const said = [];
  if (filters.kind.length) said.push(list(t, filters.kind.map((kind) => t(`kinds.${kind}`))));
  if (filters.side.length) said.push(named("side"));
  if (filters.theatre.length) said.push(named("theatre"));
  for (const [kind, key] of Object.entries(NAMED)) {
    if (filters[kind].length) said.push(t(key, { name: named(kind) }));
  }
  if (filters.status.length) said.push(list(t, filters.status.map((status) => t(`status.${status}`))));
  if (filters.disputed !== null) said.push(t(filters.disputed ? "shown.disputed" : "shown.undisputed"));
  if (filters.q) said.push(t("shown.query", { query: filters.q }));
  if (filters.bbox) said.push(t("shown.box"));
  if (filters.near) said.push(t("shown.near", { count: filters.radius_km ?? 50 }));
  return said;
}

/**
 * Return "24 of 118 events: all sides, May to July 1909".
 *
 * `words` is {t, figures, stretch}: the messages, a figure in the language's digits, and the
 * wording of a stretch of days.
 */
export function filterSentence(data, state, words) {
  const { t, figures, stretch } = words;
  const shown = eventsInWindow(data, state).length;
  const days = stretch(Math.floor(state.window.from), Math.floor(state.window.to));
  const parts = [...(data.said ?? []), ...clauses(data, state, words)];
  if (!parts.length) parts.push(t("shown.all-sides"));
  return t("shown.sentence", {
    count: t("shown.count", { count: data.events.length, shown: figures(String(shown)) }),
    parts: [...parts, days, ...(state.filters.certainty === "possibly" ? [t("shown.possibly")] : [])].join(", "),
  });
}
