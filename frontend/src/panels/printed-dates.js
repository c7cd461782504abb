// Draws the dates of an event as the sources print them: in quotation marks, large, with who says so.

import { el } from "../dom.js";
import { dateClaims } from "./claim-days.js";
import { locatorText, marks } from "./notes-list.js";

// One line for each wording: the same words in three places are one line with three notes.
function byWording(claims) {
  const lines = new Map();
  for (const claim of dateClaims(claims)) {
    const key = `${claim.as_printed}|${claim.edge ?? ""}`;
    if (!lines.has(key)) lines.set(key, []);
    lines.get(key).push(claim);
  }
  return [...lines.values()];
}

function spots(claims, { data, t, wording }, notes) {
  let before = null;
  return claims.map((claim, at) => {
    const source = data.index.source.get(claim.citation.source);
    const where = locatorText(claim.citation.locator ?? {}, t);
    const same = claim.citation.source === before;
    before = claim.citation.source;
    return [
      at > 0 && ", ",
      same ? where : [el("cite", {}, source?.short || source?.title || claim.citation.text), where && `, ${where}`],
      marks([notes.numberOf(claim)], { t, wording }),
    ];
  });
}

function asides(claim, { t, wording }) {
  const meant = claim.interpreted;
  return [
    claim.supplied?.includes?.("year") && t("panel.supplied"),
    meant && t("panel.interpreted", { text: meant.display ?? wording.stretch(...(meant.days ?? [])) }),
    claim.gap && t("panel.gap", { text: claim.gap }),
    claim.edge && claim.edge !== "on" && t(`edge.${claim.edge}`),
  ].filter(Boolean);
}

/** Return the printed dates, or the sentence that no source gives one. */
export function printedDates(body, shell, notes) {
  const { t, wording } = shell;
  const lines = byWording(body.claims);
  if (!lines.length) {
    const [from, to] = body.bracket ?? [null, null];
    const between = Number.isFinite(from) && Number.isFinite(to) && wording.stretch(from, to);
    return el("div", { class: "printed-dates none" },
      el("p", {}, t("panel.no-date")),
      (body.when?.display || between) && el("p", {}, t("panel.bracket", { text: body.when?.display || between })));
  }
  return el("dl", { class: "printed-dates" }, lines.map((claims) => [
    el("dt", {}, claims[0].as_printed ? t("quoted", { text: claims[0].as_printed }) : wording.stretch(...days(claims[0]))),
    el("dd", {},
      claims[0].as_printed && t("panel.printed", { where: "" }).replace(/\s+$/, " "),
      spots(claims, shell, notes),
      asides(claims[0], shell).map((aside) => ["; ", aside])),
  ]));
}

const days = (claim) => [claim.face.begin_earliest, claim.face.end_latest];
