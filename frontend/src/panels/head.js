// Draws the head of a panel: sign, what it is and where, the buttons, the title.

import { el, isolated } from "../dom.js";
import { addressOf } from "../config.js";
import { tinted } from "../sides.js";

/** Return a square button with a sign and a name. */
export function signButton(shell, sign, name, click, extra = {}) {
  const { disabled, ...rest } = extra;
  return el("button",
    { class: "button bare", type: "button", "aria-label": name, title: name, disabled, on: { click }, ...rest },
    shell.symbol(sign),
  );
}

/** Copy a text and say so; where the browser refuses, say how to do it by hand. */
export async function copyText(shell, text, done) {
  try {
    await navigator.clipboard.writeText(text);
    shell.notes.say(shell.t(done));
  } catch {
    shell.notes.say(shell.t("panel.copy-by-hand"));
  }
}

/**
 * Return the head: `sign` a symbol with `side` its colour, `line` what it is and where,
 * `before` more buttons, `title` and `titleFa`, and a link to the record's own page.
 */
export function panelHead(shell, selection, { sign = null, side = null, line, before = [], title, titleFa = "" }) {
  const { config, data, store, symbol, t } = shell;
  return el("header", { class: "panel-head" },
    el("div", { class: "panel-line" },
      sign && tinted(el("span", { class: "panel-sign" }, symbol(sign)), data.index.side.get(side)),
      el("p", { class: "panel-what" }, line),
      el("div", { class: "panel-buttons" },
        before,
        signButton(shell, "u-share", t("panel.link"), () => copyText(shell, shell.link(), "panel.linked")),
        signButton(shell, "u-close", t("panel.close"), () => store.set({ selection: null }, { source: "panel" })),
      ),
    ),
    el("h2", { class: "panel-title" },
      el("a", { href: addressOf(config, selection, { page: true }), title: t("panel.page") }, isolated(title))),
    titleFa && el("p", { class: "panel-title-fa" }, isolated(titleFa, "fa")),
  );
}

/** Return a block of a panel with a heading of its own. */
export function block(heading, ...content) {
  return el("section", { class: "panel-block" }, heading && el("h3", {}, heading), content);
}

/** Return a button that chooses a record; where only its page is known, a link to it. */
export function recordLink(shell, kind, slug, name) {
  const selection = { kind, slug };
  const choose = (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    shell.choose(selection);
  };
  return el("a", { class: "record", href: addressOf(shell.config, selection, { page: true }), on: { click: choose } }, isolated(name));
}
