// The four calendars and the words of dates, against the vectors that Python runs too.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import {
  CALENDARS, dayOfIso, daysInMonth, formatDay, formatSpan, formatWeekday, fromDay, isoOfDay, monthSpan, toDay,
  weekday, yearSpan,
} from "../src/days.js";

const read = (path) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), "utf8"));
const calendars = read("tests/vectors/calendars.json");
const dateWords = read("tests/vectors/date_words.json");
const vocabularies = Object.fromEntries(
  ["en", "fa", "ru"].map((language) => [language, read(`chronology/wording/${language}.json`)]),
);

for (const calendar of CALENDARS) {
  test(`${calendar} names every day of the vectors, and finds it again`, () => {
    assert.ok(calendars.days.length > 300);
    for (const vector of calendars.days) {
      assert.deepEqual(fromDay(calendar, vector.day), vector[calendar], `day ${vector.day}`);
      assert.equal(toDay(calendar, ...vector[calendar]), vector.day);
    }
  });

  test(`${calendar} goes there and back over every day of 1850 to 1950`, () => {
    for (let day = 2396759; day <= 2433647; day += 1) {
      assert.equal(toDay(calendar, ...fromDay(calendar, day)), day);
    }
  });

  test(`the months of a ${calendar} year follow each other without a gap`, () => {
    for (const year of [1288, 1327, 1900, 1908, 1909]) {
      let next = yearSpan(calendar, year)[0];
      for (let month = 1; month <= 12; month += 1) {
        const [first, last] = monthSpan(calendar, year, month);
        assert.equal(first, next);
        assert.equal(daysInMonth(calendar, year, month), last - first + 1);
        next = last + 1;
      }
      assert.equal(next, yearSpan(calendar, year)[1] + 1);
    }
  });
}

test("a date that its calendar does not have is null", () => {
  for (const [calendar, ...date] of calendars.refused) assert.equal(toDay(calendar, ...date), null, `${calendar} ${date}`);
});

test("an unknown calendar is refused by name", () => {
  assert.throws(() => fromDay("mayan", 2418501), /no calendar “mayan”/);
});

test("weekdays are those of the vectors", () => {
  for (const vector of calendars.days) assert.equal(weekday(vector.day), vector.weekday);
});

test("an ISO day goes there and back", () => {
  assert.equal(dayOfIso("1909-07-13"), 2418501);
  assert.equal(isoOfDay(2418501), "1909-07-13");
  assert.equal(dayOfIso("1909-02-30"), null);
});

test("every stretch of the vectors is worded as in Python", () => {
  assert.ok(dateWords.length > 100);
  for (const { edtf, when4, shape, calendar, language, style, words } of dateWords) {
    assert.equal(formatSpan(when4, shape, vocabularies[language], { calendar, style }), words, `${edtf} ${calendar}`);
  }
});

test("a day is worded with its weekday when asked", () => {
  assert.equal(formatWeekday(2418501, vocabularies.en), "Tuesday");
  assert.equal(formatDay(2418501, vocabularies.en, { withWeekday: true }), "Tuesday, 13 July 1909");
  assert.equal(formatDay(2418501, vocabularies.fa, { calendar: "solar_hijri" }), "۲۲ تیر ۱۲۸۸");
});
