"""Reads a date as an editor types it: every day it may be, or a distance from another date, or what is wrong."""

import re
from dataclasses import dataclass

from chronology.calendars import Calendar
from chronology.dates import MIXED
from chronology.errors import ChronologyError, DateParseError, RelativeDateError
from chronology.offset_parsing import parse_relative
from chronology.offsets import Offset
from chronology.parsing import Candidate, parse_candidates

READABLE = (*Calendar, MIXED)
_DIRECTIONS = re.compile(r"[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """What printed words come to: candidates, likeliest first, else an offset, else the problem."""

    text: str
    candidates: tuple[Candidate, ...] = ()
    offset: Offset | None = None
    problem: DateParseError | None = None

    @property
    def only(self) -> Candidate | None:
        """The reading, where there is but one."""
        return self.candidates[0] if len(self.candidates) == 1 else None

    @property
    def is_ambiguous(self) -> bool:
        return len(self.candidates) > 1

    @property
    def marked(self) -> tuple[str, str, str] | None:
        """The text before, at and after the place where reading ended; None where the problem has no place."""
        if self.problem is None or self.problem.code in _OF_THE_WHOLE or not self.text:
            return None
        at = min(self.problem.position, len(self.text) - 1)
        word = re.match(r"\S+|\s+", self.text[at:])
        end = at + (len(word[0]) if word else 1)
        return self.text[:at], self.text[at:end], self.text[end:]


# Nothing in the words is wrong: something beside them is missing, or does not go with them.
_OF_THE_WHOLE = ("year_missing", "calendar_mismatch", "relative_date", "too_long")


def read_printed_date(text: str, calendar: str = "", year: int | None = None) -> PrintedDate:
    """Return what the words mean in a calendar ("" or "unknown": in any); never raises.

    year: of the context, for words that leave it unsaid, counted in that calendar.

    >>> read_printed_date("22 Tir 1288").only.date.edtf
    '1909-07-13'
    """
    if not text.strip():
        return PrintedDate(text)
    wanted = calendar if calendar in READABLE else None
    # Marks of direction come along when Persian is copied. A space in the place of each keeps positions true.
    read = _DIRECTIONS.sub(" ", text)
    try:
        return PrintedDate(text, _distinct(parse_candidates(read, wanted, year=year)))
    except ChronologyError as error:
        return PrintedDate(text, offset=_offset(read), problem=_placed(error))


def _placed(error: ChronologyError) -> DateParseError:
    if isinstance(error, DateParseError):
        return error
    return DateParseError(error.message, code=error.code, field=error.field, value=error.value)


def _distinct(candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """The candidates, one for each value: the same days reached in two ways are no choice."""
    first: dict[str, Candidate] = {}
    for candidate in candidates:
        first.setdefault(candidate.date.edtf, candidate)
    return tuple(first.values())


def _offset(text: str) -> Offset | None:
    try:
        return parse_relative(text)
    except RelativeDateError:
        return None
