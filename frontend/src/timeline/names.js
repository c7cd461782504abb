// Words days, months and counts for the rulers, in the language and digits of the page.
import { formatSpan, fromDay } from "../days.js";

const filled = (pattern, parts) => pattern.replace(/\{(\w+)\}/g, (whole, name) => parts[name] ?? whole);

/** Return the namer of a vocabulary (chronology's words of one language). */
export function createNames(vocabulary) {
  const digits = [...vocabulary.digits];
  const figures = (value) => String(value).replace(/\d/g, (digit) => digits[digit]);
  const say = (pattern, parts) => figures(filled(vocabulary.patterns[pattern], parts));

  return {
    figures,
    calendar: (calendar) => vocabulary.calendars[calendar],
    year: (year) => figures(year),
    monthAlone: (calendar, month) => vocabulary.months_short[calendar][month - 1],
    month: (calendar, year, month) => say("month", { month: vocabulary.months[calendar][month - 1], year }),
    /** The words of a when4 (four day numbers) and its shape. */
    span: (when4, shape) => formatSpan(when4, shape, vocabulary),
    /** A day in full: "Sunday 11 July 1909". */
    day(calendar, day, { weekday = false } = {}) {
      const [year, month, number] = fromDay(calendar, day);
      const date = say("day", { day: number, month: vocabulary.months_with_day[calendar][month - 1], year });
      if (!weekday) return date;
      return filled(vocabulary.patterns.with_weekday, { weekday: vocabulary.weekdays[((day % 7) + 7) % 7], date });
    },
  };
}
