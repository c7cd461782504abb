"""One date printed twice, in two styles or two calendars: whether the two name the same days."""

from dataclasses import replace

from chronology.calendars import Calendar
from chronology.dates import MIXED
from chronology.errors import DateParseError
from chronology.expressions import Expression
from chronology.printed import Printed
from chronology.senses import Sense, senses_of


def agreed(expression: Expression, senses: tuple[Sense, ...]) -> tuple[Expression, tuple[Sense, ...]]:
    """One date printed twice: "30 June/13 July 1909", "24 Jumada II 1327 (13 July 1909)".

    Where the two share days, these are meant; else it is a choice, and its note says how far apart.
    """
    first, second = senses
    old = _old_style_of(expression.dates[0], first)
    if old is not None and (old.first, old.last) == (second.first, second.last):
        both = replace(second, reasons=(("both_styles", {"day": second.first}),))
        return replace(expression, kind="one"), (both,)
    shared = max(first.first, second.first), min(first.last, second.last)
    if first.calendar != second.calendar and shared[0] <= shared[1]:
        finer = min(senses, key=lambda sense: sense.precision.rank)
        reasons = (*first.reasons, *second.reasons, ("both_calendars", {}))
        both = replace(finer, first=shared[0], last=shared[1], calendar=MIXED, reasons=reasons)
        return replace(expression, kind="one"), (both,)
    if first.calendar != second.calendar:
        apart = max(first.first, second.first) - min(first.last, second.last)
        second = replace(second, note=("days_apart", {"days": apart}))
    return replace(expression, kind="either"), (first, second)


def _old_style_of(date: Printed, sense: Sense) -> Sense | None:
    """The first of two styles, read as Old Style; None where it cannot be."""
    if sense.calendar != Calendar.GREGORIAN or date.day is None:
        return None
    try:
        return senses_of(replace(date, era="old_style", weekday=None))[0]
    except DateParseError:
        return None
