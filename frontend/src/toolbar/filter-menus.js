// Draws the filter buttons that stand in the toolbar itself.

import { el, fill } from "../dom.js";
import { changed } from "../filter-state.js";
import { popup } from "../layout/popup.js";

export const IN_THE_BAR = ["side", "kind", "force", "source"];

function menu(name, shell) {
  const { store, symbol, t, wording } = shell;
  const label = t(`filter.${name}`);
  const made = popup({ label, name: label, build: (put) => shell.ask(({ choicesOf }) => put(choicesOf(name, shell))) });
  const show = ({ filters }) => {
    const figure = filters[name].length;
    fill(made.button,
      figure ? t("filter.chosen", { name: label, figure: wording.figures(String(figure)) }) : label,
      symbol("u-down", "symbol small"));
    made.button.classList.toggle("chosen", figure > 0);
  };
  show(store.get());
  store.subscribe((state, previous) => {
    if (state.filters === previous.filters && state.window === previous.window) return;
    show(state);
    made.refresh();
  });
  return made.root;
}

function disputedOnly({ store, t }) {
  const button = el("button", {
    class: "chip disputed-only",
    type: "button",
    on: {
      click() {
        const { filters } = store.get();
        store.set({ filters: changed(filters, "disputed", filters.disputed ? null : true) }, { source: "filter" });
      },
    },
  }, t("filter.disputed"));
  const show = ({ filters }) => {
    button.setAttribute("aria-pressed", String(filters.disputed === true));
    button.classList.toggle("chosen", filters.disputed === true);
  };
  show(store.get());
  store.subscribe(show);
  return button;
}

/** Return the filter buttons. */
export const filterMenus = (shell) => [...IN_THE_BAR.map((name) => menu(name, shell)), disputedOnly(shell)];
