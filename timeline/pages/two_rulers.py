"""Lays two calendars over one another, day by day, with the two days a slip takes for each other joined."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from chronology.calendars import Calendar, from_day
from chronology.formatting import format_day
from timeline.filter_words import figures
from timeline.pages.claim_words import language


@dataclass(frozen=True, slots=True)
class Column:
    """A day: where it stands, in per cent of the width, and its figures; look: right, slip or ""; month: the
    name of the Solar Hijri month that begins with it, or ""."""

    x: float
    upper: str
    lower: str
    look: str
    month: str


@dataclass(frozen=True, slots=True)
class Rulers:
    """The drawing; right, slip: where the two days stand, per cent; words tell it to who cannot see it."""

    columns: tuple[Column, ...]
    upper_name: str
    lower_name: str
    right: float
    slip: float
    words: str

    @property
    def middle(self) -> float:
        return round((self.right + self.slip) / 2, 2)


def two_rulers(first: int, last: int, right: int, slip: int) -> Rulers:
    """The days first to last by the Gregorian ruler above and the Solar Hijri one below; `right` is the day meant,
    `slip` the one that has its figure on the upper ruler."""
    count = last - first + 1

    def x(day: int) -> float:
        return round((day - first + 0.5) / count * 100, 2)

    columns = tuple(
        Column(
            x=x(day),
            upper=figures(from_day(Calendar.GREGORIAN, day)[2]),
            lower=figures(from_day(Calendar.SOLAR_HIJRI, day)[2]),
            look={right: "right", slip: "slip"}.get(day, ""),
            month=_month(Calendar.SOLAR_HIJRI, day) if day > first and _begins_month(day) else "",
        )
        for day in range(first, last + 1)
    )
    told = [
        _("%(upper)s is %(lower)s.")
        % {
            "upper": format_day(day, Calendar.GREGORIAN, language()),
            "lower": format_day(day, Calendar.SOLAR_HIJRI, language()),
        }
        for day in (right, slip)
    ]
    return Rulers(
        columns=columns,
        upper_name=_("%(month)s, Gregorian") % {"month": _month(Calendar.GREGORIAN, right)},
        lower_name=_("%(month)s, Solar Hijri") % {"month": _month(Calendar.SOLAR_HIJRI, right)},
        right=x(right),
        slip=x(slip),
        words=" ".join([_("Two rulers of days, one above the other."), *told]),
    )


def _begins_month(day: int) -> bool:
    return from_day(Calendar.SOLAR_HIJRI, day)[2] == 1


def _month(calendar: Calendar, day: int) -> str:
    """July 1909."""
    return format_day(day, calendar, language()).partition(" ")[2]
