// Lists how an event stands to others: part of, after, because of.

import { el } from "../dom.js";
import { titleOf } from "../atlas-data.js";
import { block, recordLink } from "./head.js";
import { marks } from "./notes-list.js";

/** Return the block of relations and of the marches that belong to the event, or null. */
export function story(body, shell, notes) {
  const { data, t, wording } = shell;
  const line = (word, kind, slug, title, claims) => el("li", {},
    el("span", { class: "relation" }, word, " "),
    recordLink(shell, kind, slug, title || titleOf(data.index[kind].get(slug)) || slug),
    marks((claims ?? []).map((key) => notes.numberOf(key)), { t, wording }));
  const lines = [
    ...(body.relations ?? []).map(({ kind, event, claims }) =>
      line(t(`relation.${kind}`), "event", event.id, event.name, claims)),
    ...(body.related_by ?? []).map(({ kind, event, claims }) =>
      line(t(`relation.of.${kind}`), "event", event.id, event.name, claims)),
    ...(body.movements ?? []).map((movement) =>
      line(t("search.movement"), "movement", movement.id, movement.name, [])),
  ];
  return lines.length ? block(t("panel.relations"), el("ul", { class: "story" }, lines)) : null;
}
