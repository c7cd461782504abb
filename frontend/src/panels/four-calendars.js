// Draws one date in the four calendars, with what must be known about two of them.

import { el } from "../dom.js";

const ORDER = ["gregorian", "solar_hijri", "julian", "lunar_hijri"];

/** Return the table of a `when`, or null where nothing dates it. */
export function fourCalendars(when, { t, wording }) {
  const said = when?.calendars;
  if (!said) return null;
  const label = (calendar) => {
    const name = wording.calendar(calendar);
    if (calendar === "lunar_hijri") return t("panel.lunar", { name });
    return calendar === "solar_hijri" && said.back_converted ? t("panel.converted-back", { name }) : name;
  };
  const caution = (calendar) => {
    if (calendar === "lunar_hijri") return said.lunar_tolerance;
    return calendar === "solar_hijri" && said.back_converted ? said.back_converted_note : null;
  };
  return el("dl", { class: "four-calendars", "aria-label": t("panel.calendars") },
    ORDER.filter((calendar) => said[calendar]).map((calendar) => el("div", { title: caution(calendar) },
      el("dt", {}, label(calendar)),
      el("dd", { class: said[calendar].length > 32 ? "long" : null }, said[calendar]))));
}
