"""Makes ready, before the lock is taken, what the act of an import keeps of very many new records."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import models

from timeline.history.calling import address_of, called, names_of
from timeline.importing.readying import Ready, insertion, reserve
from timeline.models import Act, ActRow, Concern
from timeline.rearranging.belonging import Kept, concerns
from timeline.rearranging.plan import Row
from timeline.rearranging.raising import holders
from timeline.rearranging.rows import TABLES, image
from timeline.recording import NAMED

_ACT = [field.name for field in ActRow._meta.concrete_fields].index("act")


@dataclass(frozen=True)
class KeptRows:
    """Rows as an act keeps them, each with the records in whose histories it stands."""

    rows: Ready
    concerned: Ready

    def write(self, act: Act) -> None:
        """Keep the rows with an act; two statements."""
        for row in self.rows.rows:
            row[_ACT] = act.pk
        self.rows.write()
        self.concerned.write()


@dataclass(frozen=True)
class NewRows:
    """The rows of new records as an act keeps them; `shown_on` are the kept records on whose pages they appear.

    records: how many records they are that are no parts of others; subjects: the first of these.
    """

    records: int
    subjects: list[list[str]]
    shown_on: set[Row]
    kept: KeptRows

    def write(self, act: Act) -> None:
        """Keep the rows with an act."""
        self.kept.write(act)


def new_rows(new: Sequence[models.Model]) -> NewRows:
    """What an act keeps of new records that have their keys and stamps, in the state in which they are written."""
    order = list(TABLES)
    kept = [Kept(Row(record._meta.model_name, record.pk), None, image(record)) for record in new]
    kept.sort(key=lambda each: (order.index(each.row.table), each.row.key))
    of = concerns(kept)
    rows = {each.row for each in kept}
    mains = [each for each in kept if rows & of[each.row] == {each.row}]
    return NewRows(len(mains), _named(mains[:NAMED]), holders(kept) - rows, _ready(kept, of))


def ready_rows(kept: Sequence[Kept]) -> KeptRows:
    """What an act keeps of rows that it makes or removes."""
    return _ready(kept, concerns(kept))


def _ready(kept: Sequence[Kept], of: dict[Row, set[Row]]) -> KeptRows:
    act_rows = [ActRow(table=each.row.table, key=each.row.key, before=each.before, after=each.after) for each in kept]
    for row, key in zip(act_rows, reserve(ActRow, len(act_rows)), strict=True):
        row.pk = key
    found = [
        Concern(row=row, table=whole.table, key=whole.key)
        for row, each in zip(act_rows, kept, strict=True)
        for whole in sorted(of[each.row])
    ]
    for concern, key in zip(found, reserve(Concern, len(found)), strict=True):
        concern.pk = key
    return KeptRows(insertion(ActRow, act_rows), insertion(Concern, found))


def _named(mains: Iterable[Kept]) -> list[list[str]]:
    mains = list(mains)
    names = names_of((each.row.table, each.after) for each in mains)
    return [
        [each.row.table, address_of(each.row, each.after), called(each.row.table, each.after, names)] for each in mains
    ]
