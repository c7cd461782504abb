"""Works one conversion of a date through, step by step, with the program's own calendars."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from chronology.calendars import Calendar, to_day
from chronology.formatting import format_day, format_weekday
from chronology.spans import Span
from timeline.filter_words import figures
from timeline.pages.claim_words import language
from timeline.pages.moments import CalendarDay, calendar_days

YEAR, MONTH, DAY = 1288, 4, 22


@dataclass(frozen=True, slots=True)
class WorkedExample:
    """The printed date, the steps from it to the day, and the day in four calendars."""

    printed: str
    steps: tuple[str, ...]
    calendars: tuple[CalendarDay, ...]
    number: int
    mistaken: str
    days_apart: int


def worked_example() -> WorkedExample:
    """22 Tir 1288, which one article prints as "22 July"."""
    spoken = language()
    new_year = to_day(Calendar.SOLAR_HIJRI, YEAR, 1, 1)
    month = to_day(Calendar.SOLAR_HIJRI, YEAR, MONTH, 1)
    day = to_day(Calendar.SOLAR_HIJRI, YEAR, MONTH, DAY)
    mistaken = to_day(Calendar.GREGORIAN, 1909, 7, DAY)

    def gregorian(number: int) -> str:
        return format_day(number, Calendar.GREGORIAN, spoken)

    def solar(number: int) -> str:
        return format_day(number, Calendar.SOLAR_HIJRI, spoken)

    return WorkedExample(
        printed=solar(day),
        steps=(
            _("The year begins at the spring equinox: %(solar)s is %(gregorian)s, day %(number)s of the axis.")
            % {"solar": solar(new_year), "gregorian": gregorian(new_year), "number": figures(new_year)},
            _("The first six months have 31 days each, so the fourth begins 93 days later: %(solar)s is %(gregorian)s.")
            % {"solar": solar(month), "gregorian": gregorian(month)},
            _("Twenty-one days on, %(solar)s is %(weekday)s, %(gregorian)s, day %(number)s.")
            % {
                "solar": solar(day),
                "weekday": format_weekday(day, spoken),
                "gregorian": gregorian(day),
                "number": figures(day),
            },
        ),
        calendars=calendar_days(Span.day(day)),
        number=day,
        mistaken=gregorian(mistaken),
        days_apart=mistaken - day,
    )
