"""A date as a source states it: the text, its calendar and what it bounds."""

from dataclasses import dataclass

from chronology.precision import Precision
from chronology.spans import Span

# Beside the four of calendars.Calendar, what a printed date's calendar may be.
MIXED = "mixed"  # two at once: "5 May 1288 AH" has a month of one calendar and a year of another
UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class UncertainDate:
    """A printed date and its meaning; the text is never lost.

    text: exactly as printed; calendar: a Calendar, MIXED or UNKNOWN; span: the days it bounds;
    edtf: the same in proleptic Gregorian EDTF; supplied: parts the text leaves to its context
    ("year"); approximate: it says circa; note: a sentence for the reader, or "".
    """

    text: str
    calendar: str
    precision: Precision
    span: Span
    edtf: str
    supplied: tuple[str, ...] = ()
    approximate: bool = False
    note: str = ""
