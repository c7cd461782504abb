// Lists where the days, months, years and centuries of a calendar begin within a stretch.

/** Average lengths in days; a lunar year is shorter, which only makes its figures sparser. */
export const DAYS_IN = { day: 1, five: 5, ten: 10, month: 30.44, year: 365.25, decade: 3652.5, century: 36525, millennium: 365250 };

const YEARS_IN = { year: 1, decade: 10, century: 100, millennium: 1000 };

function starts(calendar, from, to, unit) {
  if (unit in YEARS_IN) return yearStarts(calendar, from, to, YEARS_IN[unit]);
  if (unit === "month") return monthStarts(calendar, from, to);
  return dayStarts(calendar, from, to, unit === "day" ? 1 : unit === "five" ? 5 : 10);
}

function yearStarts(calendar, from, to, step) {
  const [year] = calendar.fromDay(from);
  const found = [];
  for (let y = Math.floor(year / step) * step; ; y += step) {
    const first = y === 0 ? 1 : y;
    const day = calendar.toDay(first, 1, 1);
    if (day > to) return found;
    found.push({ day, year: first, month: 1, number: 1 });
  }
}

function monthStarts(calendar, from, to) {
  let [year, month] = calendar.fromDay(from);
  const found = [];
  for (;;) {
    const day = calendar.toDay(year, month, 1);
    if (day > to) return found;
    found.push({ day, year, month, number: 1 });
    month += 1;
    if (month > 12) {
      month = 1;
      year += 1;
    }
  }
}

function dayStarts(calendar, from, to, step) {
  const found = [];
  for (const { day: first, year, month } of monthStarts(calendar, from, to)) {
    // Figures 5, 10 … 25: a thirtieth would crowd the next month's first.
    const numbers = step === 1 ? 31 : 29;
    for (let number = step === 1 ? 2 : step; number <= numbers; number += step) {
      const day = first + number - 1;
      if (day > to) return found;
      if (step === 1 && calendar.fromDay(day)[1] !== month) break;
      if (day >= from) found.push({ day, year, month, number });
    }
  }
  return found;
}

/**
 * Return the units of the calendar that begin in [from, to], in order; the first of months and
 * longer units may have begun before. Days before the calendar's first year have none.
 */
export function unitStarts(calendar, from, to, unit) {
  const first = Math.floor(Math.max(from, calendar.firstDay ?? -Infinity));
  const last = Math.ceil(to);
  return last < first ? [] : starts(calendar, first, last, unit);
}
