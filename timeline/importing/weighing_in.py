"""Weighs again, once, what an import reaches, and publishes what is new and has a claim."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import models
from django.db.models import F
from django.utils import timezone

from geo.models import Place
from timeline.columns import write_columns
from timeline.models import Atlas, Event, Force, Movement, Name, Person, Source
from timeline.models.vocabulary import Publication
from timeline.resolving import resolve_atlas, resolve_published
from timeline.searchable import search_named
from timeline.seeding.judging import Standing, Verdict
from timeline.settling import settle
from timeline.touched import Touched, touched_by

FEW = 300
"""So many changes are followed one by one; of more, whole atlases are weighed again."""
_SHARED = (Place, Person, Force, Source, Name)
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Reached:
    """What an import changes the reckoning of: what is touched, or, where that is much, whole atlases."""

    touched: Touched
    whole: frozenset[int]


def reached_by(verdicts: Iterable[Verdict]) -> Reached:
    """What changed records touch as they stand in the database; ask before they are written."""
    costly = [verdict for verdict in verdicts if _is_costly(verdict)]
    if len(costly) > FEW:
        return Reached(Touched(), _atlases_of(verdict.record for verdict in costly))
    touched = Touched()
    for verdict in costly:
        if verdict.standing == Standing.CHANGED:
            touched |= touched_by(type(verdict.record)._base_manager.get(pk=verdict.record.pk))
    return Reached(touched, frozenset())


def weigh(reached: Reached, verdicts: Iterable[Verdict]) -> None:
    """Weigh what was written, write the folded names, and end the readers' copies of the atlases concerned."""
    verdicts = list(verdicts)
    _fold_names(verdicts)
    touched = reached.touched
    every = frozenset(Atlas.objects.values_list("pk", flat=True)) if _has_shared(verdicts) else frozenset()
    for verdict in verdicts:
        if not _is_costly(verdict) or not reached.whole:
            touched |= _of_new(verdict) if verdict.standing == Standing.ADDED else touched_by(verdict.record)
    if reached.whole:
        atlases = reached.whole | touched.atlases | _atlases_of(verdict.record for verdict in verdicts)
        for atlas in Atlas.objects.filter(pk__in=atlases):
            resolve_atlas(atlas)
        Atlas.objects.filter(pk__in=atlases | every).update(revision=F("revision") + 1, modified=timezone.now())
    else:
        settle(touched | Touched(atlases=every))


def publish(verdicts: Iterable[Verdict], reached: Reached, unpublished: dict[tuple[str, str], str]) -> int:
    """Publish the new events and movements that have a claim; how many."""
    shown, atlases = 0, set()
    for kind, model in (("event", Event), ("movement", Movement)):
        new = [
            verdict.record
            for verdict in verdicts
            if isinstance(verdict.record, model)
            and verdict.standing == Standing.ADDED
            and (kind, verdict.key) not in unpublished
        ]
        atlases |= {record.atlas_id for record in new}
        for start in range(0, len(new), _AT_ONCE):
            keys = [record.pk for record in new[start : start + _AT_ONCE]]
            shown += model.objects.filter(pk__in=keys, published_claims__gt=0).update(
                publication=Publication.PUBLISHED, published_on=timezone.now()
            )
    for atlas in Atlas.objects.filter(pk__in=atlases):
        # Contradictions between things are told only of what is published.
        resolve_published(atlas)
    return shown


def _is_costly(verdict: Verdict) -> bool:
    return verdict.standing == Standing.CHANGED or isinstance(verdict.record, Name)


def _of_new(verdict: Verdict) -> Touched:
    """Nothing refers to a new shared record but other new rows, which are touched themselves."""
    record = verdict.record
    if isinstance(record, Name):
        return touched_by(record)
    return Touched() if isinstance(record, _SHARED) else touched_by(record)


def _has_shared(verdicts: Iterable[Verdict]) -> bool:
    return any(isinstance(verdict.record, _SHARED) for verdict in verdicts)


def _atlases_of(records: Iterable[models.Model]) -> frozenset[int]:
    """The atlases that tell of these records; a shared one is told of by any."""
    atlases: set[int] = set()
    for record in records:
        if isinstance(record, _SHARED):
            return frozenset(Atlas.objects.values_list("pk", flat=True))
        if isinstance(record, Atlas):
            atlases.add(record.pk)
        else:
            atlases.add(_atlas_of(record))
    return frozenset(atlases)


def _atlas_of(record: models.Model) -> int:
    while not hasattr(record, "atlas_id"):
        steps = ("claim", "event", "movement", "leg", "participation", "relation")
        record = getattr(record, next(step for step in steps if getattr(record, f"{step}_id", None)))
    return record.atlas_id


def _fold_names(verdicts: Iterable[Verdict]) -> None:
    """Write the text by which places, persons and forces are found, where they or their names are new or changed."""
    for model in (Place, Person, Force):
        column = model._meta.model_name
        keys = {v.record.pk for v in verdicts if isinstance(v.record, model)}
        keys |= {getattr(v.record, f"{column}_id") for v in verdicts if isinstance(v.record, Name)} - {None}
        keys = sorted(keys)
        for start in range(0, len(keys), _AT_ONCE):
            bearers = list(model.objects.filter(pk__in=keys[start : start + _AT_ONCE]).prefetch_related("names"))
            for bearer in bearers:
                bearer.search = search_named(bearer)
            write_columns(bearers, ["search"])
