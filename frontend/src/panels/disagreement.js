// Draws what the sources disagree about: badge, strip plot of the claimed days, explanation.

import { el } from "../dom.js";
import { claimedDays } from "./claim-days.js";
import { offTheAxis, stripPlot } from "./strip-plot.js";

const NARROWEST = 260;
const WIDEST = 560;

function summary(marks, claims, { t, data }) {
  const witness = (id) => data.index.source.get(id)?.witness ?? id;
  const witnesses = new Set(claims.filter((claim) => claim.attribute === "date").map((claim) => witness(claim.citation.source)));
  return t("panel.witnesses-dates", {
    witnesses: t("panel.witnesses", { count: witnesses.size }),
    dates: t("panel.dates", { count: marks.length }),
  });
}

function explanations(claims) {
  const said = claims.map((claim) => claim.interpreted?.arithmetic).filter(Boolean);
  return [...new Set(said)].map((sentence) => el("p", { class: "explanation" }, sentence));
}

/** Return the block of a disputed event, or null; `notes` numbers its claims. */
export function disagreement(body, shell, notes) {
  if (!body.disputed) return null;
  const { t, wording, config } = shell;
  const found = claimedDays(body.claims, notes);
  const badge = el("span", { class: "badge" }, t("panel.disagree"));
  if (found.length < 2) {
    return el("section", { class: "panel-block disagreement" }, el("p", { class: "badge-line" }, badge), explanations(body.claims));
  }
  const panel = document.getElementById("panel");
  const width = Math.round(Math.min(WIDEST, Math.max(NARROWEST, panel.clientWidth - 32)));
  const knownYear = wording.year(found[0].first);
  const words = { width, t, wording, knownYear, direction: config.direction };
  const off = offTheAxis(found, words);
  return el("section", { class: "panel-block disagreement" },
    el("p", { class: "badge-line" }, badge,
      el("span", { class: "badge-words" }, [wording.monthOf(found[0].first), summary(found, body.claims, shell)].join(" · "))),
    stripPlot(found, words),
    off.map(({ text, distance }) => el("p", { class: "off-axis" }, `${text}: ${distance}`)),
    explanations(body.claims));
}
