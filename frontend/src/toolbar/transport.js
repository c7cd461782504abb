// Draws the buttons that play the campaign and step through it.

import { el, fill } from "../dom.js";
import { steppedDays, steppedEvent } from "../sync.js";
import { sign } from "./sign.js";

/** Return the group of five buttons. */
export function transport(shell) {
  const { data, store, symbol, t } = shell;
  const step = (patch) => store.set(patch(store.get()), { source: "toolbar" });
  const play = sign(shell, "u-play", t("play.play"), () => store.set({ playing: !store.get().playing }, { source: "toolbar" }), { class: "button play" });

  store.subscribe((state, previous) => {
    if (state.playing === previous.playing) return;
    const name = t(state.playing ? "play.pause" : "play.play");
    play.setAttribute("aria-label", name);
    play.title = name;
    fill(play, symbol(state.playing ? "u-pause" : "u-play"));
  });

  return el("div", { class: "button-row transport", role: "group", "aria-label": t("toolbar.transport") },
    sign(shell, "u-event-back", t("play.event-back"), () => step((state) => steppedEvent(data, state, -1)), { class: "button by-event" }),
    sign(shell, "u-day-back", t("play.day-back"), () => step((state) => steppedDays(state, -1))),
    play,
    sign(shell, "u-day-on", t("play.day-on"), () => step((state) => steppedDays(state, 1))),
    sign(shell, "u-event-on", t("play.event-on"), () => step((state) => steppedEvent(data, state, 1)), { class: "button by-event" }));
}
