// Puts the questions that the dates of a march leave open: how far, in how many days, and what would answer them.

import { el } from "../dom.js";
import { proposed } from "./explanation.js";
import { block, recordLink } from "./head.js";
import { marks } from "./notes-list.js";

/** Return the block of the questions of a movement's body, or null. */
export function marchQuestions({ questions = [] }, shell, notes) {
  const { t, wording } = shell;
  if (!questions.length) return null;
  const mark = (proposals) => marks(proposals.map(({ claim }) => notes.numberOf(claim)), shell);
  const numbers = (legs) => wording.figures([...new Set([legs[0], legs.at(-1)])].join("–"));
  return block(t("movement.questions"), questions.map((one) => el("div", { class: "march-question" },
    el("p", { class: "why" }, t("movement.question-legs", { legs: numbers(one.legs) })),
    el("p", { class: "explanation" }, one.text),
    el("p", { class: "explanation" }, one.arithmetic),
    el("p", { class: "judged" }, el("span", { class: "judged-so" }, one.asks),
      one.other && [" ", recordLink(shell, "movement", one.other.id, one.other.name)]),
    proposed(one.proposals, shell, mark),
    el("p", { class: "basis" }, one.basis))));
}
