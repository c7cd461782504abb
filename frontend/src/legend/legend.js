// Shows how to read the plate: every sign in use, drawn as the plate draws it.

import { el } from "../dom.js";
import { loadedSymbols } from "../map/symbol-sheet.js";
import { mapSigns } from "../map/legend-signs.js";
import { openDialog } from "../layout/dialog.js";
import { SIGNS, sideLine } from "./line-signs.js";
import { readInk } from "../map/ink.js";
import { tinted, tokenOf } from "../sides.js";

const TIME = [["day", "solid"], ["span", "span"], ["soft", "soft"], ["between", "between"], ["disputed", "disputed"], ["open", "open"], ["bracket", "bracket"], ["pill", "pill"], ["shelf", "shelf"], ["density", "density"]];
const DOUBT = [["attested", "attested"], ["inferred", "inferred"], ["uncertain", "uncertain"], ["ghost", "ghost"], ["planned", "planned"], ["ahead", "ahead"]];
const CLAIMS = ["accepted", "dissent", "proposal", "copy"];
const PLACES = ["capital", "city", "village", "port", "gate", "mosque", "legation", "area"];

const entry = (sign, words) => el("li", {}, el("span", { class: "legend-sign" }, sign), el("span", {}, words));
const group = (heading, className, entries) =>
  el("section", { class: className }, el("h3", {}, heading), el("ul", {}, entries));

/** Open the legend of the atlas: its own sides, the kinds of event it holds. */
export function openLegend({ config, data, symbol, t }) {
  const kinds = new Set(data.events.map((event) => event.kind));
  openDialog({ title: t("legend.title"), close: t("close"), symbol, className: "legend-dialog" },
    el("div", { class: "legend-groups" },
      group(t("legend.sides"), "legend-sides", data.atlas.sides.map((side) =>
        tinted(entry([sideLine(side), symbol(tokenOf(side), "symbol small")], side.label), side))),
      group(t("legend.time"), "", TIME.map(([sign, key]) => entry(SIGNS[sign](), t(`legend.${key}`)))),
      group(t("legend.certainty"), "", DOUBT.map(([sign, key]) => entry(SIGNS[sign](), t(`legend.${key}`)))),
      group(t("legend.telling"), "", ["meant", "second"].map((key) => entry(SIGNS[key](), t(`legend.${key}`)))),
      group(t("map.signs"), "", [
        ...mapSigns(readInk(document.body, data.atlas.sides), loadedSymbols()).map(([key, sign]) => entry(sign, t(`map.legend.${key}`))),
        ...["width", "flag"].map((key) => entry(SIGNS[key](), t(`legend.${key}`))),
      ]),
      group(t("legend.claims"), "legend-claims", CLAIMS.map((key) => entry(symbol(`c-${key}`), t(`legend.${key}`)))),
      group(t("legend.places"), "", PLACES.map((key) => entry(symbol(`p-${key}`), t(`place.${key}`)))),
      group(t("legend.kinds"), "legend-kinds", data.atlas.kinds.filter(({ id }) => kinds.has(id)).map(({ id, label }) => entry(symbol(`k-${id}`), label)))),
    el("p", { class: "summary" }, t("legend.approximate")),
    el("p", { class: "ways-out" }, el("a", { class: "button", href: config.urls.reading }, t("legend.more"))));
}
