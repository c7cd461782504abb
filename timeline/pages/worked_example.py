"""Works one conversion of a date through, step by step, with the program's own calendars."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from chronology.calendars import Calendar, to_day
from chronology.formatting import format_day, format_weekday
from chronology.spans import Span
from timeline.filter_words import figures
from timeline.pages.claim_words import language
from timeline.pages.moments import CalendarDay, calendar_days
from timeline.pages.two_rulers import Rulers, two_rulers

YEAR, MONTH, DAY = 1288, 4, 22
# The days of the drawing on either side of the two that are confused.
MARGIN = 1


@dataclass(frozen=True, slots=True)
class Step:
    """One line of arithmetic, and why it is so."""

    equation: str
    words: str


@dataclass(frozen=True, slots=True)
class WorkedExample:
    """The printed date, the steps from it to the day, the drawing, the day in four calendars; mistaken: what a
    writer prints who takes the month for a Gregorian one, days_apart too late; counted: that day in the calendar
    meant."""

    printed: str
    steps: tuple[Step, ...]
    rulers: Rulers
    calendars: tuple[CalendarDay, ...]
    right: str
    mistaken: str
    counted: str
    days_apart: int


def worked_example() -> WorkedExample:
    """22 Tir 1288, which one article prints as "22 July"."""
    new_year = to_day(Calendar.SOLAR_HIJRI, YEAR, 1, 1)
    month = to_day(Calendar.SOLAR_HIJRI, YEAR, MONTH, 1)
    day = to_day(Calendar.SOLAR_HIJRI, YEAR, MONTH, DAY)
    mistaken = to_day(Calendar.GREGORIAN, 1909, 7, DAY)
    return WorkedExample(
        printed=_solar(day),
        steps=(
            Step(
                f"{_solar(new_year)} = {_gregorian(new_year)}",
                _("The Solar Hijri year begins in spring, when day and night are equally long."),
            ),
            Step(
                f"{_gregorian(new_year)} + {figures(month - new_year)} = {_gregorian(month)}",
                _("Three months go by before Tir, the fourth. Each has 31 days, and 3 × 31 = 93. This day is 1 Tir."),
            ),
            Step(
                f"{_gregorian(month)} + {figures(day - month)} = {_gregorian(day)}",
                _("From 1 Tir to 22 Tir it is 21 days. The day is a %(weekday)s.")
                % {"weekday": format_weekday(day, language())},
            ),
        ),
        rulers=two_rulers(day - MARGIN, mistaken + MARGIN, day, mistaken),
        calendars=calendar_days(Span.day(day)),
        right=_gregorian(day),
        mistaken=_gregorian(mistaken),
        counted=_solar(mistaken),
        days_apart=mistaken - day,
    )


def _gregorian(number: int) -> str:
    return format_day(number, Calendar.GREGORIAN, language())


def _solar(number: int) -> str:
    return format_day(number, Calendar.SOLAR_HIJRI, language())
