// Says in a panel what the one source that tells the atlas says of its record.

import { el } from "../dom.js";
import { recordOf } from "../atlas-data.js";

/** Return the line of an event or movement, or null while all sources tell the atlas. */
export function tellingLine(selection, { data, t }) {
  if (!data.told) return null;
  const source = data.index.source.get(data.told).short;
  const record = recordOf(data, selection);
  if (!record) return el("p", { class: "telling-line" }, t("telling.unmentioned", { source }));
  const date = record.display || t("timeline.undated");
  return el("p", { class: "telling-line" }, t("telling.line", { source, date }));
}
