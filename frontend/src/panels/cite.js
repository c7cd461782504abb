// Words a plain citation of an event, to be copied into an essay.

import { el } from "../dom.js";
import { addressOf } from "../config.js";
import { block, copyText } from "./head.js";
import { dateClaims } from "./claim-days.js";

/** Return the block with the citation and a button that copies it. */
export function cite(body, selection, shell) {
  const { config, t } = shell;
  const printed = [...new Set(dateClaims(body.claims ?? []).map((claim) => claim.as_printed).filter(Boolean))];
  const quoted = printed.map((text) => t("quoted", { text }));
  const dates = quoted.length > 1
    ? t("list.and", { first: quoted.slice(0, -1).join(", "), last: quoted.at(-1) })
    : quoted.join("");
  const work = `Marchlines: ${config.title}`;
  const address = new URL(addressOf(config, selection, { page: true }), window.location).href;
  const text = t("cite.event", {
    title: body.title ?? body.name,
    work,
    dates: dates ? t("cite.dates", { dates }) : "",
    address,
  });
  return block(t("panel.cite"),
    el("p", { class: "citation" }, text),
    el("button", { class: "button", type: "button", on: { click: () => copyText(shell, text, "panel.copied") } }, t("panel.copy")));
}
