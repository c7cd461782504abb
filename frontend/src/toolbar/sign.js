// Makes the square buttons of the toolbar.

import { el } from "../dom.js";

/** Return a button with a symbol and a name that is read and shown on hover. */
export function sign({ symbol }, id, name, click, extra = {}) {
  return el("button", { class: "button", type: "button", "aria-label": name, title: name, on: { click }, ...extra }, symbol(id));
}
