"""Integer Julian day numbers: the one axis of time.

The number is that of the Julian day beginning at noon of the civil day: 13 July 1909
(Gregorian) is 2418501. Days are whole; hours play no part.
"""

from chronology.errors import InvalidDate

FIRST_DAY = 1721426  # 1 January 1, proleptic Gregorian
LAST_DAY = 2817152  # 31 December 3000, Gregorian
SOLAR_HIJRI_ADOPTED = 2419089  # 21 February 1911: the Majlis adopts the solar count for the state


def weekday(day: int) -> int:
    """Return the day of the week, Monday 0 to Sunday 6: weekday(2418501) == 1, a Tuesday."""
    return day % 7


def checked(day: int) -> int:
    """Return the day, or raise InvalidDate outside the years 1 to 3000 of the Gregorian calendar."""
    if not isinstance(day, int) or isinstance(day, bool):
        raise InvalidDate(f"A day number is a whole number, not {day!r}.", field="day", value=day)
    if not FIRST_DAY <= day <= LAST_DAY:
        raise InvalidDate(
            f"Day {day} lies outside the years 1 to 3000, which are the years read here.",
            code="out_of_range",
            field="day",
            value=day,
        )
    return day
