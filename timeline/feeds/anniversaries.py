"""Writes the days that are known to the day as anniversaries in a calendar (iCalendar, RFC 5545 and RFC 7986)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from chronology.calendars import Calendar, from_day
from chronology.formatting import localised_digits
from chronology.iso import to_iso
from chronology.spans import Span
from timeline.chronicle.entries import EventEntry
from timeline.feeds.calendar_lines import line, text
from timeline.feeds.entry_text import cited, disagreement, when_and_where, whereabouts
from timeline.feeds.geojson import titled
from timeline.feeds.imprint import Imprint
from timeline.models.vocabulary import ClaimCalendar, Status

LONGEST_TOGETHER = 7
"""Days up to which an event that lasted is one entry; of a longer one its first and its last day are marked."""

# A calendar must hold something (section 3.6); one without a day to mark holds what universal time is.
UNIVERSAL_TIME = (
    "BEGIN:VTIMEZONE\r\nTZID:UTC\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0000\r\n"
    "TZOFFSETTO:+0000\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
)


@dataclass(frozen=True, slots=True)
class MarkedDay:
    """What an anniversary is kept of. edge: "" for the whole, begins or ends; first: a day number; days: how many."""

    edge: str
    first: int
    days: int = 1


def marked_days(span: Span | None, status: str) -> tuple[MarkedDay, ...]:
    """The days of an event to be remembered: of what happened, and on a day that is known.

    >>> marked_days(Span.day(2418501), "happened")
    (MarkedDay(edge='', first=2418501, days=1),)
    >>> marked_days(Span.instant(2418489, 2418519), "happened")
    ()
    """
    if span is None or status != Status.HAPPENED:
        return ()
    first, begun, ending, last = span.numbers
    begins = first if first == begun else None
    ends = last if ending == last else None
    if begins is not None and ends is not None and ends - begins < LONGEST_TOGETHER:
        return (MarkedDay("", begins, ends - begins + 1),)
    edges = (("begins", begins), ("ends", ends))
    return () if span.is_instant else tuple(MarkedDay(edge, day) for edge, day in edges if day is not None)


def written(events: Iterable[EventEntry], imprint: Imprint, left_out: int) -> Iterator[str]:
    """The calendar in parts; left_out: how many events have no day to be remembered."""
    yield _head(imprint, left_out)
    empty = True
    for event in events:
        for day in marked_days(event.when.span, event.status):
            empty = False
            yield _component(event, day, imprint)
    if empty:
        yield UNIVERSAL_TIME
    yield "END:VCALENDAR\r\n"


def _head(imprint: Imprint, left_out: int) -> str:
    name, description = text(imprint.title), text(_description(imprint, left_out))
    lines = [
        ("BEGIN", "VCALENDAR"),
        ("VERSION", "2.0"),
        ("PRODID", "-//Marchlines//Anniversaries//EN"),
        ("CALSCALE", "GREGORIAN"),
        ("NAME", name),
        ("X-WR-CALNAME", name),
        ("DESCRIPTION", description),
        ("X-WR-CALDESC", description),
        ("URL", imprint.home),
        *([("SOURCE;VALUE=URI", imprint.own)] if ":" in imprint.own else ()),
        ("REFRESH-INTERVAL;VALUE=DURATION", "P1D"),
        ("X-PUBLISHED-TTL", "P1D"),
        ("X-MARCHLINES-LICENCE", text(imprint.licence_address)),
        ("X-MARCHLINES-LEFT-OUT", str(left_out)),
    ]
    return "".join(line(*each) for each in lines)


def _description(imprint: Imprint, left_out: int) -> str:
    parts = [imprint.description, imprint.attribution]
    if left_out:
        sentence = _("Events that no day of the year can be told of are left out: %(count)s.")
        parts.append(sentence % {"count": localised_digits(str(left_out), imprint.language)})
    return "\n".join(part for part in parts if part)


def _component(event: EventEntry, day: MarkedDay, imprint: Imprint) -> str:
    stamp = _moment(event.modified)
    lines = [
        ("BEGIN", "VEVENT"),
        ("UID", f"{'.'.join(filter(None, (event.id, day.edge)))}@{urlsplit(imprint.home).hostname or 'marchlines'}"),
        # Without a METHOD this is when the entry was last revised (section 3.8.7.2), not when it was sent.
        ("DTSTAMP", stamp),
        ("LAST-MODIFIED", stamp),
        ("DTSTART;VALUE=DATE", to_iso(day.first).replace("-", "")),
        *([("DURATION", f"P{day.days}D")] if day.days > 1 else ()),
        ("RRULE", _every_year(day.first)),
        (f"SUMMARY;LANGUAGE={imprint.language}", text(_summary(event, day, imprint.language))),
        ("DESCRIPTION", text(_story(event, imprint))),
        *([("LOCATION", text(place))] if (place := whereabouts(event, imprint.language)) else ()),
        *([("GEO", f"{event.lat:.6f};{event.lon:.6f}")] if event.lat is not None and event.lon is not None else ()),
        ("CATEGORIES", ",".join(text(each) for each in (event.kind_label, event.theatre_label) if each)),
        ("URL", imprint.address(event.url)),
        # It is remembered, and takes up nobody's time.
        ("TRANSP", "TRANSPARENT"),
        ("END", "VEVENT"),
    ]
    return "".join(line(*each) for each in lines)


def _every_year(first: int) -> str:
    _year, month, day = from_day(Calendar.GREGORIAN, first)
    # Readers leave out a 29th of February where there is none: three years in four nothing would be remembered.
    return "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1" if (month, day) == (2, 29) else "FREQ=YEARLY"


def _summary(event: EventEntry, day: MarkedDay, language: str) -> str:
    year = localised_digits(str(from_day(Calendar.GREGORIAN, day.first)[0]), language)
    patterns = {
        "": _("%(title)s (%(year)s)"),
        "begins": _("%(title)s: first day (%(year)s)"),
        "ends": _("%(title)s: last day (%(year)s)"),
    }
    return patterns[day.edge] % {"title": titled(event, language), "year": year}


def _story(event: EventEntry, imprint: Imprint) -> str:
    said = event.when.calendars(imprint.language) or {}
    others = [
        f"{ClaimCalendar(calendar.value).label}: {said[calendar.value]}"
        for calendar in Calendar
        if calendar != Calendar.GREGORIAN and said.get(calendar.value)
    ]
    parts = [event.summary, when_and_where(event, imprint.language), "; ".join(others)]
    if event.disputed:
        parts.append(disagreement(event, imprint.language))
    return "\n".join([*filter(None, parts), *cited(event), imprint.address(event.url)])


def _moment(when: datetime) -> str:
    return when.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
