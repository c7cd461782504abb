"""Writes days into the date columns of the one sheet, as narrowly as years, months and days can say them."""

from dataclasses import dataclass

from chronology.calendars import Calendar, from_day, month_span, year_span
from chronology.spans import Span

_GREGORIAN = Calendar.GREGORIAN


@dataclass(frozen=True, slots=True)
class DateColumns:
    """cells: by column, the empty ones left out; is_exact: whether they say just these days."""

    cells: dict[str, str]
    is_exact: bool


def date_columns(span: Span) -> DateColumns | None:
    """Return the columns of a span; None where no day of it is known.

    Days that lie apart are the month or the year that holds them all, or the years between which they lie:
    never a single one of them.
    """
    first, begun, ending, last = span.numbers
    if span.is_instant:
        return _instant(first, last)
    begin, end = _held(first, begun), _held(ending, last)
    if begin is None and end is None:
        return None
    if begin is None or end is None:
        unit, _exact = begin or end
        return DateColumns(_named("", unit), False)
    # An edge that no year holds is as far out as it can lie.
    begins, ends = begin[0] or _year_of(first), end[0] or _year_of(last)
    return DateColumns(_named("", begins) | _named("End ", ends), begin[1] and end[1])


def _instant(first: int | None, last: int | None) -> DateColumns | None:
    held = _held(first, last)
    if held is None:
        return None
    unit, is_exact = held
    if unit:
        return DateColumns(_named("", unit), is_exact)
    return DateColumns(_named("", _year_of(first)) | _named("End ", _year_of(last)), False)


def _held(first: int | None, last: int | None) -> tuple[tuple[int, ...], bool] | None:
    """The unit (year, month, day) that holds these days, () where no year does; whether it is just these days."""
    if first is None and last is None:
        return None
    if first is None or last is None:
        return _year_of(last if first is None else first), False
    year, month, day = from_day(_GREGORIAN, first)
    if first == last:
        return (year, month, day), True
    months = month_span(_GREGORIAN, year, month)
    if last <= months[1]:
        return (year, month), (first, last) == months
    years = year_span(_GREGORIAN, year)
    if last <= years[1]:
        return (year,), (first, last) == years
    return (), False


def _year_of(day: int) -> tuple[int]:
    return (from_day(_GREGORIAN, day)[0],)


def _named(which: str, unit: tuple[int, ...]) -> dict[str, str]:
    return {f"{which}{name}": str(value) for name, value in zip(("Year", "Month", "Day"), unit, strict=False)}
