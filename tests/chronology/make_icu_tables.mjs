// Writes what ICU says of the calendars, through Node's Intl: run `node tests/chronology/make_icu_tables.mjs`.
//
// icu_months.json: [year, month, day number of its first day] of every month begun from 1850 to 1950.
// ../vectors/calendars.json: sample days in all four calendars (Julian by Meeus, chapter 7: ICU's is not in Intl).

import { writeFileSync } from "node:fs";

const EPOCH = 2440588; // 1 January 1970
const MILLISECONDS = 86_400_000;

function reader(calendar) {
  const format = new Intl.DateTimeFormat(`en-u-ca-${calendar}-nu-latn`, {
    year: "numeric", month: "numeric", day: "numeric", era: "short", timeZone: "UTC",
  });
  return (day) => {
    const parts = Object.fromEntries(
      format.formatToParts(new Date((day - EPOCH) * MILLISECONDS)).map(({ type, value }) => [type, value]),
    );
    return [Number(parts.year ?? parts.relatedYear), Number(parts.month), Number(parts.day)];
  };
}

const gregorian = reader("gregory");
const solar = reader("persian");
const lunar = reader("islamic-civil");

function julian(day) {
  const b = day + 1524;
  const c = Math.floor((b - 122.1) / 365.25);
  const d = Math.floor(365.25 * c);
  const e = Math.floor((b - d) / 30.6001);
  const month = e < 14 ? e - 1 : e - 13;
  return [month > 2 ? c - 4716 : c - 4715, month, b - d - Math.floor(30.6001 * e)];
}

const FIRST = 2396759; // 1 January 1850
const LAST = 2433647; // 31 December 1950
const months = { gregorian: [], solar_hijri: [], lunar_hijri: [] };
const samples = [];
for (let day = FIRST; day <= LAST; day += 1) {
  for (const [name, read] of [["gregorian", gregorian], ["solar_hijri", solar], ["lunar_hijri", lunar]]) {
    const [year, month, number] = read(day);
    if (number === 1) months[name].push([year, month, day]);
  }
  if (day % 211 === 0 || (day >= 2418480 && day <= 2418520)) samples.push(day);
}
// Beyond 1850-1950 to both sides, within the years for which ICU follows the 33-year cycle.
for (let day = 2341973; day <= 2488000; day += 1009) samples.push(day);
samples.sort((a, b) => a - b);

const rows = (list) => `[\n${list.map((row) => JSON.stringify(row)).join(",\n")}\n]`;
const vectors = samples.map((day) => ({
  day,
  weekday: (new Date((day - EPOCH) * MILLISECONDS).getUTCDay() + 6) % 7,
  gregorian: gregorian(day), julian: julian(day), solar_hijri: solar(day), lunar_hijri: lunar(day),
}));
const refused = [
  ["gregorian", 1909, 2, 29], ["gregorian", 1900, 2, 29], ["gregorian", 1909, 13, 1], ["gregorian", 1909, 0, 1],
  ["gregorian", 1909, 7, 0], ["gregorian", 1909, 4, 31], ["julian", 1909, 2, 29], ["julian", 1909, 6, 31],
  ["solar_hijri", 1288, 4, 32], ["solar_hijri", 1288, 7, 31], ["solar_hijri", 1287, 12, 30],
  ["lunar_hijri", 1327, 6, 30], ["lunar_hijri", 1327, 1, 31], ["lunar_hijri", 1328, 12, 30],
];
const here = (name) => new URL(name, import.meta.url);
writeFileSync(here("icu_months.json"), `{"icu": ${JSON.stringify(process.versions.icu)},\n${
  Object.entries(months).map(([name, list]) => `"${name}": ${rows(list)}`).join(",\n")}}\n`);
writeFileSync(here("../vectors/calendars.json"), `{"days": ${rows(vectors)},\n"refused": ${rows(refused)}}\n`);
