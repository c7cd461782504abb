// Puts together the panel of one claim: what it says, of what, and where it stands.

import { el } from "../dom.js";
import { titleOf } from "../atlas-data.js";
import { fourCalendars } from "./four-calendars.js";
import { panelHead, recordLink } from "./head.js";
import { locatorText } from "./notes-list.js";
import { valueOf } from "./statements.js";

/** Return the panel of a claim's body as the API gives it. */
export function claimPanel(body, selection, shell) {
  const { data, t } = shell;
  const source = data.index.source.get(body.citation.source);
  const row = (label, ...value) => el("div", {}, el("dt", {}, label), el("dd", {}, value));
  return el("article", { class: "record-panel" },
    panelHead(shell, selection, { line: t("claim.title", { key: body.id }), title: valueOf(body, shell) || t(`attribute.${body.attribute}`) }),
    el("dl", { class: "facts" },
      row(t("claim.attribute"), recordLink(shell, body.of.type, body.of.id, body.of.name), `: ${t(`attribute.${body.attribute}`)}`, body.edge && ` (${t(`edge.${body.edge}`)})`),
      row(t("claim.place-in-source"), source ? recordLink(shell, "source", source.id, titleOf(source)) : body.citation.text, ", ", locatorText(body.citation.locator ?? {}, t)),
      body.face?.display && row(t("claim.face"), body.face.display),
      body.calendar && row(t("claim.calendar"), t(`calendar.${body.calendar}`)),
      body.interpreted && row(t("claim.reading"), body.interpreted.arithmetic || body.interpreted.value),
      body.certainty && row(t("claim.certainty"), t(`certainty.${body.certainty}`)),
      body.gap && row(t("panel.gap", { text: "" }), body.gap)),
    body.attribute === "date" && fourCalendars(body.reading, shell),
    body.note && el("p", { class: "summary" }, body.note));
}
