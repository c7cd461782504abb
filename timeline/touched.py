"""Finds the events and movements whose resolved values a change of one record can reach."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import singledispatch

from django.db import models
from django.db.models import Q

from geo.models import Place
from timeline.models import (
    Atlas,
    Claim,
    Decision,
    Event,
    Force,
    Interpretation,
    Leg,
    Lesson,
    LessonStep,
    Movement,
    Mover,
    Name,
    Participation,
    Person,
    Relation,
    Source,
)
from timeline.models.claims import SUBJECTS

Keys = frozenset[int]


@dataclass(frozen=True, slots=True)
class Touched:
    """Primary keys: what is to be weighed again, the claims that others may hang on, the atlases told from it, and the
    lessons whose steps are to be counted again."""

    events: Keys = frozenset()
    movements: Keys = frozenset()
    claims: Keys = frozenset()
    atlases: Keys = frozenset()
    lessons: Keys = frozenset()

    def __or__(self, other: "Touched") -> "Touched":
        return Touched(
            self.events | other.events,
            self.movements | other.movements,
            self.claims | other.claims,
            self.atlases | other.atlases,
            self.lessons | other.lessons,
        )

    @property
    def is_of_lessons_alone(self) -> bool:
        """Whether nothing that is weighed is among it: from lessons nothing is worked out."""
        return bool(self.lessons) and not (self.events or self.movements or self.claims)


@singledispatch
def touched_by(record: models.Model) -> Touched:
    """Return what a change of this record, as it is now, touches at once.

    Ask before and after a save, and before a deletion: a claim may be moved to another subject.
    A record that no value is resolved from touches only its atlas; one that all share, every atlas.
    """
    if isinstance(record, Atlas):
        return Touched(atlases=_keys(record.pk))
    return Touched(atlases=_keys(record.atlas_id) if hasattr(record, "atlas_id") else _every_atlas())


@touched_by.register
def _event(record: Event) -> Touched:
    return Touched(events=_keys(record.pk), atlases=_keys(record.atlas_id))


@touched_by.register
def _movement(record: Movement) -> Touched:
    return Touched(movements=_keys(record.pk), atlases=_keys(record.atlas_id))


@touched_by.register
def _lesson(record: Lesson) -> Touched:
    return Touched(lessons=_keys(record.pk), atlases=_keys(record.atlas_id))


@touched_by.register
def _step_of_lesson(record: LessonStep) -> Touched:
    return touched_by(record.lesson)


@touched_by.register
def _relation(record: Relation) -> Touched:
    return Touched(events=_keys(record.from_event_id, record.to_event_id), atlases=_keys(record.atlas_id))


@touched_by.register(Leg)
@touched_by.register(Mover)
def _part_of_movement(record: Leg | Mover) -> Touched:
    return touched_by(record.movement)


@touched_by.register
def _participation(record: Participation) -> Touched:
    return touched_by(record.subject) if record.subject else Touched()


@touched_by.register
def _decision(record: Decision) -> Touched:
    return _of_subject(record) | Touched(atlases=_keys(record.atlas_id))


@touched_by.register
def _claim(record: Claim) -> Touched:
    return _of_subject(record) | Touched(claims=_keys(record.pk))


@touched_by.register
def _interpretation(record: Interpretation) -> Touched:
    return touched_by(record.claim)


@touched_by.register
def _place(record: Place) -> Touched:
    inside = _within(Place, "parent", record.pk)
    legs = Leg.objects.filter(Q(start__in=inside) | Q(end__in=inside))
    return _shared(
        _of_claims(Claim.objects.filter(Q(place__in=inside) | Q(place_2__in=inside))),
        Touched(movements=_column(legs, "movement")),
    )


@touched_by.register
def _person(record: Person) -> Touched:
    return _of_bearer(record, "person")


@touched_by.register
def _force(record: Force) -> Touched:
    return _of_bearer(record, "force")


@touched_by.register
def _name(record: Name) -> Touched:
    bearer = record.place or record.person or record.force
    return touched_by(bearer) if bearer else Touched(atlases=_every_atlas())


@touched_by.register
def _source(record: Source) -> Touched:
    # Whether it copies another decides who counts as a witness.
    copies = _within(Source, "based_on", record.pk)
    return _shared(_of_claims(Claim.objects.filter(source__in=copies)))


def reached_from(touched: Touched) -> Touched:
    """Return what is touched with everything that hangs on it by relative dates, and the marches of its events."""
    events, claims = set(touched.events), set(touched.claims)
    movements = set(touched.movements)
    new_events, new_claims = set(events), set(claims)
    while new_events or new_claims:
        hanging = Claim.objects.filter(Q(relative_to_event__in=new_events) | Q(relative_to_claim__in=new_claims))
        found = _of_claims(hanging.exclude(pk__in=claims))
        movements |= found.movements
        new_claims, new_events = set(found.claims - claims), set(found.events - events)
        claims |= new_claims
        events |= new_events
    movements |= _column(Movement.objects.filter(event__in=events), "pk")
    return Touched(frozenset(events), frozenset(movements), frozenset(claims), touched.atlases, touched.lessons)


def _of_subject(record: Claim | Decision) -> Touched:
    subjects = (getattr(record, name) for name in SUBJECTS if getattr(record, f"{name}_id"))
    return _union(touched_by(subject) for subject in subjects)


def _of_claims(claims) -> Touched:
    rows = claims.values_list(
        "pk", "event", "movement", "leg__movement", "participation__event", "participation__movement",
        "relation__from_event",
    )  # fmt: skip
    keys, *columns = zip(*rows, strict=True) if rows else [()] * 7
    event, movement, of_leg, taken_part, marched, related = (frozenset(column) - {None} for column in columns)
    return Touched(event | taken_part | related, movement | of_leg | marched, frozenset(keys))


def _of_bearer(bearer: Person | Force, column: str) -> Touched:
    taken_part = Participation.objects.filter(**{column: bearer})
    moved = Mover.objects.filter(**{column: bearer})
    return _shared(
        Touched(
            events=_column(taken_part, "event"),
            movements=_column(taken_part, "movement") | _column(moved, "movement"),
        )
    )


def _shared(*found: Touched) -> Touched:
    return _union(found) | Touched(atlases=_every_atlas())


def _union(found: Iterable[Touched]) -> Touched:
    whole = Touched()
    for each in found:
        whole |= each
    return whole


def _within(model: type[models.Model], column: str, key: int) -> set[int]:
    """The record and all that name it, or one that names it, in this column."""
    inside, new = {key}, {key}
    while new:
        new = set(model.objects.filter(**{f"{column}__in": new}).values_list("pk", flat=True)) - inside
        inside |= new
    return inside


def _column(records, name: str) -> Keys:
    return frozenset(records.values_list(name, flat=True)) - {None}


def _keys(*keys: int | None) -> Keys:
    return frozenset(keys) - {None}


def _every_atlas() -> Keys:
    return _column(Atlas.objects, "pk")
