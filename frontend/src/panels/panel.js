// Runs the detail panel: fetches what is chosen and keeps the old view until it is there.

import { addressOf } from "../config.js";
import { el, fill } from "../dom.js";
import { sentenceOf } from "../failure.js";
import { recordOf, titleOf } from "../atlas-data.js";
import { emptyPanel } from "./empty.js";

/** Return the panel of a record that could not be read: what went wrong and two ways out. */
function failurePanel(failure, selection, { t, data, store }, retry) {
  const title = titleOf(recordOf(data, selection));
  return el("div", { class: "failure", role: "alert" },
    title && el("h2", { class: "panel-title" }, title),
    el("p", {}, sentenceOf(t, failure)),
    el("p", { class: "ways-out" },
      el("button", { class: "button", type: "button", on: { click: retry } }, t("error.retry")),
      el("button", { class: "button", type: "button", on: { click: () => store.set({ selection: null }, { source: "panel" }) } }, t("error.back")),
    ),
  );
}

/** Keep `host` showing the selection of the shell's store. */
export function createPanel(host, shell) {
  const { api, config, records, store } = shell;
  let asked = null;

  function put(...content) {
    const held = host.contains(document.activeElement);
    fill(host, ...content);
    host.removeAttribute("aria-busy");
    host.scrollTop = 0;
    // What had the focus is gone; the panel itself takes it, so that the next Tab goes on from here.
    if (held && !host.contains(document.activeElement)) host.focus({ preventScroll: true });
  }

  async function show(selection) {
    asked?.abort();
    asked = new AbortController();
    const { signal } = asked;
    host.dataset.kind = selection?.kind ?? "none";
    // Entries of the history and bookmarks are told apart by it.
    document.title = [titleOf(recordOf(shell.data, selection)), shell.config.title, "Marchlines"].filter(Boolean).join(" · ");
    if (!selection) {
      put(emptyPanel(shell));
      return;
    }
    host.setAttribute("aria-busy", "true");
    try {
      const [body, { PANELS }] = await Promise.all([api.get(addressOf(config, selection), { signal }), records()]);
      if (!signal.aborted) put(PANELS[selection.kind](body, selection, shell));
    } catch (failure) {
      if (failure.name === "AbortError" || signal.aborted) return;
      if (!failure.key) reportError(failure);
      put(failurePanel(failure, selection, shell, () => show(selection)));
    }
  }

  let shownDay = null;
  store.subscribe((state, previous) => {
    const retold = state.filters.according_to !== previous.filters.according_to;
    if (state.selection !== previous.selection || (state.selection && retold)) show(state.selection);
    else if (!state.selection && !state.playing) {
      // With nothing chosen the panel lists what lies around the cursor.
      const key = `${Math.floor(state.cursor)} ${JSON.stringify(state.filters)}`;
      if (key !== shownDay) put(emptyPanel(shell));
      shownDay = key;
    }
  });
  show(store.get().selection);
}
