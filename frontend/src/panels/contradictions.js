// Says with which other records the order told of one contradicts the days printed for them.

import { el } from "../dom.js";
import { titleOf } from "../atlas-data.js";
import { disputePage } from "./disputes.js";
import { whyTheyDiffer } from "./explanation.js";
import { recordLink } from "./head.js";

const KINDS = ["sequence", "first"];

/** Return [{kind, others}] of a body's contradictions of order, `<thing>:<kind>[:<thing>…]`; others are names of things. */
export function contradictionsOf(body) {
  const own = (thing) => thing.split("/")[0] === body.id;
  return (body.disputes ?? []).map((id) => id.split(":")).filter(([, kind]) => KINDS.includes(kind))
    .map(([one, kind, ...more]) => ({ kind, others: [one, ...more].filter((thing) => !own(thing)) }));
}

function link(thing, shell) {
  const [slug, leg] = thing.split("/");
  const kind = leg ? "movement" : "event";
  return recordLink(shell, kind, slug, titleOf(shell.data.index[kind].get(slug)) || slug);
}

/** Return the block of contradictions, or null where there are none; `notes` numbers the claims. */
export function contradictions(body, shell, notes) {
  const found = contradictionsOf(body);
  if (!found.length) return null;
  const first = body.disputes.find((id) => KINDS.includes(id.split(":")[1]));
  const told = (body.disagreements ?? []).filter(({ kind }) => KINDS.includes(kind));
  return el("section", { class: "panel-block contradictions" },
    el("p", { class: "badge-line" }, el("a", { class: "order-badge", href: disputePage(shell, first) }, shell.t("panel.contradicted"))),
    el("ul", { class: "story" }, found.map(({ kind, others }, order) => el("li", {},
      el("span", { class: "relation" }, shell.t(others.length ? `panel.contradicts-${kind}` : "panel.ends-first"), " "),
      others.map((thing, at) => [at > 0 && ", ", link(thing, shell)]),
      whyTheyDiffer({ claims: [], told: told[order] }, shell, notes)))));
}
