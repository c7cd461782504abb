// Draws what the view menu holds: lanes, ruler, speed, switches and the rarer filters.

import { el } from "../dom.js";
import { FACETS } from "../facets.js";
import { IN_THE_BAR } from "./filter-menus.js";
import { SPEEDS } from "../play.js";
import { changed } from "../filter-state.js";
import { choicesOf } from "./choices.js";
import { tellingChoices } from "../telling/choice.js";

function oneOf(shell, { key, label, options, value, choose }) {
  const pick = (event) => choose(event.target.value);
  return el("label", { class: "setting" }, el("span", {}, label),
    el("select", { data: { key }, on: { change: pick } },
      options.map(([option, words]) => el("option", { value: option, selected: String(option) === String(value) }, words))));
}

function tick({ key, label, value, choose }) {
  return el("label", { class: "choice" },
    el("input", { type: "checkbox", checked: value, data: { key }, on: { change: (event) => choose(event.target.checked) } }),
    el("span", { class: "choice-name" }, label));
}

function settings(shell) {
  const { data, store, t, wording } = shell;
  const state = store.get();
  const set = (patch) => store.set(patch, { source: "view" });
  const rulers = ["solar_hijri", "lunar_hijri", "julian"].filter(
    (ruler) => !data.atlas.rulers?.length || data.atlas.rulers.includes(ruler) || ruler === state.ruler);
  return [
    oneOf(shell, {
      key: "lanes", label: t("lanes.label"), value: state.lanes,
      options: ["theatre", "side", "force"].map((lanes) => [lanes, t(`lanes.${lanes}`)]),
      choose: (lanes) => set({ lanes }),
    }),
    oneOf(shell, {
      key: "ruler", label: t("ruler.label"), value: state.ruler,
      options: rulers.map((ruler) => [ruler, wording.calendar(ruler)]),
      choose: (ruler) => set({ ruler }),
    }),
    oneOf(shell, {
      key: "speed", label: t("play.speed"), value: state.speed,
      options: SPEEDS.map(({ key, days }) => [days, t(key)]),
      choose: (speed) => set({ speed: Number(speed) }),
    }),
    oneOf(shell, {
      key: "theme", label: t("theme.label"), value: document.documentElement.dataset.theme ?? "auto",
      options: ["auto", "light", "dark", "contrast"].map((theme) => [theme, t(`theme.${theme}`)]),
      choose: shell.ground,
    }),
    tick({
      key: "certainty", label: t("filter.possibly"), value: state.filters.certainty === "possibly",
      choose: (on) => set({ filters: changed(state.filters, "certainty", on ? "possibly" : "certainly") }),
    }),
    tick({ key: "spheres", label: t("spheres.label"), value: state.spheres, choose: (spheres) => set({ spheres }) }),
  ];
}

/** Return the content of the menu. */
export function viewSettings(shell) {
  const { t } = shell;
  const rare = FACETS.filter((name) => !IN_THE_BAR.includes(name));
  return [
    el("div", { class: "settings" }, tellingChoices(shell), settings(shell)),
    el("div", { class: "bar-filters" }, IN_THE_BAR.map((name) => choicesOf(name, shell))),
    rare.map((name) => choicesOf(name, shell)),
    el("p", { class: "ways-out" },
      el("button", { class: "button", type: "button", data: { key: "legend" }, on: { click: shell.legend } }, t("toolbar.legend")),
      el("button", { class: "button", type: "button", data: { key: "keys" }, on: { click: shell.keys.show } }, t("toolbar.keys"))),
  ];
}
