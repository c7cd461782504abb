// Lists events with their date and sign, each leading to its panel.

import { el, isolated } from "../dom.js";
import { eventDay } from "../selectors.js";
import { addressOf } from "../config.js";
import { block } from "./head.js";
import { tinted } from "../sides.js";

const MOST = 40;

/** Return events in the order of their days, the undated by their place in the story. */
export function inOrder(events) {
  const day = (event) => eventDay(event) ?? Infinity;
  return [...events].sort((one, other) => day(one) - day(other) || one.order - other.order);
}

// What has no date of its own lies between its neighbours in the story.
function between({ bracket }, { wording }) {
  const [from, to] = bracket ?? [null, null];
  return from === null && to === null ? "" : wording.span([from, to, from, to], "instant");
}

function line(event, shell) {
  const { config, symbol } = shell;
  const selection = { kind: "event", slug: event.id };
  const click = (pressed) => {
    if (pressed.metaKey || pressed.ctrlKey || pressed.shiftKey) return;
    pressed.preventDefault();
    shell.choose(selection);
  };
  return el("li", {}, el("a", {
    class: "event-line",
    href: addressOf(config, selection, { page: true }),
    on: {
      click,
      mouseenter: () => shell.store.set({ hover: selection }, { source: "panel" }),
      mouseleave: () => shell.store.set({ hover: null }, { source: "panel" }),
    },
  },
  tinted(el("span", { class: "event-sign" }, symbol(`k-${event.kind}`)), shell.data.index.side.get(event.sides[0])),
  el("span", { class: "event-title" }, isolated(event.title)),
  el("span", { class: "event-day" }, event.display || between(event, shell) || shell.t("movement.undated"))));
}

/** Return a list of events under a heading, at most forty and then how many more. */
export function eventList(heading, events, shell) {
  if (!events.length) return null;
  return block(heading,
    el("ul", { class: "event-list" }, events.slice(0, MOST).map((event) => line(event, shell))),
    events.length > MOST && el("p", { class: "more" }, shell.t("panel.more-events", { count: events.length - MOST })));
}
