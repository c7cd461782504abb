"""The sentence of arithmetic behind a reading, in the words of a language."""

import json
from functools import cache
from importlib.resources import files

from chronology.calendars import Calendar
from chronology.edtf_units import unit_text
from chronology.formatting import format_span, localised_digits
from chronology.parsing import Candidate
from chronology.readings.facts import Clause, InCalendar, MonthName
from chronology.spans import Span
from chronology.wording import words

LANGUAGES = ("en", "fa")


def told(clauses: tuple[Clause, ...], language: str = "en") -> str:
    """Return the clauses as one text; a language without sentences gets English."""
    base = language.partition("-")[0].lower()
    base = base if base in LANGUAGES else "en"
    patterns = sentences(base)
    said = []
    for code, facts in clauses:
        pattern = patterns[code]
        said.append(pattern.format(**{name: _word(value, base) for name, value in facts.items()}))
    return " ".join(said)


@cache
def sentences(language: str) -> dict[str, str]:
    """Return the patterns of a language by code."""
    text = files("chronology.wording").joinpath(f"readings_{language}.json").read_text(encoding="utf-8")
    return json.loads(text)


def _word(value: object, language: str) -> str:
    if isinstance(value, InCalendar):
        return _days(value, language)
    if isinstance(value, MonthName):
        return words(language)["months"][value.calendar][value.number - 1]
    if isinstance(value, Candidate):
        return value.why_in(language)
    return localised_digits(str(value), language)


def _days(value: InCalendar, language: str) -> str:
    span, calendar = value
    whole = span.earliest is None or span.latest is None or span.is_exact or not span.is_instant
    whole = whole or calendar is not Calendar.GREGORIAN or unit_text(span.earliest, span.latest) is not None
    # A month of one calendar, said in another, runs from a day to a day.
    return format_span(span if whole else Span.lasting(span.earliest, span.latest), calendar, language)
