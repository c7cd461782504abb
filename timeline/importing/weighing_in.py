"""Weighs, with the lock held, what an import reaches among what is kept, and ends the readers' copies."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from geo.models import Place
from timeline.bracketing import put_brackets
from timeline.columns import write_columns
from timeline.importing.weighing_before import BEARERS, Foreweighed
from timeline.lessons.keeping import keep_steps
from timeline.models import Atlas, Force, Lesson, LessonStep, Name, Person, Source
from timeline.resolving import resolve_atlas, resolve_published, resolve_touched
from timeline.searchable import search_named
from timeline.seeding.judging import Standing, Verdict
from timeline.touched import Touched, touched_by

FEW = 300
"""So many changes are followed one by one; of more, whole atlases are weighed again."""
_SHARED = (Place, Person, Force, Source, Name)
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Reached:
    """What far-reaching rows touch; where they are many, whole atlases."""

    touched: Touched
    whole: frozenset[int]


def reached_by(rest: Iterable[Verdict]) -> Reached:
    """What these rows touch, as their records stand in the database too: ask before they are written."""
    rest = list(rest)
    if len(rest) > FEW:
        return Reached(Touched(), _atlases_of(verdict.record for verdict in rest))
    touched = Touched()
    for verdict in rest:
        if verdict.standing == Standing.CHANGED:
            touched |= touched_by(type(verdict.record)._base_manager.get(pk=verdict.record.pk))
        touched |= touched_by(verdict.record)
    return Reached(touched, frozenset())


def weigh(verdicts: list[Verdict], foreweighed: Foreweighed, reached: Reached, *, still_true: bool) -> None:
    """Weigh what is touched, after all rows are written.

    still_true: whether nothing was saved since the new rows were weighed; if not, they are weighed anew.
    """
    atlases = _atlases_of(verdict.record for verdict in verdicts)
    if still_true:
        foreweighed.write()
    _fold_names(verdicts)
    if reached.whole or not (still_true or len(verdicts) <= FEW):
        for atlas in Atlas.objects.filter(pk__in=reached.whole | atlases):
            resolve_atlas(atlas)
    else:
        touched = reached.touched
        if not still_true:
            for verdict in verdicts:
                touched |= touched_by(verdict.record)
        if touched != Touched():
            resolve_touched(touched)
        for atlas in Atlas.objects.filter(pk__in=atlases - touched.atlases):
            # What is told of the order of things is known only when all of it is there.
            resolve_published(atlas)
            put_brackets(atlas)
    _count_steps(verdicts)
    ended = atlases | reached.whole | reached.touched.atlases
    Atlas.objects.filter(pk__in=ended).update(revision=F("revision") + 1, modified=timezone.now())


def _atlases_of(records: Iterable[models.Model]) -> frozenset[int]:
    """The atlases that tell of these records; a shared one is told of by any."""
    atlases: set[int] = set()
    for record in records:
        if isinstance(record, _SHARED):
            return frozenset(Atlas.objects.values_list("pk", flat=True))
        atlases.add(record.pk if isinstance(record, Atlas) else _atlas_of(record))
    return frozenset(atlases)


def _atlas_of(record: models.Model) -> int:
    while not hasattr(record, "atlas_id"):
        steps = ("lesson", "claim", "event", "movement", "leg", "participation", "relation")
        record = getattr(record, next(step for step in steps if getattr(record, f"{step}_id", None)))
    return record.atlas_id


def _count_steps(verdicts: Iterable[Verdict]) -> None:
    """Count the steps of lessons that are among these rows, or whose steps are."""
    records = [verdict.record for verdict in verdicts]
    lessons = {record.pk for record in records if isinstance(record, Lesson)}
    lessons |= {record.lesson_id for record in records if isinstance(record, LessonStep)}
    if lessons:
        keep_steps(Q(pk__in=lessons))


def _fold_names(verdicts: Iterable[Verdict]) -> None:
    """Write the text by which kept places, persons and forces are found, where they or their names changed."""
    for column, model in BEARERS.items():
        changed = {v.record.pk for v in verdicts if isinstance(v.record, model) and v.standing == Standing.CHANGED}
        new = {v.record.pk for v in verdicts if isinstance(v.record, model) and v.standing == Standing.ADDED}
        named = {getattr(v.record, f"{column}_id") for v in verdicts if isinstance(v.record, Name)} - {None}
        keys = sorted(changed | named - new)
        for start in range(0, len(keys), _AT_ONCE):
            bearers = list(model.objects.filter(pk__in=keys[start : start + _AT_ONCE]).prefetch_related("names"))
            for bearer in bearers:
                bearer.search = search_named(bearer)
            write_columns(bearers, ["search"])
