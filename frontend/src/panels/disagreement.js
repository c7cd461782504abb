// Draws what the sources disagree about: badge, strip plot of the claimed days, why they differ.

import { el } from "../dom.js";
import { claimedDays, readDays } from "./claim-days.js";
import { disputePage, disputesOf } from "./disputes.js";
import { whyTheyDiffer } from "./explanation.js";
import { marks as noteMarks } from "./notes-list.js";
import { anchorOf } from "./strip-layout.js";
import { offTheAxis, stripPlot } from "./strip-plot.js";
import { valueOf } from "./statements.js";

const NARROWEST = 260;
const WIDEST = 560;

function counted(marks, { claims, told }, { t }) {
  const count = told?.witnesses ?? new Set(claims.map((claim) => claim.citation.source)).size;
  return t("panel.witnesses-dates", { witnesses: t("panel.witnesses", { count }), dates: t("panel.dates", { count: marks.length }) });
}

const ABOUT = { begin: "panel.about-begin", end: "panel.about-end" };

// Which leg and which end a march's dates disagree about.
function about({ subject, edge }, { t }) {
  const leg = subject?.type === "leg" && subject.name;
  return [leg, ABOUT[edge] && t(ABOUT[edge])].filter(Boolean).join(", ");
}

function days(dispute, shell, notes, width) {
  const { t, wording } = shell;
  const printed = claimedDays(dispute.claims, notes);
  if (printed.length < 2) return values(dispute, shell, notes);
  const read = readDays(dispute.claims, dispute.told?.proposals ?? [], printed, notes);
  const found = [...printed, ...read].sort((one, other) => one.first - other.first || one.last - other.last);
  const standing = anchorOf(found);
  const words = { width, t, wording, knownYear: wording.year(standing.first) };
  return {
    words: [wording.monthOf(standing.first), counted(printed, dispute, shell)].join(" · "),
    drawn: [
      stripPlot(found, words),
      offTheAxis(found, words).map(({ text, distance }) => el("p", { class: "off-axis" }, `${text}: ${distance}`)),
    ],
  };
}

// Who says so, each once.
const namesOf = (claims, data) =>
  [...new Set(claims.map(({ citation }) => data.index.source.get(citation.source)?.short ?? citation.source))].join("; ");

const OF_END = { begin: "panel.value-begin", departs: "panel.value-begin", end: "panel.value-end", arrives: "panel.value-end" };

// A date among other values says its day, and of which end it is: "begins 13 July 1909".
function valueWords(claim, shell) {
  const value = (claim.attribute === "date" && claim.face?.display) || valueOf(claim, shell) || claim.note;
  return value && OF_END[claim.edge] && claim.attribute === "date" ? shell.t(OF_END[claim.edge], { value }) : value;
}

function values({ attribute, claims }, shell, notes) {
  const { data, t, wording } = shell;
  const lines = new Map();
  for (const claim of claims) {
    const words = valueWords(claim, shell) || t(`attribute.${attribute}`);
    lines.set(words, [...(lines.get(words) ?? []), claim]);
  }
  return {
    words: t(`attribute.${attribute}`),
    drawn: el("ul", { class: "claimed-values" }, [...lines].map(([words, same]) => el("li", {}, `${words} · ${namesOf(same, data)}`,
      noteMarks(same.map((claim) => notes.numberOf(claim)), { t, wording })))),
  };
}

/** Return the block of what is disputed, or null; `notes` numbers the claims. */
export function disagreement(body, shell, notes) {
  const disputes = disputesOf(body).filter(({ claims }) => claims.length);
  if (!disputes.length) return null;
  const panel = document.getElementById("panel");
  const width = Math.round(Math.min(WIDEST, Math.max(NARROWEST, panel.clientWidth - 32)));
  const badge = () => el("a", { class: "badge", href: disputePage(shell, disputes[0].id) }, shell.t("panel.disagree"));
  return el("section", { class: "panel-block disagreement" }, disputes.map((dispute, at) => {
    const { words, drawn } = dispute.attribute === "date" ? days(dispute, shell, notes, width) : values(dispute, shell, notes);
    const which = about(dispute, shell);
    return [
      el("p", { class: "badge-line" }, at === 0 ? badge() : el("span", {}), el("span", { class: "badge-words" }, words)),
      which && el("p", { class: "dispute-about" }, which),
      drawn,
      whyTheyDiffer(dispute, shell, notes),
    ];
  }));
}
