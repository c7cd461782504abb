"""Days as ISO 8601 text, proleptic Gregorian, and back."""

import re

from chronology.calendars import Calendar, from_day, to_day
from chronology.errors import DateParseError

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)


def to_iso(day: int) -> str:
    """Return a day as text: to_iso(2418501) == "1909-07-13"."""
    year, month, day_of_month = from_day(Calendar.GREGORIAN, day)
    return f"{year:04}-{month:02}-{day_of_month:02}"


def from_iso(text: str) -> int:
    """Return the day number of YYYY-MM-DD; raise DateParseError or InvalidDate."""
    match = _DAY.fullmatch(text)
    if match is None:
        raise DateParseError(f"“{text}” is not a day written as year-month-day.", hint="1909-07-13", value=text)
    return to_day(Calendar.GREGORIAN, *map(int, match.groups()))
