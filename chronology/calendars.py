"""The four calendars, each to and from integer Julian day numbers.

Gregorian, Julian and the tabular Lunar Hijri calendar are those of the library convertdate,
with the check that it lacks: a date is converted back and compared.

The Solar Hijri year follows the 33-year cycle: year y begins on day
365·(y − 1) + ⌊(8·y + 21) / 33⌋ + 1948320, that is, y is a leap year when (25·y + 11) mod 33 < 8
(the rule of ICU's PersianCalendar and of jdatetime). convertdate places the equinox by apparent
solar time instead and, of the years begun from 1850 to 1950, begins 1243, 1255, 1259, 1267, 1271
and 1276 a day later; ICU, jdatetime and the equinox by mean time of Tehran agree with the cycle.
"""

from enum import StrEnum

from convertdate import gregorian, islamic, julian

from chronology.errors import InvalidDate
from chronology.julian_day import checked


class Calendar(StrEnum):
    """The calendars a date can be printed in."""

    GREGORIAN = "gregorian"
    JULIAN = "julian"
    SOLAR_HIJRI = "solar_hijri"
    LUNAR_HIJRI = "lunar_hijri"


LABELS = {
    Calendar.GREGORIAN: "Gregorian",
    Calendar.JULIAN: "Julian",
    Calendar.SOLAR_HIJRI: "Solar Hijri",
    Calendar.LUNAR_HIJRI: "Lunar Hijri",
}
YEARS = {
    Calendar.GREGORIAN: (1, 3000),
    Calendar.JULIAN: (2, 2999),
    Calendar.SOLAR_HIJRI: (1, 2378),
    Calendar.LUNAR_HIJRI: (1, 2450),
}

_WRAPPED = {
    Calendar.GREGORIAN: gregorian,
    Calendar.JULIAN: julian,
    Calendar.LUNAR_HIJRI: islamic,
}
_SOLAR_EPOCH = 1948320


def to_day(calendar: Calendar, year: int, month: int, day: int) -> int:
    """Return the day number of a date; raise InvalidDate for one its calendar does not have.

    >>> to_day(Calendar.SOLAR_HIJRI, 1288, 4, 22)
    2418501
    """
    _check_month(calendar, year, month)
    last = days_in_month(calendar, year, month)
    if not 1 <= day <= last:
        raise InvalidDate(
            f"Month {month} of {year} ({LABELS[calendar]}) has {last} days, so there is no day {day}.",
            field="day",
            value=day,
        )
    number = _month_start(calendar, year, month) + day - 1
    if from_day(calendar, number) != (year, month, day):
        raise InvalidDate(
            f"{year}-{month}-{day} is not a date of the {LABELS[calendar]} calendar.",
            field="day",
            value=day,
        )
    return number


def from_day(calendar: Calendar, day: int) -> tuple[int, int, int]:
    """Return (year, month, day) of a day number; raise InvalidDate before a calendar's year 1.

    >>> from_day(Calendar.LUNAR_HIJRI, 2418501)
    (1327, 6, 24)
    """
    calendar = Calendar(calendar)
    checked(day)
    if calendar is Calendar.SOLAR_HIJRI:
        year, month, day_of_month = _solar_from_day(day)
    else:
        year, month, day_of_month = map(int, _WRAPPED[calendar].from_jd(day - 0.5))
    _check_year(calendar, year)
    return year, month, day_of_month


def days_in_month(calendar: Calendar, year: int, month: int) -> int:
    """Return the number of days in a month: 30 for Esfand 1288, a leap year, 29 for Esfand 1287."""
    first, last = month_span(calendar, year, month)
    return last - first + 1


def month_span(calendar: Calendar, year: int, month: int) -> tuple[int, int]:
    """Return the first and last day of a month."""
    _check_month(calendar, year, month)
    following = (year, month + 1) if month < 12 else (year + 1, 1)
    return _month_start(calendar, year, month), _month_start(calendar, *following) - 1


def year_span(calendar: Calendar, year: int) -> tuple[int, int]:
    """Return the first and last day of a year."""
    _check_year(calendar, year)
    return _month_start(calendar, year, 1), _month_start(calendar, year + 1, 1) - 1


def _check_year(calendar: Calendar, year: int) -> None:
    first, last = YEARS[calendar]
    if not first <= year <= last:
        raise InvalidDate(
            f"{LABELS[calendar]} years from {first} to {last} are read here, not {year}.",
            code="out_of_range",
            field="year",
            value=year,
        )


def _check_month(calendar: Calendar, year: int, month: int) -> None:
    _check_year(calendar, year)
    if not 1 <= month <= 12:
        raise InvalidDate(
            f"A year has the months 1 to 12, so there is no month {month}.",
            field="month",
            value=month,
        )


def _month_start(calendar: Calendar, year: int, month: int) -> int:
    if calendar == Calendar.SOLAR_HIJRI:
        return _solar_month_start(year, month)
    return int(_WRAPPED[calendar].to_jd(year, month, 1) + 0.5)


def _solar_month_start(year: int, month: int) -> int:
    past = (month - 1) * 31 if month <= 7 else (month - 1) * 30 + 6
    return _SOLAR_EPOCH + 365 * (year - 1) + (8 * year + 21) // 33 + past


def _solar_from_day(day: int) -> tuple[int, int, int]:
    year = (day - _SOLAR_EPOCH) * 33 // 12053 + 1
    if _solar_month_start(year + 1, 1) <= day:
        year += 1
    of_year = day - _solar_month_start(year, 1)
    month = of_year // 31 + 1 if of_year < 186 else (of_year - 6) // 30 + 1
    return year, month, day - _solar_month_start(year, month) + 1
