"""Leads from a record to the atlas at its moment: the address, the days, the four calendars."""

from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from chronology.calendars import Calendar
from chronology.errors import ChronologyError
from chronology.formatting import format_weekday, four_calendars
from chronology.iso import to_iso
from chronology.spans import Span
from timeline.pages.claim_words import language

# How many days the atlas shows on either side of the moment.
AROUND = 30


def atlas_address(
    kind: str, slug: str, *, atlas_url: str = "/", days: tuple[int | None, int | None] | None = None
) -> str:
    """The atlas with the record chosen and, where it has days, the cursor on the first of them."""
    query = {"at": f"{kind}:{slug}"}
    first, last = days or (None, None)
    first, last = first if first is not None else last, last if last is not None else first
    if first is not None:
        # At the edge of what the calendars count the atlas opens at its own window.
        with suppress(ChronologyError):
            query |= {"from": to_iso(first - AROUND), "to": to_iso(last + AROUND), "day": to_iso(first)}
    return f"{atlas_url}?{urlencode(query, safe=':')}"


def telling_address(source: str, *, atlas_url: str = "/") -> str:
    """The atlas as a source (a slug) tells it."""
    return f"{atlas_url}?{urlencode({'according_to': source})}"


def days_of(span: Span | None) -> tuple[int | None, int | None] | None:
    """The first and the last of its days that are known, or None."""
    known = [day for day in span.numbers if day is not None] if span else []
    return (known[0], known[-1]) if known else None


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A date in one calendar, with the word of caution that goes with it."""

    text: str
    name: str
    calendar: str


def calendar_days(span: Span | None) -> tuple[CalendarDay, ...]:
    """The span in the four calendars; one that has no such year is left out."""
    if span is None:
        return ()
    try:
        four = four_calendars(span, language())
    except ChronologyError:
        return ()
    weekday = format_weekday(span.earliest, language()) if span.is_exact and span.is_instant else ""
    named = {
        Calendar.GREGORIAN: _("Gregorian, %(weekday)s") % {"weekday": weekday} if weekday else _("Gregorian"),
        Calendar.SOLAR_HIJRI: _("Solar Hijri, converted back") if four["back_converted"] else _("Solar Hijri"),
        Calendar.LUNAR_HIJRI: _("Lunar Hijri, ± 1 day"),
        Calendar.JULIAN: _("Julian, Old Style"),
    }
    return tuple(
        CalendarDay(four[calendar.value], name, calendar.value)
        for calendar, name in named.items()
        if four[calendar.value]
    )
