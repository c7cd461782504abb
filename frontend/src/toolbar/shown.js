// Says what is being shown, with one button to show everything again.

import { el } from "../dom.js";
import { cleared, isFiltering } from "../filter-state.js";
import { filterSentence } from "../filter-sentence.js";

/** Return the sentence and its button, kept in step with the store. */
export function shownSentence({ data, store, t, wording }) {
  const sentence = el("span", { class: "shown-words" });
  const clear = el("button", {
    class: "button",
    type: "button",
    on: { click: () => store.set({ filters: cleared(store.get().filters) }, { source: "toolbar" }) },
  }, t("filter.clear"));
  const words = { t, figures: wording.figures, stretch: wording.stretch };

  function show(state, previous = null) {
    const same = previous && state.filters === previous.filters
      && Math.floor(state.window.from) === Math.floor(previous.window.from)
      && Math.floor(state.window.to) === Math.floor(previous.window.to);
    if (same) return;
    sentence.textContent = filterSentence(data, state, words);
    sentence.title = sentence.textContent;
    clear.hidden = !isFiltering(state.filters);
  }
  show(store.get());
  store.subscribe(show);
  return el("p", { class: "shown", role: "status" }, sentence, " ", clear);
}
