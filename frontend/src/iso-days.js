// Reads and writes ISO days (proleptic Gregorian) as Julian day numbers.

const ISO = /^([+-]?\d{4,6})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Return the Julian day number of a Gregorian day, or null where there is no such day. */
export function dayOfGregorian(year, month, day) {
  // Fliegel and Van Flandern 1968, with floors in place of their truncation towards zero.
  const shift = Math.floor((14 - month) / 12);
  const years = year + 4800 - shift;
  const months = month + 12 * shift - 3;
  const number =
    day + Math.floor((153 * months + 2) / 5) + 365 * years +
    Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400) - 32045;
  const [backYear, backMonth, backDay] = gregorianOfDay(number);
  return backYear === year && backMonth === month && backDay === day ? number : null;
}

/** Return [year, month, day] of a Julian day number (Richards 2013). */
export function gregorianOfDay(number) {
  const f = number + 1401 + Math.floor((Math.floor((4 * number + 274277) / 146097) * 3) / 4) - 38;
  const e = 4 * f + 3;
  const g = Math.floor((((e % 1461) + 1461) % 1461) / 4);
  const h = 5 * g + 2;
  const day = Math.floor((((h % 153) + 153) % 153) / 5) + 1;
  const month = ((Math.floor(h / 153) + 2) % 12) + 1;
  return [Math.floor(e / 1461) - 4716 + Math.floor((14 - month) / 12), month, day];
}

/** Return the day an ISO day, month or year names ("first" or "last" of a wider one), or null. */
export function dayOfIso(text, edge = "first") {
  const match = ISO.exec(text.trim());
  if (!match) return null;
  const year = Number(match[1]);
  const last = edge === "last";
  if (!match[2]) return dayOfGregorian(year, last ? 12 : 1, last ? 31 : 1);
  const month = Number(match[2]);
  if (month < 1 || month > 12) return null;
  if (match[3]) return dayOfGregorian(year, month, Number(match[3]));
  if (!last) return dayOfGregorian(year, month, 1);
  return dayOfGregorian(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, 1) - 1;
}

/** Return a Julian day number as an ISO day. */
export function isoOfDay(number) {
  const [year, month, day] = gregorianOfDay(number);
  const digits = String(Math.abs(year)).padStart(4, "0");
  return `${year < 0 ? "-" : ""}${digits}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
