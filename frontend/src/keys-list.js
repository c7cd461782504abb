// Lists every key there is, with the switch that turns single-letter ones off.

import { el } from "./dom.js";
import { openDialog } from "./layout/dialog.js";

const LISTS = [
  ["keys.everywhere", [[["/"], "keys.slash"], [["?"], "keys.help"], [["key.escape"], "keys.escape"]]],
  ["keys.timeline", [
    [["←", "→"], "keys.arrows"],
    [["key.shift", "←", "→"], "keys.shift"],
    [["key.space"], "keys.space"],
    [["+", "−"], "keys.zoom"],
    [["key.home", "key.end"], "keys.ends"],
  ]],
  ["keys.lesson", [
    [["←", "→", "key.page-up", "key.page-down"], "keys.lesson-turn"],
    [["key.home", "key.end"], "keys.lesson-ends"],
  ]],
  ["keys.map", [[["←", "↑", "→", "↓"], "keys.pan"], [["+", "−"], "keys.zoom"]]],
];

/** Open the list; `single` says whether single-letter keys act, `turn(on)` changes it. */
export function openKeyList({ symbol, t }, { single, turn }) {
  const kbd = (key) => el("kbd", {}, key.startsWith("key") ? t(key) : key);
  openDialog({ title: t("keys.title"), close: t("close"), symbol, className: "keys-dialog" },
    LISTS.map(([heading, keys]) => el("section", {}, el("h3", {}, t(heading)),
      el("dl", {}, keys.map(([names, words]) => el("div", {}, el("dt", {}, names.map(kbd)), el("dd", {}, t(words))))))),
    el("label", { class: "choice" },
      el("input", { type: "checkbox", checked: single, on: { change: (event) => turn(event.target.checked) } }),
      el("span", { class: "choice-name" }, t("keys.single"))));
}
