// Acts on the keys of the whole page, and lists every key there is.

import { el } from "./dom.js";
import { openDialog } from "./layout/dialog.js";

const KEPT = "marchlines-single-keys";

const LISTS = [
  ["keys.everywhere", [[["/"], "keys.slash"], [["?"], "keys.help"], [["key.escape"], "keys.escape"]]],
  ["keys.timeline", [
    [["←", "→"], "keys.arrows"],
    [["key.shift", "←", "→"], "keys.shift"],
    [["key.space"], "keys.space"],
    [["+", "−"], "keys.zoom"],
    [["key.home", "key.end"], "keys.ends"],
  ]],
  ["keys.map", [[["←", "↑", "→", "↓"], "keys.pan"], [["+", "−"], "keys.zoom"]]],
];

function keptOff() {
  try {
    return window.localStorage.getItem(KEPT) === "off";
  } catch {
    return false;
  }
}

function keep(on) {
  try {
    window.localStorage.setItem(KEPT, on ? "on" : "off");
  } catch {
    // Storage switched off: the choice lasts as long as the page.
  }
}

/** Whether a key pressed there is text being written. */
export function isWriting(element) {
  return Boolean(element?.closest?.("input, textarea, select, [contenteditable]"));
}

/** Listen for the page's own keys; return {show}, which opens the list of keys. */
export function startKeys({ store, symbol, t }) {
  let single = !keptOff();
  const kbd = (key) => el("kbd", {}, key.startsWith("key") ? t(key) : key);

  function show() {
    const turn = (event) => {
      single = event.target.checked;
      keep(single);
    };
    openDialog({ title: t("keys.title"), close: t("close"), symbol, className: "keys-dialog" },
      LISTS.map(([heading, keys]) => el("section", {}, el("h3", {}, t(heading)),
        el("dl", {}, keys.map(([names, words]) => el("div", {}, el("dt", {}, names.map(kbd)), el("dd", {}, t(words))))))),
      el("label", { class: "choice" }, el("input", { type: "checkbox", checked: single, on: { change: turn } }),
        el("span", { class: "choice-name" }, t("keys.single"))));
  }

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && !isWriting(event.target) && !document.querySelector("dialog[open]")) {
      store.set({ selection: null }, { source: "keys" });
      return;
    }
    if (!single || isWriting(event.target)) return;
    if (event.key === "/") {
      event.preventDefault();
      document.getElementById("search").focus();
    } else if (event.key === "?") {
      event.preventDefault();
      show();
    }
  });
  return { show };
}

