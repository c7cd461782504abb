// Words a day or a stretch of days from chronology's vocabulary: the same sentences as formatting.py.

import { fromDay, monthSpan, weekday, yearSpan } from "./calendars.js";

const FINENESS = { day: 0, month: 1, year: 2 };

/** "Tuesday" of a day number. */
export function formatWeekday(day, vocabulary) {
  return vocabulary.weekdays[weekday(day)];
}

/** "13 July 1909" of a day number; options: calendar, style ("long", "short"), withWeekday. */
export function formatDay(day, vocabulary, { calendar = "gregorian", style = "long", withWeekday = false } = {}) {
  const date = formatSpan([day, day, day, day], "instant", vocabulary, { calendar, style });
  if (!withWeekday) return date;
  return fill(vocabulary.patterns.with_weekday, { weekday: formatWeekday(day, vocabulary), date });
}

/** The words of a when4 (four day numbers, null where open) and its shape, "instant" or "span". */
export function formatSpan(when4, shape, vocabulary, { calendar = "gregorian", style = "long" } = {}) {
  const phrase = createPhrase(vocabulary, calendar, style === "short");
  return shape === "span" ? phrase.lasting(when4) : phrase.instant(when4[0], when4[1], true);
}

function fill(pattern, parts) {
  return pattern.replace(/\{(\w+)\}/g, (whole, name) => parts[name] ?? whole);
}

function createPhrase(vocabulary, calendar, short) {
  const { patterns } = vocabulary;
  const digits = [...vocabulary.digits];

  function text({ kind, year, month, day }, { withYear = true, withMonth = true } = {}) {
    const names = short ? "months_short" : kind === "day" ? "months_with_day" : "months";
    const pattern = {
      year: "year",
      month: withYear ? "month" : "month_only",
      day: withYear ? "day" : withMonth ? "day_month" : "day_only",
    }[kind];
    const said = fill(patterns[pattern], { day, month: vocabulary[names][calendar][month - 1], year });
    return said.replace(/[0-9]/g, (digit) => digits[digit]);
  }

  /** A Hijri month's name tells its calendar; a Julian date, or a bare year, needs the word. */
  function withEra(said, units) {
    const era = vocabulary.eras[calendar];
    const told = calendar !== "julian" && units.some((unit) => unit.kind !== "year");
    return era && !told ? fill(patterns.with_era, { date: said, era }) : said;
  }

  const say = (pattern, unit) => withEra(fill(patterns[pattern], { date: text(unit) }), [unit]);

  function pair(pattern, begin, end) {
    const sameYear = begin.year === end.year && begin.kind !== "year" && end.kind !== "year";
    const sameMonth = sameYear && begin.kind === "day" && end.kind === "day" && begin.month === end.month;
    const first = text(begin, { withYear: !sameYear, withMonth: !sameMonth });
    const chosen = pattern !== "range" || !short ? pattern : first.includes(" ") ? "range_short" : "range_tight";
    return withEra(fill(patterns[chosen], { begin: first, end: text(end) }), [begin, end]);
  }

  /** The day, month or year of exactly these days, or null. */
  function unit(first, last) {
    if (first === null || last === null) return null;
    const [year, month, day] = fromDay(calendar, first);
    if (first === last) return { kind: "day", year, month, day };
    if (day > 1) return null;
    if (last === monthSpan(calendar, year, month)[1]) return { kind: "month", year, month, day: 1 };
    if (month === 1 && last === yearSpan(calendar, year)[1]) return { kind: "year", year, month, day: 1 };
    return null;
  }

  /** The largest unit that begins on this day. */
  function starting(day) {
    const [year, month, number] = fromDay(calendar, day);
    return { kind: number > 1 ? "day" : month > 1 ? "month" : "year", year, month, day: number };
  }

  /** The largest unit that ends on this day. */
  function ending(day) {
    const [year, month, number] = fromDay(calendar, day);
    const whole = day === monthSpan(calendar, year, month)[1];
    return { kind: !whole ? "day" : month < 12 ? "month" : "year", year, month, day: number };
  }

  /** Both ends in the largest kind of unit that both of them keep whole. */
  function between(first, last) {
    const begin = starting(first);
    const end = ending(last);
    const kind = FINENESS[begin.kind] < FINENESS[end.kind] ? begin.kind : end.kind;
    return pair("between", { ...begin, kind }, { ...end, kind });
  }

  function instant(first, last, alone = false) {
    if (first === null && last === null) return patterns.unknown;
    if (first === null) return say("before", starting(last + 1));
    if (last === null) return say("after", ending(first - 1));
    const whole = unit(first, last);
    if (whole === null) return between(first, last);
    if (whole.kind === "year" && alone && !short) return say("some_day_in", whole);
    return withEra(text(whole), [whole]);
  }

  function within(first, last) {
    const whole = unit(first, last);
    if (whole === null) return between(first, last);
    return whole.kind === "day" ? withEra(text(whole), [whole]) : say("within", whole);
  }

  function lasting([first, begun, ended, last]) {
    if (first === null && begun === null && ended === null && last === null) return patterns.always;
    if (first === ended && begun === last) {
      return first === null || last === null ? instant(first, last) : within(first, last);
    }
    const noBeginning = first === null && (begun === null || begun === last);
    const noEnd = last === null && (ended === null || ended === first);
    const begin = noBeginning ? null : unit(first, begun);
    const end = noEnd ? null : unit(ended, last);
    if (noBeginning && end) return say("until", end);
    if (noEnd && begin) return say(ended === null ? "since" : "since_end_unknown", begin);
    if (begin && end) return pair("range", begin, end);
    const pattern = noBeginning ? "ended" : noEnd ? "began" : "began_ended";
    return fill(patterns[pattern], {
      begin: noBeginning ? "" : instant(first, begun),
      end: noEnd ? "" : instant(ended, last),
    });
  }

  return { instant, lasting };
}
