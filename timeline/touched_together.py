"""Finds what changes of many records reach, in a few queries a table; what each reaches says timeline/touched.py."""

from collections.abc import Collection, Iterable, Iterator

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
    LegStop,
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
from timeline.touched import Touched

# A database takes so many values in one question.
A_QUESTION = 20_000
# By table, the columns that lead to the events and movements that a change of a row touches.
_EVENTS = {
    Event: ("pk",),
    Relation: ("from_event", "to_event"),
    Participation: ("event",),
    Claim: ("event", "participation__event", "relation__from_event", "relation__to_event"),
    Decision: ("event", "participation__event", "relation__from_event", "relation__to_event"),
    Interpretation: (
        "claim__event",
        "claim__participation__event",
        "claim__relation__from_event",
        "claim__relation__to_event",
    ),
}
_MOVEMENTS = {
    Movement: ("pk",),
    Leg: ("movement",),
    Mover: ("movement",),
    LegStop: ("leg__movement",),
    Participation: ("movement",),
    Claim: ("movement", "leg__movement", "participation__movement"),
    Decision: ("movement", "leg__movement", "participation__movement"),
    Interpretation: ("claim__movement", "claim__leg__movement", "claim__participation__movement"),
}
_BEARERS = {"place": Place, "person": Person, "force": Force}


def touched_by_all(model: type[models.Model], keys: Collection[int]) -> Touched:
    """What changes of these kept rows touch: the union of what touched_by says of each."""
    found = Touched()
    for some in _batches(keys):
        found |= _touched_by(model, some)
    return found


def _touched_by(model: type[models.Model], keys: Collection[int]) -> Touched:
    if model in (Place, Person, Force, Source):
        return _of_shared(model, keys)
    if model is Name:
        return _of_names(keys)
    if model in (Lesson, LessonStep):
        return _of_lessons(model._base_manager.filter(pk__in=keys), "" if model is Lesson else "lesson__")
    rows = model._base_manager.filter(pk__in=keys)
    events = _columns(rows, _EVENTS.get(model, ()))
    movements = _columns(rows, _MOVEMENTS.get(model, ()))
    claims: frozenset[int] = frozenset()
    if model is Claim:
        claims = frozenset(keys)
    elif model is Interpretation:
        claims = _columns(rows, ("claim",))
    return Touched(events, movements, claims, _atlases(model, rows, events, movements))


def _of_lessons(rows, way: str) -> Touched:
    return Touched(lessons=_columns(rows, (f"{way}pk",)), atlases=_columns(rows, (f"{way}atlas",)))


def _atlases(model, rows, events: Iterable[int], movements: Iterable[int]) -> frozenset[int]:
    if model is Atlas:
        return _columns(rows, ("pk",))
    if model in _EVENTS or model in _MOVEMENTS:
        return _atlases_of(Event, events) | _atlases_of(Movement, movements)
    if any(field.attname == "atlas_id" for field in model._meta.concrete_fields):
        return _columns(rows, ("atlas",))
    return _every_atlas()


def _atlases_of(model, keys: Iterable[int]) -> frozenset[int]:
    found: frozenset[int] = frozenset()
    for some in _batches(keys):
        found |= frozenset(model.objects.filter(pk__in=some).order_by().values_list("atlas", flat=True).distinct())
    return found


def _of_shared(model, keys: Collection[int]) -> Touched:
    """Places with all that lies in them, sources with their copies, and who takes part or marches."""
    touched = Touched(atlases=_every_atlas())
    if model in (Person, Force):
        column = model._meta.model_name
        taken = Participation.objects.filter(**{f"{column}__in": keys})
        moved = Mover.objects.filter(**{f"{column}__in": keys})
        movements = _columns(taken, ("movement",)) | _columns(moved, ("movement",))
        return touched | Touched(_columns(taken, ("event",)), movements)
    inside = _within(model, "parent" if model is Place else "based_on", keys)
    for some in _batches(inside):
        said = Q(place__in=some) | Q(place_2__in=some) if model is Place else Q(source__in=some)
        claims = frozenset(Claim.objects.filter(said).values_list("pk", flat=True))
        touched |= touched_by_all(Claim, claims) if claims else Touched()
        if model is Place:
            legs = Leg.objects.filter(Q(start__in=some) | Q(end__in=some))
            touched |= Touched(movements=_columns(legs, ("movement",)))
    return touched


def _of_names(keys: Collection[int]) -> Touched:
    touched = Touched(atlases=_every_atlas())
    names = Name.objects.filter(pk__in=keys)
    for column, model in _BEARERS.items():
        if bearers := _columns(names, (column,)):
            touched |= _of_shared(model, bearers)
    return touched


def _within(model, column: str, keys: Collection[int]) -> set[int]:
    inside, new = set(keys), set(keys)
    while new:
        found: set[int] = set()
        for some in _batches(new):
            found |= set(model.objects.filter(**{f"{column}__in": some}).values_list("pk", flat=True))
        new = found - inside
        inside |= new
    return inside


def _columns(rows, names: Iterable[str]) -> frozenset[int]:
    found: set[int | None] = set()
    for name in names:
        found |= set(rows.order_by().values_list(name, flat=True))
    return frozenset(found) - {None}


def _every_atlas() -> frozenset[int]:
    return frozenset(Atlas.objects.values_list("pk", flat=True))


def _batches(keys: Iterable[int]) -> Iterator[tuple[int, ...]]:
    ordered = sorted(keys)
    for start in range(0, len(ordered), A_QUESTION):
        yield tuple(ordered[start : start + A_QUESTION])
