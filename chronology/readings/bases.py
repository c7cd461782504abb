"""The literal readings of a printed date, taken apart into what a slip can act on."""

from collections.abc import Collection
from dataclasses import dataclass

from chronology.calendars import Calendar, from_day
from chronology.expressions import read_expressions
from chronology.parsing import Candidate, parse_candidates
from chronology.precision import Precision
from chronology.readings.slips import HABIT_ODDS, Method, rank_shares

# Readings of the parser that already suppose a slip, by the code of its reason.
_SUPPOSED = {"ah_solar": Method.SOLAR_YEAR, "weekday_old_style": Method.OLD_STYLE}


@dataclass(frozen=True, slots=True)
class Base:
    """One literal reading.

    candidate: the parser's; method: PLAIN, or the slip the parser supposed; weight: its share
    among the readings of the text; calendar: the one its month was counted in; year, month, day:
    in that calendar (day None for a whole month). calendar is None where the text is not one day
    or month of one calendar, so that no slip of a month or a day is proposed.
    figures: the text is a year, month and day in figures.
    """

    candidate: Candidate
    method: Method
    weight: float
    calendar: Calendar | None = None
    year: int = 0
    month: int = 0
    day: int | None = None
    figures: bool = False


def bases_of(
    printed: str,
    calendar: str | None = None,
    year: int | None = None,
    year_calendar: str | None = None,
    habits: Collection[str] = (),
) -> tuple[Base, ...]:
    """Return the literal readings, in the parser's order; raise DateParseError for what is no date."""
    candidates = parse_candidates(printed, calendar, year=year, year_calendar=year_calendar)
    methods = [_supposed(each) for each in candidates]
    if Method.PLAIN not in methods:
        # The lunar year of "1 May 1250 AH" has no 1 May: where nothing else can be read, nothing is supposed.
        methods = [Method.PLAIN] * len(candidates)
    shares = [
        share * (HABIT_ODDS if method in habits else 1)
        for share, method in zip(rank_shares(len(candidates)), methods, strict=True)
    ]
    single = [each for each in read_expressions(printed, year) if each.kind == "one" and not each.circa]
    days = {each.dates[0].day for each in single}
    figures = any(date.month and date.month.calendar is None and date.day for each in single for date in each.dates)
    made = []
    for candidate, method, share in zip(candidates, methods, shares, strict=True):
        weight = share / sum(shares)
        own = _own_calendar(candidate)
        if own is None or not single or candidate.date.precision not in (Precision.DAY, Precision.MONTH):
            made.append(Base(candidate, method, weight))
            continue
        of_year, month, day = from_day(own, candidate.date.span.earliest)
        whole = candidate.date.precision is Precision.MONTH
        if not whole and day not in days:
            # A thirtieth that the table does not have: its day number is not the one printed.
            made.append(Base(candidate, method, weight))
            continue
        made.append(Base(candidate, method, weight, own, of_year, month, None if whole else day, figures))
    return tuple(made)


def _supposed(candidate: Candidate) -> Method:
    return next((_SUPPOSED[code] for code, _ in candidate.reasons if code in _SUPPOSED), Method.PLAIN)


def _own_calendar(candidate: Candidate) -> Calendar | None:
    """The calendar of the month; None where two dates were printed as one."""
    for code, facts in candidate.reasons:
        if code in ("mixed", "mixed_common"):
            return Calendar(facts["month_calendar"])
    try:
        return Calendar(candidate.calendar)
    except ValueError:
        return None
