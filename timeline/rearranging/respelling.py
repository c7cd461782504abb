"""Writes the folded text of places, persons and forces again, by which any spelling finds them."""

from collections.abc import Iterable, Mapping

from geo.models import Place
from timeline.models import Force, Name, Person
from timeline.rearranging.plan import Row
from timeline.rearranging.rows import Image
from timeline.searchable import search_named

BEARERS = {"place": Place, "person": Person, "force": Force}


def respell(rows: Iterable[Row], before: Mapping[Row, Image]) -> None:
    """Bring the search text of every bearer up to date whose own name, or one of whose spellings, is among the rows.

    before: the rows as they were: a spelling that went elsewhere is missing where it was.
    """
    rows = list(rows)
    wanted = {table: {row.key for row in rows if row.table == table} for table in BEARERS}
    columns = [f"{table}_id" for table in BEARERS]
    names = [row.key for row in rows if row.table == "name"]
    now = list(Name.objects.filter(pk__in=names).values(*columns)) if names else []
    for borne in (*now, *(then for row, then in before.items() if row.table == "name")):
        for table, column in zip(BEARERS, columns, strict=True):
            wanted[table] |= {borne[column]} - {None}
    for table, keys in wanted.items():
        for record in BEARERS[table].objects.filter(pk__in=keys).prefetch_related("names") if keys else ():
            BEARERS[table].objects.filter(pk=record.pk).update(search=search_named(record))
