// Puts together the panel of a source: the work, and the events it tells of.

import { el } from "../dom.js";
import { addressOf } from "../config.js";
import { panelHead } from "./head.js";
import { eventList, inOrder } from "./event-list.js";
import { onlyThese } from "./place.js";
import { retell } from "../telling/choice.js";

/** Return the panel of a source's body as the API gives it. */
export function sourcePanel(body, selection, shell) {
  const { config, data, t } = shell;
  const events = inOrder(data.all.events.filter((event) => event.sources.includes(selection.slug)));
  const facts = [(body.authors ?? []).join("; "), body.container, body.issued].filter(Boolean).join(", ");
  return el("article", { class: "record-panel" },
    panelHead(shell, selection, { line: el("span", { class: "kind" }, t("search.source")), title: body.title }),
    facts && el("p", { class: "summary" }, facts),
    el("p", { class: "ways-out" },
      el("a", { class: "button", href: addressOf(config, selection, { page: true }) },
        `${t("panel.claims")} · ${shell.wording.figures(String(body.claims_count ?? ""))}`),
      events.length > 0 && onlyThese(shell, "source", selection.slug),
      telling(shell, selection.slug)),
    eventList(t("panel.events"), events, shell));
}

// The atlas as this source tells it, or all sources again.
function telling(shell, slug) {
  const told = shell.data.told === slug;
  const turn = () => retell(shell, { according_to: told ? null : slug });
  return el("button", { class: "button", type: "button", on: { click: turn } }, shell.t(told ? "telling.back" : "telling.this"));
}
