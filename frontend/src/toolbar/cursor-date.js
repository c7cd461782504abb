// Shows the day under the cursor in the reader's calendar and in that of the second ruler.

import { el } from "../dom.js";

/** Return the two dates, kept in step with the store. */
export function dateOfCursor({ store, wording }) {
  const first = el("span", { class: "cursor-day" });
  const second = el("span", { class: "cursor-day-too" });
  const show = ({ cursor, ruler }) => {
    const words = `${wording.weekday(cursor)} ${wording.day(cursor)}`;
    if (first.textContent !== words) first.textContent = words;
    const other = wording.day(cursor, ruler);
    if (second.textContent !== other) second.textContent = other;
  };
  show(store.get());
  store.subscribe(show);
  return el("p", { class: "cursor-date" }, first, " ", second);
}
