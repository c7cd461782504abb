"""The words of dates: the only place that writes a day or a span for a reader."""

from collections.abc import Sequence
from functools import reduce
from typing import NamedTuple

from chronology.calendars import Calendar, days_in_month, from_day, month_span, year_span
from chronology.errors import InvalidDate
from chronology.julian_day import SOLAR_HIJRI_ADOPTED, weekday
from chronology.spans import Span
from chronology.wording import words

_DAY, _MONTH, _YEAR = "day", "month", "year"


class _Unit(NamedTuple):
    """A day, a whole month or a whole year of one calendar."""

    kind: str
    year: int
    month: int
    day: int


def vocabulary(language: str = "en") -> dict:
    """Return the names and patterns of a language as JSON-able data, for the front-end."""
    return words(language)


def localised_digits(text: str, language: str = "en") -> str:
    """Return the text with its digits in those of the language."""
    digits = words(language)["digits"]
    return text.translate({ord("0") + value: digit for value, digit in enumerate(digits)})


def format_day(
    day: int,
    calendar: Calendar = Calendar.GREGORIAN,
    language: str = "en",
    style: str = "long",
    *,
    with_weekday: bool = False,
) -> str:
    """Return a day in words: format_day(2418501) == "13 July 1909"."""
    text = format_span(Span.day(day), calendar, language, style)
    if not with_weekday:
        return text
    patterns = words(language)["patterns"]
    return patterns["with_weekday"].format(weekday=format_weekday(day, language), date=text)


def format_weekday(day: int, language: str = "en") -> str:
    """Return the name of the day of the week: format_weekday(2418501) == "Tuesday"."""
    return words(language)["weekdays"][weekday(day)]


def format_span(
    span: Span,
    calendar: Calendar = Calendar.GREGORIAN,
    language: str = "en",
    style: str = "long",
) -> str:
    """Return a span in words; style "short" takes short month names and dashes.

    Whole months and years of the calendar are said as such; in another calendar the same days
    are a stretch: July 1909 is "between 10 Tir and 9 Mordad 1288".
    Raises InvalidDate for days before the calendar's first year.
    """
    return _Phrase(Calendar(calendar), words(language), style == "short").span(span)


def format_either(
    spans: Sequence[Span],
    calendar: Calendar = Calendar.GREGORIAN,
    language: str = "en",
    style: str = "long",
) -> str:
    """Return the dates of which an ambiguous text means one: "2 July 1908 or 2 July 1870".

    At least one; raises InvalidDate as format_span does.
    """
    either = words(language)["patterns"]["either"]
    said = [format_span(span, calendar, language, style) for span in spans]
    return reduce(lambda one, other: either.format(one=one, other=other), said)


def four_calendars(span: Span, language: str = "en") -> dict:
    """Return a span in each calendar (None where the calendar has no such year), and two cautions.

    Keys: gregorian, julian, solar_hijri, lunar_hijri; lunar_tolerance (a sentence);
    back_converted (True where a Solar Hijri date is older than that calendar's adoption) and
    back_converted_note (a sentence, or "").
    """
    said: dict = {}
    for calendar in Calendar:
        try:
            said[calendar.value] = format_span(span, calendar, language)
        except InvalidDate:
            said[calendar.value] = None
    sentences = words(language)["sentences"]
    back_converted = span.latest is not None and span.latest < SOLAR_HIJRI_ADOPTED
    return said | {
        "lunar_tolerance": sentences["lunar_tolerance"],
        "back_converted": back_converted,
        "back_converted_note": sentences["back_converted"] if back_converted else "",
    }


class _Phrase:
    """Words one span in one calendar, language and style."""

    def __init__(self, calendar: Calendar, vocabulary: dict, short: bool):
        self.calendar = calendar
        self.words = vocabulary
        self.patterns = vocabulary["patterns"]
        self.short = short

    def span(self, span: Span) -> str:
        if span.is_instant:
            return self._instant(span.begin_earliest, span.begin_latest, alone=True)
        return self._lasting(span)

    def _instant(self, first: int | None, last: int | None, *, alone: bool = False) -> str:
        if first is None and last is None:
            return self.patterns["unknown"]
        if first is None:
            return self._say("before", self._starting(last + 1))
        if last is None:
            return self._say("after", self._ending(first - 1))
        unit = self._unit(first, last)
        if unit is None:
            return self._pair("between", *self._between(first, last))
        if unit.kind == _YEAR and alone and not self.short:
            return self._say("some_day_in", unit)
        return self._with_era(self._text(unit), [unit])

    def _lasting(self, span: Span) -> str:
        first, begun, ending, last = span.numbers
        if span.numbers == (None, None, None, None):
            return self.patterns["always"]
        if first == ending and begun == last:
            half_open = first is None or last is None
            return self._instant(first, last) if half_open else self._within(first, last)
        no_beginning = first is None and (begun is None or begun == last)
        no_end = last is None and (ending is None or ending == first)
        begin = None if no_beginning else self._unit(first, begun)
        end = None if no_end else self._unit(ending, last)
        if no_beginning and end:
            return self._say("until", end)
        if no_end and begin:
            return self._say("since" if ending is None else "since_end_unknown", begin)
        if begin and end:
            return self._pair("range", begin, end)
        said = {"begin": self._instant(first, begun), "end": self._instant(ending, last)}
        pattern = "ended" if no_beginning else "began" if no_end else "began_ended"
        return self.patterns[pattern].format(**said)

    def _within(self, first: int, last: int) -> str:
        unit = self._unit(first, last)
        if unit is None:
            return self._pair("between", *self._between(first, last))
        if unit.kind == _DAY:
            return self._with_era(self._text(unit), [unit])
        return self._say("within", unit)

    def _unit(self, first: int | None, last: int | None) -> _Unit | None:
        """The day, month or year of exactly these days."""
        if first is None or last is None:
            return None
        year, month, day_of_month = from_day(self.calendar, first)
        if first == last:
            return _Unit(_DAY, year, month, day_of_month)
        if day_of_month > 1:
            return None
        if last == month_span(self.calendar, year, month)[1]:
            return _Unit(_MONTH, year, month, 1)
        if month == 1 and last == year_span(self.calendar, year)[1]:
            return _Unit(_YEAR, year, month, 1)
        return None

    def _starting(self, day: int) -> _Unit:
        """The largest unit that begins on this day."""
        year, month, day_of_month = from_day(self.calendar, day)
        kind = _DAY if day_of_month > 1 else _MONTH if month > 1 else _YEAR
        return _Unit(kind, year, month, day_of_month)

    def _ending(self, day: int) -> _Unit:
        """The largest unit that ends on this day."""
        year, month, day_of_month = from_day(self.calendar, day)
        if day_of_month < days_in_month(self.calendar, year, month):
            return _Unit(_DAY, year, month, day_of_month)
        return _Unit(_MONTH if month < 12 else _YEAR, year, month, day_of_month)

    def _between(self, first: int, last: int) -> tuple[_Unit, _Unit]:
        """Both ends in the largest kind of unit that both of them keep whole."""
        begin, end = self._starting(first), self._ending(last)
        kinds = {begin.kind, end.kind}
        kind = _DAY if _DAY in kinds else _MONTH if _MONTH in kinds else _YEAR
        return begin._replace(kind=kind), end._replace(kind=kind)

    def _pair(self, pattern: str, begin: _Unit, end: _Unit) -> str:
        same_year = begin.year == end.year and _YEAR not in (begin.kind, end.kind)
        same_month = same_year and begin.kind == end.kind == _DAY and begin.month == end.month
        begin_text = self._text(begin, year=not same_year, month=not same_month)
        if pattern == "range" and self.short:
            pattern = "range_short" if " " in begin_text else "range_tight"
        text = self.patterns[pattern].format(begin=begin_text, end=self._text(end))
        return self._with_era(text, [begin, end])

    def _say(self, pattern: str, unit: _Unit) -> str:
        return self._with_era(self.patterns[pattern].format(date=self._text(unit)), [unit])

    def _text(self, unit: _Unit, *, year: bool = True, month: bool = True) -> str:
        names = "months_short" if self.short else "months_with_day" if unit.kind == _DAY else "months"
        if unit.kind == _YEAR:
            pattern = "year"
        elif unit.kind == _MONTH:
            pattern = "month" if year else "month_only"
        else:
            pattern = "day" if year else "day_month" if month else "day_only"
        text = self.patterns[pattern].format(
            day=unit.day, month=self.words[names][self.calendar][unit.month - 1], year=unit.year
        )
        return localised_digits(text, self.words["language"])

    def _with_era(self, text: str, units: list[_Unit]) -> str:
        """A Hijri month's name tells its calendar; a Julian date, or a bare year, needs the word."""
        era = self.words["eras"][self.calendar]
        told = self.calendar != Calendar.JULIAN and any(unit.kind != _YEAR for unit in units)
        if not era or told:
            return text
        return self.patterns["with_era"].format(date=text, era=era)
