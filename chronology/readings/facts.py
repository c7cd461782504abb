"""What a sentence about a reading is made of, before it is put into the words of a language."""

from typing import NamedTuple

from chronology.calendars import Calendar
from chronology.spans import Span

# A code of wording/readings_<language>.json with the values its sentence takes.
Clause = tuple[str, dict]


class InCalendar(NamedTuple):
    """Days to be written in a calendar."""

    span: Span
    calendar: Calendar = Calendar.GREGORIAN


class MonthName(NamedTuple):
    """A month to be named."""

    calendar: Calendar
    number: int
