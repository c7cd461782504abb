// Draws the buttons that widen and narrow the window of time.

import { el } from "../dom.js";
import { wholeWindow, zoomed } from "../sync.js";
import { sign } from "./sign.js";

const STEP = 2;

/** Return the group of three buttons. */
export function zoomButtons(shell) {
  const { data, store, t } = shell;
  const zoom = (factor) => {
    const { window, cursor } = store.get();
    const inside = cursor >= window.from && cursor <= window.to;
    store.set({ window: zoomed(window, factor, inside ? cursor : (window.from + window.to) / 2) }, { source: "toolbar" });
  };
  return el("div", { class: "button-row zoom", role: "group", "aria-label": t("toolbar.view") },
    sign(shell, "u-minus", t("toolbar.zoom-out"), () => zoom(1 / STEP)),
    sign(shell, "u-plus", t("toolbar.zoom-in"), () => zoom(STEP)),
    sign(shell, "u-whole", t("toolbar.whole"), () => store.set({ window: wholeWindow(data) }, { source: "toolbar" })));
}
