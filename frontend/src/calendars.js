// The four calendars to and from integer Julian day numbers; the browser's Date plays no part.
//
// The same rules as chronology/calendars.py: Gregorian, Julian, the Solar Hijri year by its
// 33-year cycle, the Lunar Hijri calendar by its 30-year table.

import { dayOfGregorian, gregorianOfDay } from "./iso-days.js";

export const CALENDARS = ["gregorian", "julian", "solar_hijri", "lunar_hijri"];

const SOLAR_EPOCH = 1948320;
const LUNAR_EPOCH = 1948440;
const { floor } = Math;

/** The day of the week, Monday 0 to Sunday 6. */
export function weekday(day) {
  return ((day % 7) + 7) % 7;
}

/** Return [year, month, day] of a day number: fromDay("solar_hijri", 2418501) is [1288, 4, 22]. */
export function fromDay(calendar, day) {
  return reckoning(calendar).fromDay(day);
}

/** Return the day number of a date, or null for one its calendar does not have (32 Tir). */
export function toDay(calendar, year, month, day) {
  const { monthStart, fromDay: back } = reckoning(calendar);
  if (![year, month, day].every(Number.isInteger) || month < 1 || month > 12) return null;
  const number = monthStart(year, month) + day - 1;
  const [backYear, backMonth, backDay] = back(number);
  return backYear === year && backMonth === month && backDay === day ? number : null;
}

/** Return the first and last day number of a month. */
export function monthSpan(calendar, year, month) {
  const { monthStart } = reckoning(calendar);
  return [monthStart(year, month), (month === 12 ? monthStart(year + 1, 1) : monthStart(year, month + 1)) - 1];
}

/** Return the first and last day number of a year. */
export function yearSpan(calendar, year) {
  const { monthStart } = reckoning(calendar);
  return [monthStart(year, 1), monthStart(year + 1, 1) - 1];
}

/** Return how many days a month has. */
export function daysInMonth(calendar, year, month) {
  const [first, last] = monthSpan(calendar, year, month);
  return last - first + 1;
}

const RECKONINGS = {
  gregorian: {
    monthStart: (year, month) => dayOfGregorian(year, month, 1),
    fromDay: gregorianOfDay,
  },
  julian: {
    // Months counted from March, so that the leap day comes last.
    monthStart(year, month) {
      const shift = floor((14 - month) / 12);
      const years = year + 4800 - shift;
      return 1 + floor((153 * (month + 12 * shift - 3) + 2) / 5) + 365 * years + floor(years / 4) - 32083;
    },
    fromDay(day) {
      const shifted = 4 * (day + 32082) + 3;
      const years = floor(shifted / 1461);
      const ofYear = floor((shifted - 1461 * years) / 4);
      const months = floor((5 * ofYear + 2) / 153);
      const late = floor(months / 10);
      return [years - 4800 + late, months + 3 - 12 * late, ofYear - floor((153 * months + 2) / 5) + 1];
    },
  },
  solar_hijri: {
    monthStart(year, month) {
      const past = month <= 7 ? (month - 1) * 31 : (month - 1) * 30 + 6;
      return SOLAR_EPOCH + 365 * (year - 1) + floor((8 * year + 21) / 33) + past;
    },
    fromDay(day) {
      const { monthStart } = RECKONINGS.solar_hijri;
      let year = floor(((day - SOLAR_EPOCH) * 33) / 12053) + 1;
      if (monthStart(year + 1, 1) <= day) year += 1;
      const ofYear = day - monthStart(year, 1);
      const month = ofYear < 186 ? floor(ofYear / 31) + 1 : floor((ofYear - 6) / 30) + 1;
      return [year, month, day - monthStart(year, month) + 1];
    },
  },
  lunar_hijri: {
    monthStart: (year, month) =>
      LUNAR_EPOCH + 354 * (year - 1) + floor((11 * year + 3) / 30) + floor((59 * (month - 1) + 1) / 2),
    fromDay(day) {
      const { monthStart } = RECKONINGS.lunar_hijri;
      const year = floor((30 * (day - LUNAR_EPOCH) + 10646) / 10631);
      let month = Math.min(12, floor((2 * (day - monthStart(year, 1))) / 59) + 1);
      if (month < 12 && monthStart(year, month + 1) <= day) month += 1;
      else if (monthStart(year, month) > day) month -= 1;
      return [year, month, day - monthStart(year, month) + 1];
    },
  },
};

function reckoning(calendar) {
  if (!Object.hasOwn(RECKONINGS, calendar)) throw new RangeError(`no calendar “${calendar}”`);
  return RECKONINGS[calendar];
}
