// Says under the fields how the coordinates were read, what can't be read, and what will be asked before saving.

import { el, fill } from "../../dom.js";

/** Show an answer of the server's check; `onSwap` hears that the two are to be turned round. */
export function showVerdict(place, { words, problems, questions }, { t, onSwap, isEmpty }) {
  const sentences = Object.values(problems);
  const asked = questions.map(({ sentence, address, swap }) => el(
    "li", {}, sentence, " ",
    address && el("a", { href: address, target: "_blank", rel: "noopener" }, t("places.open")),
    swap && el("button", { type: "button", class: "button", on: { click: onSwap } }, t("places.swap")),
  ));
  fill(
    place,
    sentences.map((sentence) => el("p", { class: "placing-trouble" }, sentence)),
    !sentences.length && el("p", {}, words ? t("places.reads", { words }) : isEmpty && t("places.unknown")),
    asked.length > 0 && [el("p", {}, t("places.asked")), el("ul", {}, asked)],
  );
}
