"""Sets out what changed between two states of rows, in words an editor understands."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from timeline.history.calling import Names, called, names_of, sort_of
from timeline.history.word_marks import Piece, marked
from timeline.history.wording import NOTHING, label, worded
from timeline.rearranging.belonging import PARENTS
from timeline.rearranging.plan import Row
from timeline.rearranging.rows import TABLES, Image, differing, own_columns

MADE, CHANGED, REMOVED = "made", "changed", "removed"
# Texts longer than this are shown once, with their changed words marked.
SHORT = 60


@dataclass(frozen=True, slots=True)
class ColumnChange:
    """What one column held before and holds after; `pieces` where it is a text long enough to mark words in."""

    label: str
    before: str
    after: str
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row that was made, changed or removed: what it is, and the columns that tell of it."""

    row: Row
    fate: str
    sort: str
    name: str
    columns: tuple[ColumnChange, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """A row in two states; None where it is not there."""

    row: Row
    before: Image | None
    after: Image | None

    @property
    def fate(self) -> str:
        return MADE if self.before is None else REMOVED if self.after is None else CHANGED


def pairs(before: Mapping[Row, Image | None], after: Mapping[Row, Image | None]) -> list[Pair]:
    """The rows that differ between two states, in the order of their tables."""
    order = list(TABLES)
    rows = sorted({*before, *after}, key=lambda row: (order.index(row.table), row.key))
    found = [Pair(row, before.get(row), after.get(row)) for row in rows]
    return [
        pair
        for pair in found
        if (pair.before is None) != (pair.after is None)
        or (pair.before is not None and differing(pair.row.table, pair.before, pair.after))
    ]


def differences(found: Iterable[Pair], names: Names | None = None, *, of: Row | None = None) -> list[RowChange]:
    """The pairs in words, the record `of` itself first; one query a table named, unless `names` are given."""
    found = sorted(found, key=lambda pair: pair.row != of)
    if names is None:
        names = names_in(found)
    return [_row_change(pair, names, of) for pair in found]


def names_in(found: Iterable[Pair]) -> Names:
    """The names of everything that pairs refer to."""
    return names_of((pair.row.table, columns) for pair in found for columns in (pair.before, pair.after))


def _row_change(pair: Pair, names: Names, of: Row | None) -> RowChange:
    table = pair.row.table
    fields = {field.attname: field for field in TABLES[table]._meta.concrete_fields}
    before, after = pair.before or {}, pair.after or {}
    if pair.fate == CHANGED:
        shown = differing(table, before, after)
    else:
        # What a row belongs to is said by the page it is shown on.
        belongs = {column for column, parent in PARENTS.get(table, {}).items()
                   if of == Row(parent, (before or after).get(column))}  # fmt: skip
        shown = [name for name in own_columns(table) if _told(before, after, name) and name not in belongs]
    columns = tuple(
        _column(label(fields[name]), worded(fields[name], before.get(name), names),
                worded(fields[name], after.get(name), names), pair.fate)
        for name in shown
    )  # fmt: skip
    name = called(table, after or before, names) or f"{sort_of(table)} {pair.row.key}"
    return RowChange(pair.row, pair.fate, sort_of(table), name, columns)


def _told(before: Mapping[str, object], after: Mapping[str, object], name: str) -> bool:
    return any(columns.get(name) not in (None, "", [], False) for columns in (before, after))


def _column(name: str, before: str, after: str, fate: str) -> ColumnChange:
    if fate == MADE:
        return ColumnChange(name, "", after)
    if fate == REMOVED:
        return ColumnChange(name, before, "")
    long = max(len(before), len(after)) > SHORT and NOTHING not in (before, after)
    return ColumnChange(name, before, after, marked(before, after) if long else ())
