// Draws the button of the rarer filters and of how the view is laid out; on a phone it holds every filter.

import { el } from "../dom.js";
import { popup } from "../layout/popup.js";

const PARTS = ["filters", "window", "lanes", "ruler", "speed", "spheres", "theme"];

/** Return the button and its menu. */
export function viewMenu(shell) {
  const { store, symbol, t } = shell;
  const made = popup({
    label: t("toolbar.more"),
    name: t("toolbar.more"),
    className: "chip view-menu",
    content: [el("span", { class: "view-word" }, t("toolbar.more")), symbol("u-down", "symbol small"), symbol("u-layers")],
    build: (put) => shell.ask(({ viewSettings }) => put(viewSettings(shell))),
  });
  store.subscribe((state, previous) => {
    if (PARTS.some((part) => state[part] !== previous[part]) && !state.playing) made.refresh();
  });
  return made.root;
}
