"""The departures one slip allows from a literal reading: which days were meant, and the arithmetic.

Every departure is reckoned by chronology.calendars; a day its calendar does not have (31 Mehr) is
not proposed.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from chronology.calendars import Calendar, from_day, month_span, to_day
from chronology.errors import InvalidDate
from chronology.julian_day import FIRST_DAY, LAST_DAY
from chronology.readings.bases import Base
from chronology.readings.facts import Clause, InCalendar, MonthName
from chronology.readings.slips import LUNAR_ALIKE, LUNAR_TWINS, OLD_STYLE_YEARS, Slip
from chronology.spans import Span

GREGORIAN, JULIAN, SOLAR, LUNAR = Calendar


@dataclass(frozen=True, slots=True)
class Departure:
    """The days first to last, meant in a calendar; share: of the slip's prior, 0 to 1; clauses: why."""

    slip: Slip
    first: int
    last: int
    calendar: Calendar
    clauses: tuple[Clause, ...]
    share: float = 1.0


def solar_month(base: Base) -> Iterator[Departure]:
    """A Solar Hijri month rendered by a Gregorian one that overlaps it, the day number kept."""
    if base.calendar is not GREGORIAN:
        return
    first, last = month_span(GREGORIAN, base.year, base.month)
    months: dict[tuple[int, int], int] = {}
    for day in range(first, last + 1):
        try:
            year, month, _ = from_day(SOLAR, day)
        except InvalidDate:
            return
        months[year, month] = months.get((year, month), 0) + 1
    for (year, month), shared in months.items():
        days = _days(SOLAR, year, month, base.day)
        if days is not None:
            clauses = _month_clauses(base, "solar_month", days, SOLAR, month)
            yield Departure(Slip.SOLAR_MONTH, *days, SOLAR, clauses, shared / (last - first + 1))


def other_style(base: Base) -> Iterator[Departure]:
    """Old Style without its label, New Style with it, or a date converted a second time."""
    if base.calendar not in (GREGORIAN, JULIAN) or base.year not in OLD_STYLE_YEARS:
        return
    printed = _days(base.calendar, base.year, base.month, base.day)
    if base.calendar is JULIAN:
        days = _days(GREGORIAN, base.year, base.month, base.day)
        if days is not None:
            yield Departure(Slip.NEW_AS_OLD, *days, GREGORIAN, (("new_as_old", {"days": _said(days)}),))
        return
    days = _days(JULIAN, base.year, base.month, base.day)
    if days is not None:
        facts = {"meant": _said(days, JULIAN), "days": _said(days), "behind": days[0] - printed[0]}
        yield Departure(Slip.OLD_AS_NEW, *days, JULIAN, (("old_as_new", facts),))
    if base.day is not None:
        # The writer took the true day for Old Style: the day whose Julian reading is the one printed.
        true = to_day(GREGORIAN, *from_day(JULIAN, printed[0]))
        facts = {"days": _said((true, true)), "behind": printed[0] - true}
        yield Departure(Slip.CONVERTED_TWICE, true, true, GREGORIAN, (("converted_twice", facts),))


def lunar_month(base: Base) -> Iterator[Departure]:
    """A lunar month taken for one that sounds like it, in the text or before it was converted."""
    if base.calendar is LUNAR:
        for slip, alike in ((Slip.LUNAR_TWIN, LUNAR_TWINS), (Slip.LUNAR_ALIKE, LUNAR_ALIKE)):
            days = _days(LUNAR, base.year, alike[base.month], base.day) if base.month in alike else None
            if days is not None:
                clauses = _month_clauses(base, "lunar_month", days, LUNAR, alike[base.month])
                yield Departure(slip, *days, LUNAR, clauses)
    elif base.day is not None and base.calendar is not SOLAR:
        printed = to_day(base.calendar, base.year, base.month, base.day)
        try:
            year, month, day = from_day(LUNAR, printed)
        except InvalidDate:
            return
        days = _days(LUNAR, year, LUNAR_TWINS[month], day) if month in LUNAR_TWINS else None
        if days is not None:
            facts = {
                "printed_days": _said((printed, printed)),
                "printed_lunar": _said((printed, printed), LUNAR),
                "meant": _said(days, LUNAR),
                "days": _said(days),
            }
            yield Departure(Slip.LUNAR_TWIN_CONVERTED, *days, LUNAR, (("lunar_converted", facts),))


def day_off(base: Base) -> Iterator[Departure]:
    """A day earlier or later than printed."""
    if base.day is not None:
        day = to_day(base.calendar, base.year, base.month, base.day)
        yield from a_day_off(day, day, base.calendar)


def a_day_off(first: int, last: int, calendar: Calendar) -> Iterator[Departure]:
    """The day before and the day after: of the table in a lunar date, else of the count."""
    slip = Slip.MOON_SEEN if calendar is LUNAR else Slip.DAY_OFF
    for step in (-1, 1):
        days = first + step, last + step
        if not FIRST_DAY <= days[0] <= days[1] <= LAST_DAY:
            continue
        code = f"{slip.value}.{'earlier' if step < 0 else 'later'}"
        clause = (code, {"from_days": _said((first, last)), "days": _said(days)})
        yield Departure(slip, *days, calendar, (clause,), 0.5)


def month_slipped(base: Base) -> Iterator[Departure]:
    """The month before or after, with the day number kept."""
    for step in (-1, 1):
        index = base.year * 12 + base.month - 1 + step
        year, month = index // 12, index % 12 + 1
        days = _days(base.calendar, year, month, base.day)
        if days is not None:
            clauses = _month_clauses(base, "month_slipped", days, base.calendar, month)
            yield Departure(Slip.MONTH_SLIPPED, *days, base.calendar, clauses, 0.5)


def swapped(base: Base) -> Iterator[Departure]:
    """In figures, the day and the month changed places; a text that allows both is read both ways already."""
    if not base.figures or base.day is None or base.day > 12 or base.day == base.month:
        return
    if any(code.startswith("numeric.") for code, _ in base.candidate.reasons):
        return
    days = _days(base.calendar, base.year, base.day, base.month)
    if days is not None:
        yield Departure(Slip.SWAPPED, *days, base.calendar, (("swapped", {"days": _said(days)}),))


ALL = (solar_month, other_style, lunar_month, day_off, month_slipped, swapped)


def _days(calendar: Calendar, year: int, month: int, day: int | None) -> tuple[int, int] | None:
    """The first and last day of a date or a whole month, or None where the calendar lacks it."""
    try:
        if day is None:
            return month_span(calendar, year, month)
        number = to_day(calendar, year, month, day)
    except InvalidDate:
        return None
    return number, number


def _said(days: tuple[int, int], calendar: Calendar = GREGORIAN) -> InCalendar:
    return InCalendar(Span.instant(*days), calendar)


def _month_clauses(base: Base, code: str, days: tuple[int, int], calendar: Calendar, month: int) -> tuple[Clause, ...]:
    facts = {
        "meant": _said(days, calendar),
        "days": _said(days),
        "month": MonthName(calendar, month),
        "printed_month": MonthName(base.calendar, base.month),
    }
    return ((f"{code}.{'month' if base.day is None else 'day'}", facts),)
