// Draws the card of a lesson above the panel: where the reader is, what to read there, the question.

import { addressOf } from "../config.js";
import { el, fill, isolated } from "../dom.js";
import { claimLine } from "./claim-words.js";
import { popup } from "../layout/popup.js";
import { signButton } from "../panels/head.js";
import { stepAfterKey } from "./steps.js";

const paragraphs = (text, attributes) =>
  text.split(/\n\s*\n/).filter((part) => part.trim()).map((part) => el("p", attributes, part.trim()));

/**
 * Put an empty card beside the panel, both in one column; return what fills it.
 *
 * `go(number)` is called for the step that a button, a key or the list leads to, `back` and `leave` for the buttons of
 * these names; with `leave` null there is no button for it.
 */
export function createCard(shell, { go, leave, back }) {
  const { symbol, t } = shell;
  const panel = document.getElementById("panel");
  const rightToLeft = () => getComputedStyle(card).direction === "rtl";
  let lesson = null;
  let at = 0;

  const turn = (key, sign, name) => signButton(shell, sign, t(name), () => goOn(key));
  const previous = turn("PageUp", "u-day-back", "lesson.previous");
  const next = turn("PageDown", "u-day-on", "lesson.next");
  const list = popup({ label: "", className: "chip lesson-place", name: t("lesson.steps"), build: (put) => put(listed()) });
  const name = el("p", { class: "lesson-name" });
  const head = el("header", { class: "lesson-head" }, name,
    el("div", { class: "lesson-turn" }, previous, list.root, next, leave && signButton(shell, "u-close", t("lesson.leave"), leave)));
  const body = el("div", { class: "lesson-body" });
  const away = el("p", { class: "lesson-away", hidden: true },
    el("span", {}, t("lesson.away")), " ", el("button", { class: "button", type: "button", on: { click: back } }, t("lesson.back")));
  const said = el("p", { class: "unseen", role: "status" });
  const card = el("section", {
    class: "lesson", id: "lesson", tabindex: "0", "aria-label": t("lesson.label"),
    "aria-keyshortcuts": "ArrowLeft ArrowRight PageUp PageDown Home End", on: { keydown: key },
  }, head, body, away);
  const column = el("div", { class: "lesson-column" });
  panel.replaceWith(column);
  column.append(card, panel, said);
  document.body.classList.add("has-lesson");

  function goOn(pressed) {
    const number = lesson && stepAfterKey(pressed, at, lesson.steps.length, { rightToLeft: rightToLeft() });
    if (number && number !== at) go(number);
    return Boolean(number);
  }

  function key(event) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (goOn(event.key)) event.preventDefault();
  }

  function listed() {
    const choose = (number) => () => {
      list.close({ focus: true });
      go(number);
    };
    return el("ol", { class: "lesson-steps" }, lesson.steps.map(({ order, title }, index) =>
      el("li", {}, el("button", {
        class: "lesson-step", type: "button", "aria-current": index + 1 === at ? "step" : null, data: { key: String(order) }, on: { click: choose(index + 1) },
      }, el("span", { class: "lesson-number" }, shell.wording.figures(String(index + 1))), isolated(title)))));
  }

  // A button that is at its end keeps the focus, so that the next key is heard here.
  const stop = (button, stopped) => button.setAttribute("aria-disabled", String(stopped));

  return {
    /** Show a step of a lesson (the body of the API), by its number. */
    show(shown, number) {
      [lesson, at] = [shown, number];
      const { title, text, question, claim } = lesson.steps[number - 1];
      const { figures } = shell.wording;
      const place = { step: figures(String(number)), count: figures(String(lesson.steps.length)) };
      fill(name, el("a", { href: addressOf(shell.config, { kind: "lesson", slug: lesson.id }, { page: true }) }, isolated(lesson.title)));
      fill(list.button, t("lesson.place", place));
      list.button.setAttribute("aria-label", `${t("lesson.place", place)}. ${t("lesson.steps")}`);
      list.refresh();
      stop(previous, number === 1);
      stop(next, number === lesson.steps.length);
      head.hidden = false;
      fill(body,
        el("h2", { class: "lesson-title", dir: "auto" }, title),
        paragraphs(text, { class: "lesson-text", dir: "auto" }),
        paragraphs(question, { class: "lesson-question", dir: "auto" }),
        claim && claimLine(shell, claim, () => lesson === shown && at === number));
      fill(said, t("lesson.said", { ...place, title }));
      for (const scrolled of [body, column]) scrolled.scrollTop = 0;
    },
    /** Say why no step can be shown, with ways out: `links` are [address, words] pairs. */
    fail(sentence, links) {
      lesson = null;
      head.hidden = away.hidden = true;
      fill(body, el("div", { class: "failure", role: "alert" }, el("p", {}, sentence),
        el("p", { class: "ways-out" },
          links.map(([address, words]) => el("a", { class: "button", href: address }, words)),
          leave && el("button", { class: "button", type: "button", on: { click: leave } }, t("lesson.leave")))));
    },
    /** Offer the way back to the step's view, or take the offer away. */
    wander(isAway) {
      away.hidden = !isAway;
    },
    /** Take the focus, where nothing else on the page has it. */
    focus() {
      if (document.activeElement === document.body) card.focus({ preventScroll: true });
    },
    /** Take the card away; the panel stands where it stood before. */
    remove() {
      const held = column.contains(document.activeElement);
      document.body.classList.remove("has-lesson");
      column.replaceWith(panel);
      if (held) panel.focus({ preventScroll: true });
    },
  };
}
