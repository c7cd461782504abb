// Puts together the panel with nothing chosen: what the atlas is, how to begin, what lies around the day.

import { el, isolated } from "../dom.js";
import { eventsNear } from "../selectors.js";
import { cleared } from "../filter-state.js";
import { eventList } from "./event-list.js";

const AROUND = 7;

/** Return the panel of an atlas in which nothing is chosen. */
export function emptyPanel(shell) {
  const { config, data, store, t, wording } = shell;
  const state = store.get();
  const near = eventsNear(data, state, Math.floor(state.cursor), AROUND);
  return el("article", { class: "record-panel empty-panel" },
    el("h2", { class: "panel-title" }, data.atlas.title),
    data.atlas.title_fa && el("p", { class: "panel-title-fa" }, isolated(data.atlas.title_fa, "fa")),
    el("p", { class: "lead" }, t("empty.lead")),
    el("p", { class: "summary" }, data.atlas.note || `${t("empty.what")} ${t("empty.how")}`),
    el("p", { class: "ways-out" },
      el("button", { class: "button", type: "button", on: { click: shell.legend } }, t("empty.legend")),
      data.atlas.note && config.urls.desk
        ? el("a", { class: "button", href: config.urls.desk }, t("empty.desk"))
        : el("a", { class: "button", href: config.urls.chronology }, t("empty.chronology"))),
    data.atlas.note ? null : near.length
      ? eventList(t("empty.near", { date: wording.day(state.cursor) }), near, shell)
      : el("p", { class: "failure quiet" }, `${t("empty.nothing")} `,
          el("button", { class: "button", type: "button", on: { click: () => store.set({ filters: cleared(state.filters) }, { source: "panel" }) } }, t("shown.everywhere"))));
}
