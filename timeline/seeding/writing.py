"""Writes what the verdicts on a table come to: new records, changed ones, and the places that legs pass."""

from collections.abc import Iterable

from django.db import models

from timeline.columns import BATCH, write_columns
from timeline.fields import COLUMNS
from timeline.models import Claim, LegStop
from timeline.recording import current
from timeline.seeding.judging import Standing, Verdict


def write(model: type[models.Model], verdicts: Iterable[Verdict]) -> None:
    """Add and change the records of one table; those of the tables before it must have been written.

    Of a changed record only what its row changes is written: what is resolved from claims may have been
    written anew since it was read. Raises IntegrityError where the database refuses a row: the caller's
    transaction is then lost.
    """
    verdicts = list(verdicts)
    added = [verdict.record for verdict in verdicts if verdict.standing == Standing.ADDED]
    fields = model._meta.concrete_fields
    names = [field.name for field in fields if not field.primary_key and field.name != "created"]
    # What refers to its own table waits until every record there has its key.
    waiting = [(record, held) for record in added if (held := _let_go(record))]
    for record in added:
        refer(record)
        record.pk = None
    model._base_manager.bulk_create(added, batch_size=BATCH)
    for record, held in waiting:
        for name, other in held.items():
            setattr(record, name, other)
    write_columns([record for record, _held in waiting], names)
    write_changed(verdicts)
    write_stops(verdicts)


def write_changed(verdicts: Iterable[Verdict]) -> None:
    """Write what rows change of records that are kept."""
    changed = changed_alike(verdicts)
    if record := current():
        record.watch(each for _names, records in changed for each in records)
    for names, records in changed:
        write_columns(records, names)


def changed_alike(verdicts: Iterable[Verdict]) -> list[tuple[list[str], list[models.Model]]]:
    """Changed records by the columns that are to be written of them."""
    alike: dict[frozenset[str], list[models.Model]] = {}
    for verdict in verdicts:
        if verdict.standing != Standing.CHANGED:
            continue
        refer(verdict.record)
        # A claim's days follow from its face, and clean() has put them there.
        dated = isinstance(verdict.record, Claim) and not verdict.before.keys().isdisjoint(("face", "attribute"))
        days = (*COLUMNS, "face_shape") if dated else ()
        alike.setdefault(frozenset((*verdict.before, *days, "version", "modified")), []).append(verdict.record)
    return [(sorted(names), records) for names, records in alike.items()]


def _let_go(record: models.Model) -> dict[str, models.Model]:
    held = {}
    for field in record._meta.concrete_fields:
        if field.is_relation and field.related_model is type(record) and field.is_cached(record):
            other = field.get_cached_value(record)
            if other is not None:
                held[field.name] = other
                setattr(record, field.name, None)
    return held


def refer(record: models.Model) -> None:
    """Take over the keys that the records this one names have been given since it was judged."""
    for field in record._meta.concrete_fields:
        if field.is_relation and field.is_cached(record):
            other = field.get_cached_value(record)
            setattr(record, field.attname, None if other is None else other.pk)
            if other is not None:
                field.set_cached_value(record, other)


def write_stops(verdicts: Iterable[Verdict]) -> list[LegStop]:
    """Write the places that legs pass through, where they are others than before; return those of new legs.

    Only stops of legs that were there are noted in the act: of a load its new rows are not kept.
    """
    verdicts = [verdict for verdict in verdicts if verdict.stops is not None]
    LegStop.objects.filter(leg__in=[verdict.record.pk for verdict in verdicts]).delete()
    stops = LegStop.objects.bulk_create(
        LegStop(leg=verdict.record, place=place, order=order)
        for verdict in verdicts
        for order, place in enumerate(verdict.stops, 1)
    )
    changed = {verdict.record.pk for verdict in verdicts if verdict.standing == Standing.CHANGED}
    if record := current():
        record.made(stop for stop in stops if stop.leg_id in changed)
    return [stop for stop in stops if stop.leg_id not in changed]
