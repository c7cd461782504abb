// Lists the other spellings of a name, each in its own direction.

import { el } from "../dom.js";
import { block } from "./head.js";

/** Return the block of variants [{text, language}] that differ from the name itself, or null. */
export function variants(body, { t }) {
  const seen = new Set([body.name, persian(body)]);
  const others = (body.variants ?? []).filter(({ text }) => !seen.has(text) && seen.add(text));
  return others.length
    ? block(t("panel.variants"), el("p", { class: "variants" }, others.map(({ text, language }, at) => [at > 0 && ", ", el("bdi", { lang: language }, text)])))
    : null;
}

/** Return the name in Persian script, or "". */
export const persian = (body) => body.names?.fa ?? "";
