"""The single dates of EDTF (day, month, season, year, decade, century) as stretches of days.

Seasons are whole months: spring March to May, summer June to August, autumn September to
November, winter December to the end of February of the next year.
"""

import re

from chronology.calendars import Calendar, days_in_month, from_day, month_span, year_span
from chronology.errors import EdtfError, InvalidDate
from chronology.iso import from_iso, to_iso
from chronology.precision import Precision

_UNIT = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX|XXXX)(?:-(?P<month>\d{2}|XX)(?:-(?P<day>\d{2}|XX))?)?(?P<qualifier>[?~%]?)",
    re.ASCII,
)
_GREGORIAN = Calendar.GREGORIAN
HINT = "1909-07-13, 1909-07, 1909, 1909~, 190X, 1908/1911-11-23 or [1909-05-05,1871-05-05]"

Days = tuple[int | None, int | None]


class Unit:
    """One single date: its days, precision and qualifier ("", "?", "~" or "%")."""

    __slots__ = ("days", "precision", "qualifier")

    def __init__(self, days: Days, precision: Precision, qualifier: str):
        self.days = days
        self.precision = precision
        self.qualifier = qualifier
        if qualifier in ("~", "%"):
            self.days = widened(days, precision)


def read_unit(text: str, position: int = 0) -> Unit:
    """Read one single date; a circa date is widened by its own width on either side."""
    match = _UNIT.fullmatch(text)
    if match is None:
        raise EdtfError(f"“{text}” is not a date of EDTF level 0 or 1.", position=position, hint=HINT, value=text)
    try:
        days, precision = _days(match["year"], match["month"], match["day"])
        return Unit(days, precision, match["qualifier"])
    except InvalidDate as error:
        raise EdtfError(error.message, code=error.code, position=position, field=error.field, value=text) from error


def widened(days: Days, precision: Precision) -> Days:
    """Return the days with one more unit of the same kind before and after: circa 1907 is 1906 to 1908."""
    first, last = days
    if first is None or last is None:
        return days
    if precision is Precision.MONTH:
        return _month_of(first - 1)[0], _month_of(last + 1)[1]
    if precision is Precision.SEASON:
        return _months_away(first, -3), _months_away(last + 1, 3) - 1
    years = {Precision.YEAR: 1, Precision.DECADE: 10, Precision.CENTURY: 100}.get(precision)
    if years is not None:
        return _months_away(first, -12 * years), _months_away(last + 1, 12 * years) - 1
    width = last - first + 1
    return first - width, last + width


def unit_text(first: int, last: int, *, open_start: bool = False, open_end: bool = False) -> str | None:
    """Return the narrowest single date of exactly these days, or None where there is none.

    open_start, open_end: the unit may reach further on that side.
    """
    if first == last:
        return to_iso(first)
    anchor = first if not open_start else last
    year, month, _ = from_day(_GREGORIAN, anchor)
    tried = [(f"{year:04}-{month:02}", month_span(_GREGORIAN, year, month))]
    if month in (3, 6, 9, 12) and not open_start:
        text = f"{year:04}-{20 + month // 3}"
        tried.append((text, _season(year, month // 3)))
    tried.append((f"{year:04}", year_span(_GREGORIAN, year)))
    tried.append((f"{year // 10:03}X", _years(year // 10 * 10, 10)))
    tried.append((f"{year // 100:02}XX", _years(year // 100 * 100, 100)))
    for text, (unit_first, unit_last) in tried:
        starts = unit_first == first or (open_start and unit_first <= first)
        ends = unit_last == last or (open_end and unit_last >= last)
        if starts and ends:
            return text
    return None


def _days(year: str, month: str | None, day: str | None) -> tuple[Days, Precision]:
    if year == "XXXX":
        return (None, None), Precision.UNKNOWN
    if year.endswith("XX"):
        return _years(int(year[:2]) * 100, 100), Precision.CENTURY
    if year.endswith("X"):
        return _years(int(year[:3]) * 10, 10), Precision.DECADE
    number = int(year)
    if month in (None, "XX"):
        return year_span(_GREGORIAN, number), Precision.YEAR
    if month in ("21", "22", "23", "24") and day is None:
        year_span(_GREGORIAN, number)
        return _season(number, int(month) - 20), Precision.SEASON
    if day in (None, "XX"):
        return month_span(_GREGORIAN, number, int(month)), Precision.MONTH
    exact = from_iso(f"{year}-{month}-{day}")
    return (exact, exact), Precision.DAY


def _season(year: int, number: int) -> tuple[int, int]:
    first = month_span(_GREGORIAN, year, number * 3)[0]
    return first, _months_away(first, 3) - 1


def _years(first: int, count: int) -> tuple[int, int]:
    return year_span(_GREGORIAN, max(first, 1))[0], year_span(_GREGORIAN, first + count - 1)[1]


def _month_of(day: int) -> tuple[int, int]:
    year, month, _ = from_day(_GREGORIAN, day)
    return month_span(_GREGORIAN, year, month)


def _months_away(day: int, months: int) -> int:
    year, month, day_of_month = from_day(_GREGORIAN, day)
    index = year * 12 + month - 1 + months
    year, month = index // 12, index % 12 + 1
    first = month_span(_GREGORIAN, year, month)[0]
    return first + min(day_of_month, days_in_month(_GREGORIAN, year, month)) - 1
