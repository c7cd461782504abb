// Opens a dialog over the page; closing gives the focus back to where it was.

import { el } from "../dom.js";

/** Show `content` in a modal dialog with a title and a button that closes it; return the dialog. */
export function openDialog({ title, close, symbol, className }, ...content) {
  const before = document.activeElement;
  const heading = el("h2", { id: "dialog-title" }, title);
  const button = el("button", { class: "button bare", type: "button", "aria-label": close, title: close, on: { click: () => dialog.close() } }, symbol("u-close"));
  const dialog = el("dialog", { class: className, "aria-labelledby": "dialog-title" },
    el("header", { class: "dialog-head" }, heading, button), el("div", { class: "dialog-body" }, content));
  dialog.addEventListener("close", () => {
    dialog.remove();
    before?.focus?.();
  });
  // A press on the ground beside the dialog reaches the dialog itself, not what stands in it.
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}
