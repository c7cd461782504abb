// Writes into the rows what the server reckons of them: lengths, days, pace, questions, names it cannot read.

import { el, fill } from "../../dom.js";
import { createQuestion } from "../asking.js";

function problemAt(row, field, text) {
  const input = row.querySelector(`[name$="-${field}"]`);
  const id = `${input.id}-problem`;
  const said = document.getElementById(id) ?? el("p", { id, class: "place-problem" });
  if (!said.isConnected) input.closest(".leg-field").append(said);
  said.textContent = text;
  const described = (input.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean);
  if (!described.includes(id)) input.setAttribute("aria-describedby", [...described, id].join(" "));
  input.setAttribute("aria-invalid", "true");
}

/** Return ask(), which sends the form as it stands; `answered(body)` hears what came. */
export function createOutlook({ form, address, rows, t, answered }) {
  const total = document.getElementById("legs-total");
  const questions = document.getElementById("legs-questions");
  const ask = createQuestion((body) => {
    for (const said of form.querySelectorAll(".place-problem")) said.textContent = "";
    for (const input of form.querySelectorAll(".leg [aria-invalid]")) input.removeAttribute("aria-invalid");
    for (const leg of body.legs) {
      const row = rows.row(leg.row);
      row.querySelector(".leg-way").textContent = leg.way;
      for (const part of row.querySelectorAll("[data-told]")) part.textContent = leg[part.dataset.told] ?? "";
      row.classList.toggle("is-asked", leg.asked);
    }
    for (const { row, field, text } of body.problems) if (text) problemAt(rows.row(row), field, text);
    total.textContent = body.total;
    fill(questions, body.questions.map(({ text, asks }) => el("li", {}, text, " ", el("em", {}, asks))));
    answered(body);
  }, (sentence) => { total.textContent = sentence || t("legs.unread"); });
  return () => ask(address, { method: "POST", body: new FormData(form) });
}
