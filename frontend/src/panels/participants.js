// Lists people and forces with role and side.

import { el } from "../dom.js";
import { block, recordLink } from "./head.js";
import { marks } from "./notes-list.js";
import { sideSign } from "../sides.js";

/** Return the lists of those who took part; `kind` is person or force. */
export function participants(heading, kind, list, shell, notes) {
  const { data, t, wording } = shell;
  if (!list?.length) return null;
  const who = new Map();
  for (const one of list) {
    if (!who.has(one.id)) who.set(one.id, { ...one, roles: [], claims: [] });
    const entry = who.get(one.id);
    if (one.role !== "other") entry.roles.push(t(`role.${one.role}`));
    entry.claims.push(...(one.claims ?? []));
  }
  return block(heading, el("ul", { class: "participants" }, [...who.values()].map((one) => el("li", {},
    sideSign(shell, one.side),
    el("span", { class: "who" }, recordLink(shell, kind, one.id, one.name),
      el("span", { class: "role" },
        [...new Set(one.roles), one.side && (data.index.side.get(one.side)?.label ?? one.side)].filter(Boolean).join(", "),
        marks(one.claims.map((key) => notes.numberOf(key)), { t, wording })))))));
}
