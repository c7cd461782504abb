"""How a date looks in JSON."""

from typing import TypedDict

from chronology.iso import to_iso
from timeline.chronicle.values import When


class CalendarsBody(TypedDict):
    """One date in words of four calendars; null where a calendar has no such year."""

    gregorian: str | None
    julian: str | None
    solar_hijri: str | None
    lunar_hijri: str | None
    lunar_tolerance: str
    back_converted: bool
    back_converted_note: str


class WhenBody(TypedDict):
    """A date: four Julian day numbers, its outer days as ISO text, and its words."""

    shape: str
    edtf: str
    begin_earliest: int | None
    begin_latest: int | None
    end_earliest: int | None
    end_latest: int | None
    earliest: str | None
    latest: str | None
    precision: str
    display: str
    as_printed: str
    calendar: str
    calendars: CalendarsBody | None
    rule: str


def when_body(when: When, language: str) -> WhenBody:
    """The body of a date; the day numbers are null where nothing dates it."""
    span = when.span
    first, begun, ending, last = span.numbers if span else (None, None, None, None)
    return {
        "shape": when.shape,
        "edtf": when.edtf,
        "begin_earliest": first,
        "begin_latest": begun,
        "end_earliest": ending,
        "end_latest": last,
        "earliest": None if first is None else to_iso(first),
        "latest": None if last is None else to_iso(last),
        "precision": when.precision,
        "display": when.display(language),
        "as_printed": when.as_printed,
        "calendar": when.calendar,
        "calendars": when.calendars(language),
        "rule": when.rule,
    }
