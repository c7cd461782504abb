// Shows short notes over the atlas: what in the address could not be read, what was copied.

import { el, fill } from "./dom.js";

const BRIEFLY = 2600;
const LONGEST_VALUE = 80;

function shortened(value) {
  const letters = [...String(value)];
  return letters.length > LONGEST_VALUE ? `${letters.slice(0, LONGEST_VALUE).join("")}…` : letters.join("");
}

/**
 * Return {problems(list), say(text)} writing into the page's place for notes.
 *
 * Problems are those of the address that the page is at: an address without any takes those of the last one away.
 */
export function createNotes(host, { t, symbol }) {
  let leaving = null;
  let lasting = null;

  function show(note, brief) {
    clearTimeout(leaving);
    fill(host, note);
    lasting = brief ? null : note;
    if (brief) leaving = setTimeout(() => fill(host), BRIEFLY);
  }

  return {
    problems(list) {
      if (!list.length) {
        lasting?.remove();
        return;
      }
      const sentences = list.map(({ problem, key, value }) => el("li", {}, t(problem, { key, value: shortened(value) })));
      const close = el("button", { class: "button bare", type: "button", "aria-label": t("problem.close"), on: { click: () => fill(host) } }, symbol("u-close"));
      show(el("div", { class: "note failure" }, el("div", {}, el("strong", {}, t("problem.title")), el("ul", {}, sentences)), close), false);
    },
    say(text) {
      show(el("p", { class: "note" }, text), true);
    },
  };
}
