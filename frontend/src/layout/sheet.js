// Lets the panel of a narrow screen slide up over map and timeline, and down again.

import { el } from "../dom.js";

const FLICK = 24;

/** Put a handle at the panel's head that raises and lowers it, by press, drag or keys. */
export function startSheet({ store, t }) {
  const panel = document.getElementById("panel");
  const handle = el("button", { class: "sheet-handle", type: "button", "aria-expanded": "false", "aria-controls": "panel" });
  panel.before(handle);

  function raise(up) {
    document.body.classList.toggle("sheet-up", up);
    handle.setAttribute("aria-expanded", String(up));
    handle.setAttribute("aria-label", t(up ? "sheet.less" : "sheet.open"));
  }

  let start = null;
  let flicked = false;
  handle.addEventListener("pointerdown", (event) => {
    start = event.clientY;
    handle.setPointerCapture(event.pointerId);
  });
  handle.addEventListener("pointerup", (event) => {
    const moved = event.clientY - (start ?? event.clientY);
    start = null;
    flicked = Math.abs(moved) > FLICK;
    if (flicked) raise(moved < 0);
  });
  handle.addEventListener("click", () => {
    // The browser sends a click after a flick as well.
    if (!flicked) raise(!document.body.classList.contains("sheet-up"));
    flicked = false;
  });
  document.addEventListener("keydown", (event) => event.key === "Escape" && raise(false));
  store.subscribe((state, previous) => {
    if (!state.selection && previous.selection) raise(false);
  });
  raise(false);
}
