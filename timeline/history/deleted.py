"""Finds the records that were deleted and are still gone."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet

from timeline.history.calling import called, names_of, sort_of
from timeline.models import Act, ActRow, Concern
from timeline.rearranging.plan import Row
from timeline.rearranging.rows import images


@dataclass(frozen=True, slots=True)
class Deleted:
    """A record that is gone, the act that took it, and how many rows went along."""

    row: Row
    sort: str
    name: str
    act: Act
    along: int


def deletions(tables: Iterable[str]) -> QuerySet[ActRow]:
    """The rows of these tables that acts removed, not because what they were part of went; latest first."""
    gone = ActRow.objects.filter(
        act=OuterRef(OuterRef("act")), table=OuterRef("table"), key=OuterRef("key"), after__isnull=True
    )
    went_along = (
        Concern.objects.filter(row=OuterRef("pk"))
        .exclude(table=OuterRef("table"), key=OuterRef("key"))
        .filter(Exists(gone))
    )
    return (
        ActRow.objects.filter(after__isnull=True, table__in=list(tables))
        .exclude(Exists(went_along))
        .select_related("act__undoes__undoes")
        .order_by("-act_id", "id")
    )


def still_gone(rows: Iterable[ActRow]) -> list[Deleted]:
    """Those of the removed rows that have not come back, in words; each record once, by its last deletion."""
    latest: dict[Row, ActRow] = {}
    for row in rows:
        latest.setdefault(Row(row.table, row.key), row)
    there = images(latest)
    gone = {row: kept for row, kept in latest.items() if row not in there}
    names = names_of((row.table, kept.before) for row, kept in gone.items())
    along = _along(gone.values())
    return [
        Deleted(row, sort_of(row.table), called(row.table, kept.before, names) or str(row.key), kept.act,
                along.get((kept.act_id, row.table, row.key), 1) - 1)
        for row, kept in gone.items()
    ]  # fmt: skip


def _along(rows: Iterable[ActRow]) -> dict[tuple[int, str, int], int]:
    """How many removed rows of each act stand in the history of each removed row."""
    rows = list(rows)
    found: dict[tuple[int, str, int], int] = {}
    wanted = Concern.objects.filter(
        row__act__in={row.act_id for row in rows}, row__after__isnull=True,
        table__in={row.table for row in rows}, key__in={row.key for row in rows},
    )  # fmt: skip
    for act, table, key in wanted.values_list("row__act", "table", "key"):
        found[act, table, key] = found.get((act, table, key), 0) + 1
    return found
