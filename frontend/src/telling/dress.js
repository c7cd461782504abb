// Keeps beside the sentence of what is shown a button that leads back to all sources.

import { el } from "../dom.js";
import { retell } from "./choice.js";

let button = null;

/** Show the way back while one source tells the atlas or stands beside it; the toolbar may come later. */
export function dressed(shell) {
  const { data, t } = shell;
  const host = document.querySelector(".shown");
  shell.dressed = () => dressed(shell);
  if (!host) return;
  button ??= el("button", { class: "button all-sources", type: "button", on: { click: () => retell(shell, { according_to: null, compare: null }) } }, t("telling.back"));
  if (!host.contains(button)) host.append(" ", button);
  button.hidden = !data.told && !data.second;
}
