"""Finds the versions of a record: the acts that stand in its history, and how its rows were after each."""

from collections.abc import Iterable

from django.db.models import QuerySet

from timeline.models import Act, ActRow
from timeline.rearranging.plan import Row
from timeline.rearranging.rows import Image, images


def latest_act() -> int:
    """The number of the last act there is; 0 where there is none. One query."""
    return Act.objects.order_by("-pk").values_list("pk", flat=True).first() or 0


def acts_of(record: Row) -> QuerySet[Act]:
    """The acts in the history of a record, latest first."""
    rows = ActRow.objects.filter(concerns__table=record.table, concerns__key=record.key)
    return Act.objects.filter(pk__in=rows.values("act")).select_related("undoes__undoes", "undone_by")


def rows_between(record: Row, after: int, until: int | None = None) -> list[Row]:
    """The rows of a record that acts after the act `after`, up to `until`, made, changed or removed."""
    rows = ActRow.objects.filter(concerns__table=record.table, concerns__key=record.key, act__gt=after)
    if until is not None:
        rows = rows.filter(act__lte=until)
    return sorted({Row(table, key) for table, key in rows.values_list("table", "key")})


def states(rows: Iterable[Row], after: int) -> dict[Row, Image | None]:
    """How rows stood once the act `after` was done; None where a row was not there. Two queries a table.

    What no later act touched stands as it did, so the rows of the database answer for it.
    """
    rows = list(rows)
    found: dict[Row, Image | None] = {}
    for table in {row.table for row in rows}:
        keys = [row.key for row in rows if row.table == table]
        later = ActRow.objects.filter(table=table, key__in=keys, act__gt=after).order_by("act_id")
        for key, before in later.values_list("key", "before"):
            found.setdefault(Row(table, key), before)
    now = images(row for row in rows if row not in found)
    return {row: found[row] if row in found else now.get(row) for row in rows}
