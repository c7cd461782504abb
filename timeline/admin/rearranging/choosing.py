"""Finds the events and subjects that an editor may mean, by words or by being alike."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.urls import reverse

from geo.folding import fold
from timeline.chronicle.rows import words_of
from timeline.fields import span_of
from timeline.models import Event, Leg, Movement, Participation, Relation
from timeline.pages.claim_words import language, placed_words

SHOWN = 20
NEAR_DAYS = 40


@dataclass(frozen=True, slots=True)
class Placed:
    """An event or movement with its sort, its days and its place in words; address: its page in the admin."""

    record: Event | Movement
    address: str
    sort: str
    when: str
    where: str


def placed(record: Event | Movement) -> Placed:
    """Word when and where something was; no query where the places of an event are loaded."""
    is_event, where = isinstance(record, Event), ""
    if is_event and record.place is not None:
        where = placed_words(record.place_relation, record.place.name, record.place_2.name if record.place_2 else "")
    address = reverse(f"admin:timeline_{record._meta.model_name}_change", args=[record.pk])
    sort = record.get_kind_display() if is_event else record._meta.verbose_name
    return Placed(record, address, str(sort), words_of(span_of(record), language()), where)


def events_like(event: Event, asked: str) -> list[Placed]:
    """Events of the same atlas that the words find, else those of its kind or place within forty days; one query."""
    others = Event.objects.filter(atlas=event.atlas_id).exclude(pk=event.pk).select_related("place", "place_2")
    if asked:
        return [placed(each) for each in _worded(others, asked)[:SHOWN]]
    alike = Q(kind=event.kind)
    if event.place_id:
        alike |= Q(place=event.place_id)
    if event.begin_earliest is not None and event.end_latest is not None:
        alike &= Q(begin_earliest__lte=event.end_latest + NEAR_DAYS, end_latest__gte=event.begin_earliest - NEAR_DAYS)
    return [placed(each) for each in others.filter(alike)[:SHOWN]]


def _worded(records: QuerySet, asked: str) -> QuerySet:
    found = records
    for word in fold(asked).split()[:8]:
        found = found.filter(Q(search__contains=word) | Q(slug__contains=word))
    return found


@dataclass(frozen=True, slots=True)
class Choice:
    """A subject that claims may be moved to: `row` names it in a form."""

    row: str
    name: str
    sort: str
    parts: tuple["Choice", ...] = ()


def subjects_like(atlas: int, asked: str) -> list[Choice]:
    """Events and movements of an atlas that the words find, each with its parts; five queries."""
    events = list(_worded(Event.objects.filter(atlas=atlas), asked)[:SHOWN])
    movements = list(_worded(Movement.objects.filter(atlas=atlas), asked)[:SHOWN])
    parts: dict[tuple[str, int], list[Choice]] = {}
    for part in Participation.objects.filter(Q(event__in=events) | Q(movement__in=movements)).select_related(
        "person", "force"
    ):
        whole = ("event", part.event_id) if part.event_id else ("movement", part.movement_id)
        parts.setdefault(whole, []).append(_choice(part))
    for relation in Relation.objects.filter(from_event__in=events).select_related("from_event", "to_event"):
        parts.setdefault(("event", relation.from_event_id), []).append(_choice(relation))
    for leg in Leg.objects.filter(movement__in=movements).select_related("start", "end"):
        parts.setdefault(("movement", leg.movement_id), []).append(_choice(leg))
    return [
        _choice(record, tuple(parts.get((record._meta.model_name, record.pk), ()))) for record in (*events, *movements)
    ]


def _choice(record, parts: tuple[Choice, ...] = ()) -> Choice:
    return Choice(f"{record._meta.model_name}.{record.pk}", str(record), str(record._meta.verbose_name), parts)
