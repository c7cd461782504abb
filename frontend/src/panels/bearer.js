// Puts together the panel of a person or a force: names, what they took part in, where they marched.

import { el } from "../dom.js";
import { block, panelHead, recordLink } from "./head.js";
import { eventList, inOrder } from "./event-list.js";
import { onlyThese } from "./place.js";
import { persian, variants } from "./names.js";

const FIELD = { person: "people", force: "forces" };

/** Return the panel of a person's or force's body as the API gives it. */
export function bearerPanel(body, selection, shell) {
  const { data, t } = shell;
  const { kind, slug } = selection;
  const events = inOrder(data.events.filter((event) => event[FIELD[kind]].includes(slug)));
  const marches = data.movements.filter((movement) => movement.movers.some((mover) => mover.type === kind && mover.id === slug));
  const parent = body.parent?.id ?? body.parent;
  const what = kind === "force" && body.kind ? t(`force-kind.${body.kind}`) : t(`search.${kind}`);
  return el("article", { class: "record-panel" },
    panelHead(shell, selection, {
      line: [el("span", { class: "kind" }, what), parent && [" · ", recordLink(shell, "force", parent, data.index.force.get(parent)?.name ?? parent)]],
      title: body.name,
      titleFa: persian(body),
    }),
    body.note && el("p", { class: "summary" }, body.note),
    events.length > 0 && el("p", { class: "ways-out" }, onlyThese(shell, kind, slug)),
    variants(body, shell),
    marches.length > 0 && block(t("panel.movements"), el("ul", { class: "story" },
      marches.map((movement) => el("li", {}, recordLink(shell, "movement", movement.id, movement.title))))),
    eventList(t("panel.events"), events, shell));
}
