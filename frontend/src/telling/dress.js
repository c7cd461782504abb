// Keeps beside the sentence of what is shown a button that leads back to all sources, and on a phone,
// which has no room for the sentence, a line over the map.

import { el, fill } from "../dom.js";
import { retell } from "./choice.js";

const back = (shell) =>
  el("button", { class: "button all-sources", type: "button", on: { click: () => retell(shell, { according_to: null, compare: null }) } }, shell.t("telling.back"));

let button = null;
let line = null;

/** Show the way back while one source tells the atlas or stands beside it; the toolbar may come later. */
export function dressed(shell) {
  const { data } = shell;
  const host = document.querySelector(".shown");
  shell.dressed = () => dressed(shell);
  if (!host) return;
  const telling = Boolean(data.told || data.second);
  if (!button) {
    button = back(shell);
    host.append(" ", button);
    line = el("p", { class: "telling-over-map" });
    document.getElementById("map-pane").append(line);
  }
  button.hidden = !telling;
  line.hidden = !telling;
  fill(line, el("span", {}, data.said.join(", ")), back(shell));
}
