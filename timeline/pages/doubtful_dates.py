"""Sets out dates that no calendar settles, for a reader who has met none before."""

from dataclasses import dataclass

from chronology.calendars import Calendar, from_day, to_day
from chronology.formatting import format_day
from timeline.filter_words import figures
from timeline.pages.claim_words import language
from timeline.pages.claimed_days import Mark
from timeline.pages.dispute_axis import Axis, axis
from timeline.pages.dispute_statements import Statements


@dataclass(frozen=True, slots=True)
class DoubtfulYear:
    """A year that two calendars count from the same event: the Gregorian years in which it begins by each."""

    printed: str
    lunar: str
    solar: str
    apart: str


@dataclass(frozen=True, slots=True)
class Trial:
    """A printed date read in another calendar, and the day that gives."""

    read: str
    day: str


@dataclass(frozen=True, slots=True)
class Undecided:
    """Two days for one event, drawn, with what was tried."""

    one: str
    other: str
    axis: Axis
    trials: tuple[Trial, ...] = ()


def doubtful_year(year: int = 1287) -> DoubtfulYear:
    """1287 AH."""
    lunar, solar = (
        from_day(Calendar.GREGORIAN, to_day(calendar, year, 1, 1))[0]
        for calendar in (Calendar.LUNAR_HIJRI, Calendar.SOLAR_HIJRI)
    )
    return DoubtfulYear(figures(year), figures(lunar), figures(solar), figures(solar - lunar))


def a_day_apart() -> Undecided:
    """15 and 16 July 1909, of which each may be the other, a day miscounted."""
    return _undecided((1909, 7, 15), (1909, 7, 16), "a-day-apart")


def nine_days_apart() -> Undecided:
    """20 and 29 April 1909: as far apart as a month taken for another, and yet no calendar turns one into the other."""
    trials = (
        (Calendar.SOLAR_HIJRI, (1288, 1, 29)),
        (Calendar.SOLAR_HIJRI, (1288, 2, 29)),
        (Calendar.JULIAN, (1909, 4, 29)),
    )
    return _undecided((1909, 4, 20), (1909, 4, 29), "nine-days-apart", trials)


def _undecided(one: tuple[int, int, int], other: tuple[int, int, int], name: str, trials=()) -> Undecided:
    days = [to_day(Calendar.GREGORIAN, *date) for date in (one, other)]
    marks = [Mark(day, day, candidate=False) for day in days]
    drawn = axis([("", marks)], days[0], Statements(()), name)
    return Undecided(
        _words(days[0], Calendar.GREGORIAN),
        _words(days[1], Calendar.GREGORIAN),
        drawn,
        tuple(
            Trial(_words(to_day(calendar, *date), calendar), _words(to_day(calendar, *date), Calendar.GREGORIAN))
            for calendar, date in trials
        ),
    )


def _words(day: int, calendar: Calendar) -> str:
    return format_day(day, calendar, language())
