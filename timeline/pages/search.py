"""Looks through everything that has a page, in any spelling, and groups what it finds."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import F
from django.utils.translation import gettext as _

from geo.folding import words
from geo.models import Place
from timeline.chronicle import force_entries, lesson_entries, person_entries, place_entries, source_entries
from timeline.chronicle.rows import Row, event_rows, movement_rows, words_of
from timeline.models import Event, Force, Lesson, Movement, Person, Source
from timeline.pages.claim_words import language
from timeline.pages.found import holding

SHOWN = 12
BY_DAY = F("begin_earliest").asc(nulls_last=True)


@dataclass(frozen=True, slots=True)
class Hit:
    """One record found; kind is that of an event, for its sign."""

    url: str
    name: str
    other: str
    note: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """The records of one sort; more leads to the whole list where not all are shown."""

    name: str
    label: str
    count: int
    hits: tuple[Hit, ...]
    more: str


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything found."""

    groups: tuple[Found, ...]

    @property
    def count(self) -> int:
        return sum(group.count for group in self.groups)


def search(text: str, atlas: int | None) -> Findings:
    """Everything that holds every word of the text; a fixed number of queries."""
    if not words(text):
        return Findings(())
    spoken = language()
    places = holding(Place.objects.published(), text).order_by("name", "pk")
    people = holding(Person.objects.published(), text).order_by("name", "pk")
    forces = holding(Force.objects.published(), text).order_by("name", "pk")
    events = holding(Event.objects.published().filter(atlas=atlas), text).order_by("-importance", BY_DAY, "pk")
    movements = holding(Movement.objects.published().filter(atlas=atlas), text).order_by("-importance", BY_DAY, "pk")
    lessons = holding(Lesson.objects.published().filter(atlas=atlas), text).order_by("order", "title", "pk")
    sources = holding(Source.objects.published(), text, "title", "short", "container").order_by("title", "pk")
    return Findings(
        (
            _found("places", _("Places"), places, lambda rows: map(_bearer, place_entries(rows)), text),
            _found("people", _("People"), people, lambda rows: map(_bearer, person_entries(rows)), text),
            _found("forces", _("Forces"), forces, lambda rows: map(_bearer, force_entries(rows)), text),
            _found("events", _("Events"), events, lambda rows: map(_row, event_rows(rows, spoken)), text),
            _found("movements", _("Movements"), movements, lambda rows: map(_row, movement_rows(rows, spoken)), text),
            _found("lessons", _("Lessons"), lessons, lambda rows: map(_lesson, lesson_entries(rows, spoken)), text),
            _found("sources", _("Sources"), sources, lambda rows: map(_source, source_entries(rows)), text),
        )
    )


def _found(name: str, label: str, records, hits_of, text: str) -> Found:
    count = records.count()
    hits = tuple(hits_of(records[:SHOWN])) if count else ()
    more = f"/{name}/?{urlencode({'q': text})}" if count > SHOWN else ""
    return Found(name, label, count, hits, more)


def _bearer(entry) -> Hit:
    spellings = [name.text for name in entry.variants if name.text not in (entry.name, entry.names.get("fa"))]
    note = ", ".join(dict.fromkeys(spellings))
    return Hit(entry.url, entry.name, entry.names.get("fa", ""), note)


def _row(row: Row) -> Hit:
    return Hit(row.url, row.title, row.title_fa, words_of(row.span, language()), row.kind)


def _lesson(entry) -> Hit:
    return Hit(entry.url, entry.title, "", entry.summary)


def _source(entry) -> Hit:
    return Hit(entry.url, entry.title, "", entry.citation)
