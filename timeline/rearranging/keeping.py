"""Keeps the rows of an act, each with the records in whose histories it stands."""

from collections.abc import Iterable

from timeline.models import Act, ActRow, Concern
from timeline.rearranging.belonging import Kept, concerns
from timeline.rearranging.rows import without_worked_out

BATCH = 200


def keep(act: Act, kept: Iterable[Kept]) -> None:
    """Write what an act did to each row; two inserts, and the queries of `concerns`."""
    kept = list(kept)
    rows = [
        ActRow(act=act, table=each.row.table, key=each.row.key, before=_slim(each), after=each.after) for each in kept
    ]
    ActRow.objects.bulk_create(rows, batch_size=BATCH)
    concerned = concerns(kept)
    Concern.objects.bulk_create(
        (
            Concern(row=row, table=whole.table, key=whole.key)
            for row, each in zip(rows, kept, strict=True)
            for whole in sorted(concerned[each.row])
        ),
        batch_size=BATCH,
    )


def _slim(each: Kept):
    """Of a row that is still there, what is worked out from claims would only be in the way."""
    if each.before is None or each.after is None:
        return each.before
    named = {name: each.before[name] for name in each.after if name in each.before}
    return without_worked_out(each.row.table, each.before) | named
