// Says below a field which day its text names, in four calendars, while it is typed.

import { el, fill } from "../../dom.js";
import { createQuestion } from "../asking.js";

/** Follow every field of days; `address` answers with {said: [[words, calendar]], problem}. */
export function followDays(document, address) {
  for (const field of document.querySelectorAll("input[data-day]")) {
    const line = document.getElementById(`${field.id}_said`);
    const ask = createQuestion(({ said, problem }) => {
      fill(line, said.map(([words, calendar]) => el("span", {}, el("b", {}, words), ` ${calendar}`)), problem);
      line.classList.toggle("is-problem", Boolean(problem));
    // An older answer would speak of another text.
    }, () => fill(line));
    field.addEventListener("input", () => {
      if (field.value.trim()) ask(`${address}?${new URLSearchParams({ text: field.value, edge: field.dataset.day })}`);
      else {
        ask.stop();
        fill(line);
      }
    });
  }
}
