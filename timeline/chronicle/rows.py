"""Reads events and movements as single lines of a list: what, when, where, on which side."""

from dataclasses import dataclass, replace

from chronology.calendars import Calendar, from_day
from chronology.errors import ChronologyError
from chronology.formatting import format_span
from chronology.spans import Shape, Span
from timeline.at_hand import read_together
from timeline.briefs import participations
from timeline.chronicle.participants import sides_of
from timeline.chronicle.references import label, reference
from timeline.chronicle.values import Reference
from timeline.chronicle.witness import Testimony, testimonies
from timeline.fields import span_of
from timeline.models import Event, Mover

JOINS = ("atlas", "theatre", "place")


@dataclass(frozen=True, slots=True)
class Row:
    """One line. atlas: the slug of its own; span: its own days, None where nothing dates it; bracket: the days its
    story leaves it; movers: the names of those on the march; meant: the days editors hold the one source told of to
    mean.
    """

    type: str
    id: str
    atlas: str
    url: str
    title: str
    title_fa: str
    kind: str
    kind_label: str
    theatre_label: str
    sides: tuple[str, ...]
    importance: int
    span: Span | None
    bracket: tuple[int | None, int | None] | None
    undecided: bool
    place: Reference | None
    place_relation: str
    disputed: bool
    status: str
    status_label: str
    position: int
    movers: tuple[str, ...] = ()
    meant: Span | None = None

    def display(self, language: str = "en", style: str = "long") -> str:
        """Its own days in words, or ""."""
        return words_of(self.span, language, style)

    @property
    def year(self) -> int | None:
        """The Gregorian year of the first of its days that is known, or None."""
        days = self.span.numbers if self.span else ()
        return next((year_of(day) for day in days if day is not None), None)


def year_of(day: int) -> int | None:
    """The Gregorian year of a day number; None outside the years that the calendars count."""
    try:
        return from_day(Calendar.GREGORIAN, day)[0]
    except ChronologyError:
        return None


def words_of(span: Span | None, language: str = "en", style: str = "long") -> str:
    """A span in words, or "" where there is none or the calendar cannot name it."""
    if span is None:
        return ""
    try:
        return format_span(span, Calendar.GREGORIAN, language, style)
    except ChronologyError:
        return ""


def event_rows(events, language: str = "en", according_to: str = "") -> tuple[Row, ...]:
    """Lines of a queryset of events, in its order; two queries.

    `according_to` is the slug of a source: days, place and sides are then what it literally says, one query more.
    """
    if not according_to:
        return _rows_of_all(events, language)
    rows = list(events.select_related(*JOINS))
    lines = _rows_of(rows, language, according_to)
    told = testimonies(according_to, [(event.pk, event.shape) for event in rows])
    return tuple(_told(line, told[event.pk]) for event, line in zip(rows, lines, strict=True))


@read_together(Event, "slug")
def _rows_of_all(events, language: str) -> tuple[Row, ...]:
    return _rows_of(list(events.select_related(*JOINS)), language)


def _rows_of(events: list[Event], language: str, according_to: str = "") -> tuple[Row, ...]:
    taking_part = participations("event", [event.pk for event in events], according_to)
    return tuple(_event(event, taking_part.get(event.pk, ()), language) for event in events)


def _told(line: Row, testimony: Testimony) -> Row:
    return replace(
        line,
        span=testimony.span,
        # What its neighbours leave it comes of other sources too.
        bracket=None,
        undecided=False,
        place=reference(testimony.place) if testimony.place else None,
        place_relation=testimony.relation,
        disputed=testimony.disputed,
        meant=testimony.meant,
    )


def movement_rows(movements, language: str = "en") -> tuple[Row, ...]:
    """Lines of a queryset of movements, in its order; two queries."""
    rows = list(movements.select_related("atlas", "theatre"))
    movers: dict[int, list[Mover]] = {}
    taking_part = Mover.objects.filter(movement__in=[row.pk for row in rows])
    for mover in taking_part.select_related("side", "person", "force").order_by("id"):
        movers.setdefault(mover.movement_id, []).append(mover)
    return tuple(_movement(movement, movers.get(movement.pk, []), language) for movement in rows)


def _event(event, taking_part, language: str) -> Row:
    bracket = (event.bracket_from, event.bracket_to)
    return Row(
        type="event",
        id=event.slug,
        atlas=event.atlas.slug,
        url=event.get_absolute_url(),
        title=event.title,
        title_fa=event.title_fa,
        kind=event.kind,
        kind_label=event.get_kind_display(),
        theatre_label=label(event.theatre, language),
        sides=tuple(dict.fromkeys(side for _, _, side in taking_part if side)),
        importance=event.importance,
        span=span_of(event),
        bracket=None if bracket == (None, None) else bracket,
        undecided=event.date_rule in ("undecided", "undecidable"),
        place=reference(event.place) if event.place else None,
        place_relation=event.place_relation,
        disputed=event.disputed,
        status=event.status,
        status_label=event.get_status_display(),
        position=event.order,
    )


def _movement(movement, movers: list, language: str) -> Row:
    return Row(
        type="movement",
        id=movement.slug,
        atlas=movement.atlas.slug,
        url=movement.get_absolute_url(),
        title=movement.title,
        title_fa=movement.title_fa,
        kind="march",
        kind_label="",
        theatre_label=label(movement.theatre, language),
        sides=sides_of(mover.side for mover in movers),
        importance=movement.importance,
        span=span_of(movement, shape=Shape.SPAN),
        bracket=None,
        undecided=False,
        place=None,
        place_relation="",
        disputed=movement.disputed,
        status=movement.status,
        status_label=movement.get_status_display(),
        position=movement.pk,
        movers=tuple(mover.name for mover in movers),
    )
