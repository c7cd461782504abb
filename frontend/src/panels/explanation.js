// Tells why claims differ: the slip, its arithmetic, who holds to it, and what is only proposed.

import { el } from "../dom.js";
import { dayOfIso } from "../iso-days.js";
import { marks as noteMarks } from "./notes-list.js";

function bySlip(entries, key) {
  const groups = new Map();
  for (const entry of entries) groups.set(key(entry), [...(groups.get(key(entry)) ?? []), entry]);
  return [...groups.values()];
}

function signed({ by, on }, { t, wording }) {
  const day = dayOfIso(on, "first");
  return el("span", { class: "judged-by" }, t("panel.signed", { by, date: day === null ? on : wording.day(day) }));
}

// A copy repeats its original's words: what is held of both is told once.
function accepted(claims, shell, mark) {
  const { t } = shell;
  const held = bySlip(claims.filter((claim) => claim.interpreted), ({ interpreted: { edtf, method, reason } }) => `${edtf} ${method} ${reason}`);
  return held.map((same) => el("p", { class: "judged" },
    el("span", { class: "judged-so" }, t("panel.held", { text: t("quoted", { text: same[0].as_printed }), read: same[0].interpreted.display })),
    mark(same), " ", same[0].interpreted.reason, " ", signed(same[0].interpreted, shell)));
}

function decided(decision, shell) {
  if (!decision) return null;
  const word = shell.t(decision.claim === "undecidable" ? "panel.undecidable" : "panel.decided");
  return el("p", { class: "judged" }, el("span", { class: "judged-so" }, word), " ", decision.reason, " ", signed(decision, shell));
}

/** Return the readings that nobody has accepted, the likeliest first, or null; `mark(entries)` draws their notes. */
export function proposed(proposals, { symbol, t, wording }, mark) {
  if (!proposals.length) return null;
  const groups = bySlip(proposals, ({ edtf, why }) => `${edtf} ${why}`).sort(([one], [other]) => other.score - one.score);
  return el("ul", { class: "proposals" }, groups.map((same) => el("li", {},
    symbol("c-proposal"),
    el("span", {},
      el("span", { class: "proposed-words" }, t("panel.proposed")), " ",
      t("panel.read-as", { text: t("quoted", { text: same[0].as_printed }), read: same[0].display }), mark(same),
      el("span", { class: "proposed-why" }, same[0].why, " ",
        el("span", { class: "judged-by" }, t("panel.likelihood", { share: wording.figures(String(Math.round(100 * same[0].score))) })))))));
}

/** Return what explains a dispute of disputesOf, as the API tells it, or null. */
export function whyTheyDiffer({ claims, told }, shell, notes) {
  if (!told?.explanation) return null;
  const mark = (entries) => noteMarks(entries.map((one) => notes.numberOf(one.claim ?? one)), shell);
  return [
    el("p", { class: "why" }, told.explanation.text),
    told.explanation.arithmetic.split("\n").filter(Boolean).map((line) => el("p", { class: "explanation" }, line)),
    accepted(claims, shell, mark),
    decided(told.decision, shell),
    proposed(told.proposals, shell, mark),
  ];
}
