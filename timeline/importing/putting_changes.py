"""Puts what rows change onto the same records loaded with all that weighing looks at."""

from collections.abc import Iterable, Iterator

from django.db import models

from timeline.fields import COLUMNS
from timeline.models import Claim, Event, Movement
from timeline.seeding.judging import Verdict


def put_changes(changed: Iterable[Verdict], loaded: Iterable[Event | Movement]) -> None:
    """Give the loaded copies of changed records their new values; what is not among them is left."""
    copies = {(type(record), record.pk): record for subject in loaded for record in _parts_of(subject)}
    for verdict in changed:
        copy = copies.get((type(verdict.record), verdict.record.pk))
        if copy is None or copy is verdict.record:
            continue
        days = (*COLUMNS, "face_shape") if isinstance(copy, Claim) else ()
        for name in (*verdict.before, *days):
            setattr(copy, name, getattr(verdict.record, name))


def _parts_of(subject: Event | Movement) -> Iterator[models.Model]:
    yield subject
    yield from _claims_of(subject)
    yield from subject.decisions.all()
    groups = [subject.participations.all()]
    if isinstance(subject, Event):
        groups.append(subject.relations_out.all())
    else:
        groups += [subject.legs.all(), subject.movers.all()]
    for part in (part for group in groups for part in group):
        yield part
        if hasattr(part, "claims"):
            yield from _claims_of(part)
        if hasattr(part, "decisions") and "decisions" in part._prefetched_objects_cache:
            yield from part.decisions.all()


def _claims_of(owner: models.Model) -> Iterator[models.Model]:
    for claim in owner.claims.all():
        yield claim
        reading = claim._state.fields_cache.get("interpretation")
        if reading is not None:
            yield reading
