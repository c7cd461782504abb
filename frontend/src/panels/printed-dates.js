// Draws the dates of an event as the sources print them: in quotation marks, large, with who says so.

import { el } from "../dom.js";
import { dateClaims, daysOfWhen } from "./claim-days.js";
import { locatorText, marks } from "./notes-list.js";

/**
 * Return claims about the date, grouped by the days they name and the end they speak of: what says
 * the same is one line, headed by the fullest of the printed forms.
 */
export function byReading(claims) {
  const lines = new Map();
  for (const claim of dateClaims(claims)) {
    const days = daysOfWhen(claim.face);
    const key = days ? `${days.join("–")}|${claim.edge ?? ""}` : `${claim.as_printed}|${claim.edge ?? ""}`;
    if (!lines.has(key)) lines.set(key, []);
    lines.get(key).push(claim);
  }
  const fullest = (one, other) => other.as_printed.length - one.as_printed.length;
  return [...lines.values()].map((same) => [...same].sort(fullest));
}

function asides(claim, { t }) {
  return [
    claim.edge && claim.edge !== "on" && t(`edge.${claim.edge}`),
    claim.as_printed ? claim.face?.supplied?.includes("year") && t("panel.supplied") : t("panel.from-context"),
    claim.interpreted && t("panel.interpreted", { text: claim.interpreted.display }),
    claim.gap && t("panel.gap", { text: claim.gap }),
  ].filter(Boolean);
}

const SHORT_ENOUGH = 32;

// A long title would push the date aside: then the form that notes use.
function named(source, claim) {
  const title = source?.title ?? claim.citation.source_title;
  return title.length > SHORT_ENOUGH && source?.short ? source.short : el("cite", {}, title);
}

function whoSays(claims, before, shell, notes) {
  const { data, t, wording } = shell;
  const [first, ...others] = claims;
  const mark = (claim) => marks([notes.numberOf(claim)], { t, wording });
  const source = data.index.source.get(first.citation.source);
  const where = locatorText({ ...first.citation.locator, paragraph: null }, t);
  const work = first.citation.source === before ? t("panel.same-source") : named(source, first);
  return [
    first.as_printed && [t("panel.printed"), " "], work, where && `, ${where}`, mark(first),
    others.length > 0 && [` ${t("panel.once-more")}`, marks(others.map((claim) => notes.numberOf(claim)), { t, wording })],
    asides(first, shell).map((aside) => `; ${aside}`),
  ];
}

function withoutDate(body, { t, wording }) {
  const [from, to] = body.bracket ?? [null, null];
  const between = Number.isFinite(from) && Number.isFinite(to) && wording.stretch(from, to);
  return el("div", { class: "printed-dates none" },
    el("p", {}, t("panel.no-date")),
    (body.when?.display || between) && el("p", {}, t("panel.bracket", { text: body.when?.display || between })));
}

/** Return the printed dates, or the sentence that no source gives one. */
export function printedDates(body, shell, notes) {
  const { t, wording } = shell;
  const lines = byReading(body.claims);
  if (!lines.length) return withoutDate(body, shell);
  let before = null;
  return el("dl", { class: "printed-dates" }, lines.map((claims) => {
    const [first] = claims;
    const said = whoSays(claims, before, shell, notes);
    before = first.citation.source;
    const days = daysOfWhen(first.face);
    const words = first.as_printed ? t("quoted", { text: first.as_printed }) : days && wording.stretch(...days);
    return el("div", {}, el("dt", { class: (words ?? "").length > 24 ? "long" : null }, words), el("dd", {}, said));
  }));
}
