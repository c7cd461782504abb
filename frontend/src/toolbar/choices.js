// Draws the choices of one facet: a box to tick for each, with its count.

import { el } from "../dom.js";
import { facet } from "../facets.js";
import { toggled } from "../filter-state.js";
import { sideSign } from "../sides.js";

/** Return the group of choices of a facet, or the sentence that there is none. */
export function choicesOf(name, shell) {
  const { data, store, symbol, t, wording } = shell;
  const choices = facet(data, store.get(), name);
  const toggle = (id) => store.set({ filters: toggled(store.get().filters, name, id) }, { source: "filter" });
  const drawing = (id) => {
    if (name === "side") return sideSign(shell, id);
    return name === "kind" ? symbol(`k-${id}`, "symbol small") : null;
  };
  return el("fieldset", { class: "choices" },
    el("legend", {}, t(`filter.${name}`)),
    choices.length ? choices.map(({ id, label, count, chosen }) => el("label", { class: "choice" },
      el("input", { type: "checkbox", checked: chosen, data: { key: `${name}:${id}` }, on: { change: () => toggle(id) } }),
      drawing(id),
      el("span", { class: "choice-name" }, label),
      el("span", { class: "choice-count", "aria-label": t("filter.count", { count }) }, wording.figures(String(count)))))
      : el("p", { class: "none" }, t("filter.none")));
}
