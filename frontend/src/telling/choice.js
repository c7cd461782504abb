// Offers each source as the one who tells the atlas, and as the one to compare it with.

import { el } from "../dom.js";

/** Return the two lists of the view menu: whose telling is shown, and whose is drawn beside it. */
export function tellingChoices(shell) {
  const { data, store, t } = shell;
  const { filters } = store.get();
  const sources = data.all.sources.map(({ id, short }) => [id, short]);
  const list = (key, none, options) =>
    el("label", { class: "setting telling" }, el("span", {}, t(`telling.${key}`)),
      el("select", { data: { key }, on: { change: (event) => retell(shell, { [key]: event.target.value || null }) } },
        [["", t(none)], ...options].map(([id, words]) => el("option", { value: id, selected: id === (filters[key] ?? "") }, words))));
  return [
    list("according_to", "telling.all", sources),
    list("compare", "telling.nobody", sources.filter(([id]) => id !== filters.according_to)),
  ];
}

/** Change who tells the atlas; `change` holds according_to, compare or both. */
export function retell({ arrive, store }, change) {
  const { filters } = store.get();
  const next = { ...filters, ...change };
  // Who tells it can't stand beside it as well.
  if (next.compare === next.according_to) next.compare = null;
  return arrive({ filters: next }, "view");
}
