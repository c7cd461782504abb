// Shows sides while they are typed: their pictures on both plates, a chooser of colours, and the verdict on them all.

import { el, fill } from "../../dom.js";
import { createQuestion } from "../asking.js";

const COLOUR = /^#[0-9a-f]{6}$/i;
const COLUMNS = ["slug", "label", "colour", "colour_dark", "pattern", "shape"];

/** Put the browser's own chooser beside every field of a colour within an element. */
export function offerColours(within, word) {
  for (const field of within.querySelectorAll("input[data-colour]")) {
    if (field.nextElementSibling?.type === "color" || field.name.includes("__prefix__")) continue;
    const chooser = el("input", { type: "color", class: "colour-chooser", "aria-label": word, tabindex: -1 });
    const follow = () => { if (COLOUR.test(field.value)) chooser.value = field.value; };
    chooser.addEventListener("input", () => {
      field.value = chooser.value.toUpperCase();
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
    field.addEventListener("input", follow);
    field.after(chooser);
    follow();
  }
}

const chosen = (form, name) => {
  const fields = [...form.querySelectorAll(`[name$="-${name}"], [name="${name}"]`)];
  const field = fields.find((one) => one.type !== "radio" || one.checked);
  return field && (field.type !== "radio" || field.checked) ? field.value : "";
};

/** What a form of a side says, by column. */
function said(form) {
  return {
    slug: chosen(form, "slug"), label: chosen(form, "label_en"), colour: chosen(form, "colour"),
    colour_dark: chosen(form, "colour_dark"), pattern: chosen(form, "pattern"), shape: chosen(form, "shape"),
  };
}

function redraw(form, side) {
  for (const picture of form.querySelectorAll(".side-picture")) {
    const colour = picture.dataset.ground === "dark" && COLOUR.test(side.colour_dark) ? side.colour_dark : side.colour;
    if (COLOUR.test(colour)) picture.setAttribute("color", colour);
    for (const [name, value] of [["pattern", side.pattern], ["shape", side.shape]]) {
      for (const part of picture.querySelectorAll(`[data-${name}]`)) {
        part.setAttribute("visibility", part.dataset[name] === value ? "visible" : "hidden");
      }
    }
  }
}

/** Follow the sides in the group of forms `group`; `told` is where verdicts stand. */
export function followSides(group, told, settings) {
  const list = told.querySelector("ul");
  const ask = createQuestion(
    ({ verdicts }) => {
      told.hidden = verdicts.length === 0;
      fill(list, verdicts.map(({ level, text }) => el("li", { class: `is-${level}` }, text)));
    },
    (sentence) => {
      told.hidden = false;
      fill(list, el("li", { class: "is-doubtful" }, sentence || settings.t("atlas.unread")));
    },
  );
  const look = () => {
    const forms = [...group.querySelectorAll(".inline-related:not(.empty-form)")];
    const sides = forms.map((form) => ({ form, side: said(form) }));
    for (const { form, side } of sides) redraw(form, side);
    const standing = sides.filter(({ form, side }) => COLOUR.test(side.colour) && !form.querySelector('[name$="-DELETE"]')?.checked);
    const query = new URLSearchParams();
    for (const { side } of standing) for (const column of COLUMNS) query.append(column, side[column]);
    ask(`${told.dataset.check}?${query}`);
  };
  group.addEventListener("input", look);
  group.addEventListener("change", look);
  document.addEventListener("formset:removed", look);
  document.addEventListener("formset:added", (event) => {
    if (group.contains(event.target)) offerColours(event.target, settings.t("atlas.colour"));
  });
}
