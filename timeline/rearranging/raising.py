"""Raises the versions of records whose pages show what has just been written, so that editors notice."""

from collections.abc import Iterable

from django.db.models import F
from django.utils import timezone

from timeline.rearranging.belonging import PARENTS, Kept
from timeline.rearranging.plan import Row
from timeline.rearranging.rows import TABLES

# Rows that are edited on the page of what they are a part of, by the columns that name it. Claims and decisions
# are edited on pages of their own.
SHOWN_ON = {
    "theatre": ("atlas_id",),
    "side": ("atlas_id",),
    "period": ("atlas_id",),
    "name": ("place_id", "person_id", "force_id", "work_id"),
    "participation": ("event_id", "movement_id"),
    "relation": ("from_event_id",),
    "mover": ("movement_id",),
    "leg": ("movement_id",),
    "legstop": ("leg_id",),
    "lessonstep": ("lesson_id",),
    "interpretation": ("claim_id",),
}


def holders(kept: Iterable[Kept]) -> set[Row]:
    """The records on whose pages the rows are, or were, shown."""
    return {
        Row(PARENTS[each.row.table][column], columns[column])
        for each in kept
        for columns in (each.before, each.whole_after)
        for column in SHOWN_ON.get(each.row.table, ())
        if columns and columns.get(column) is not None
    }


def raise_versions(rows: Iterable[Row]) -> None:
    """Raise the versions of rows that are there and have one; one update a table."""
    keys: dict[str, list[int]] = {}
    for row in rows:
        keys.setdefault(row.table, []).append(row.key)
    for table, wanted in keys.items():
        model = TABLES[table]
        if any(field.name == "version" for field in model._meta.concrete_fields):
            model._base_manager.filter(pk__in=wanted).update(version=F("version") + 1, modified=timezone.now())
