// Words days and stretches of days for toolbar, panel and sentences.

import { formatDay, formatSpan, fromDay, toDay, weekday } from "./days.js";
import { createNames } from "./timeline/names.js";

const GREGORIAN = "gregorian";

/**
 * Return what puts days into words: `day`, `weekday`, `printedDay` and `stretch`.
 *
 * All take Julian day numbers; `calendar` is gregorian, julian, solar_hijri or lunar_hijri.
 */
export function createWording(vocabulary) {
  const names = createNames(vocabulary);
  const filled = (pattern, parts) =>
    vocabulary.patterns[pattern].replace(/\{(\w+)\}/g, (whole, name) => parts[name] ?? whole);
  const month = (calendar, number) => vocabulary.months_with_day[calendar][number - 1];

  /** "13 July", or "13 July 1909" where the year is not the one known from the context. */
  function shortDay(day, knownYear = null) {
    const [year, monthNumber, number] = fromDay(GREGORIAN, day);
    if (year !== knownYear) return names.day(GREGORIAN, day);
    return names.figures(filled("day_month", { day: number, month: month(GREGORIAN, monthNumber) }));
  }

  /** "May to July 1909", "13 to 16 July 1909", "1905 to 1912": whole units where the ends are whole. */
  function stretch(first, last) {
    const [y1, m1, d1] = fromDay(GREGORIAN, first);
    const [y2, m2, d2] = fromDay(GREGORIAN, last);
    if (first === last) return names.day(GREGORIAN, first);
    const range = (begin, end) => filled("range", { begin, end });
    // A wide window's ragged days say nothing to a reader; its months or years do.
    const days = last - first;
    if (days > 1200 || (d1 === 1 && m1 === 1 && m2 === 12 && d2 === 31)) {
      return y1 === y2 ? names.year(y1) : range(names.year(y1), names.year(y2));
    }
    const endsMonth = fromDay(GREGORIAN, last + 1)[2] === 1;
    if (days > 75 || (d1 === 1 && endsMonth)) {
      if (y1 === y2 && m1 === m2) return names.month(GREGORIAN, y1, m1);
      const begin = y1 === y2 ? vocabulary.months[GREGORIAN][m1 - 1] : names.month(GREGORIAN, y1, m1);
      return range(begin, names.month(GREGORIAN, y2, m2));
    }
    if (y1 === y2 && m1 === m2) return range(names.figures(String(d1)), names.day(GREGORIAN, last));
    return range(shortDay(first, y2), names.day(GREGORIAN, last));
  }

  return {
    figures: names.figures,
    day: (day, calendar = GREGORIAN) => formatDay(Math.floor(day), vocabulary, { calendar }),
    weekday: (day) => vocabulary.weekdays[weekday(Math.floor(day))],
    year: (day) => fromDay(GREGORIAN, Math.floor(day))[0],
    dayOfMonth: (day) => names.figures(String(fromDay(GREGORIAN, day)[2])),
    monthOf: (day) => names.month(GREGORIAN, ...fromDay(GREGORIAN, day).slice(0, 2)),
    monthShort: (day) => vocabulary.months_short[GREGORIAN][fromDay(GREGORIAN, day)[1] - 1],
    monthStart: (day) => {
      const [year, number] = fromDay(GREGORIAN, day);
      return toDay(GREGORIAN, year, number, 1);
    },
    calendar: (calendar) => vocabulary.calendars[calendar],
    shortDay,
    span: (when4, shape) => formatSpan(when4, shape, vocabulary),
    stretch,
  };
}
