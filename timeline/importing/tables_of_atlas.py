"""Takes every row that an atlas has in the seed tables, of its own and of what it shares with others.

Rows are read part by part and put in order on disk: memory holds keys alone, eight bytes a row.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from django.db import models

from timeline.importing.extent import READ_BY, Extent, extent_of
from timeline.importing.published_extent import (
    Marks,
    Shown,
    as_readers_see,
    in_portions,
    is_publishable,
    published_extent,
)
from timeline.importing.sorted_rows import Row, sorted_rows
from timeline.importing.views_of_steps import put_states_as_they_stand
from timeline.models import Atlas
from timeline.models.vocabulary import Publication
from timeline.seeding.finding import whole
from timeline.seeding.repeats import mark_repeats, repeats
from timeline.seeding.sheet import Sheet
from timeline.seeding.tabling import cells_of, order_key

PART = 500
"""Records read at once, each with all that its row names."""

Tables = Mapping[Sheet, Iterable[Row]]


def tables_of(atlas: Atlas) -> Tables:
    """Every row of an atlas, table by table, in the order in which it is written; each table can be gone through once.

    Shared records come along where the atlas names them, and where no atlas does. The rows are a function
    of what is kept: brought into an empty database and taken out again they are the same.
    """
    return _tables(atlas, extent_of(atlas), None)


def published_tables_of(atlas: Atlas) -> Tables:
    """As tables_of, of what readers may see: rows that need something unpublished are left out."""
    return _tables(atlas, *published_extent(extent_of(atlas)))


def unpublished_of(atlas: Atlas) -> list[tuple[str, str, str]]:
    """Kind, key and publication of each record of the atlas that readers may not see."""
    return [
        (sheet.kind, sheet.identify(record), record.publication)
        for sheet, keys in extent_of(atlas).items()
        if is_publishable(sheet.model)
        for part in in_portions(keys)
        for record in whole(sheet).filter(pk__in=part).exclude(publication=Publication.PUBLISHED)
    ]


def _tables(atlas: Atlas, extent: Extent, shown: Shown | None) -> Tables:
    reading = _Reading(atlas, extent, shown, repeats())
    return {sheet: reading.rows(sheet) for sheet in extent}


@dataclass(frozen=True)
class _Reading:
    """What the rows of an atlas are read by. shown: what readers may see of it, None where all is told; numbers: what
    `repeats` says."""

    atlas: Atlas
    extent: Extent
    shown: Shown | None
    numbers: Mapping[int, int]

    def rows(self, sheet: Sheet) -> Iterator[Row]:
        """The rows of a table; nothing is read before the first is asked for."""
        rows = (cells_of(sheet, record) for record in self._records(sheet))
        yield from sorted_rows((order_key(row, sheet), row) for row in rows)

    def _records(self, sheet: Sheet) -> Iterator[models.Model]:
        every, keys = whole(sheet).order_by(*READ_BY.get(sheet.kind, ("pk",))), self.extent[sheet]
        for start in range(0, len(keys), PART):
            records = list(every.filter(pk__in=keys[start : start + PART].tolist()))
            if sheet.kind in ("claim", "decision"):
                mark_repeats(records, self.numbers)
            if sheet.kind == "lessonstep":
                put_states_as_they_stand(records, self.atlas, self._told)
            yield from records if self.shown is None else as_readers_see(sheet, records, self.shown)

    @cached_property
    def _told(self) -> Shown:
        return self.shown or {sheet.model: Marks(keys) for sheet, keys in self.extent.items()}
