"""Sets out what an act did, row by row, with names in place of numbers."""

from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext as _

from timeline.history.calling import Names, called, names_of
from timeline.history.wording import worded
from timeline.models import Act, ActRow
from timeline.rearranging.rows import TABLES

# Columns that say what a row is, where it was made or removed.
TELLING = (
    "title", "key", "as_printed", "from_event_id", "kind", "to_event_id", "event_id", "person_id", "force_id",
    "role", "side_id", "attribute", "claim_id", "value", "reason", "old", "new", "proposal", "name", "text", "label_en",
    "start_id", "end_id", "place_id", "order", "goods",
)  # fmt: skip
# A load or an import may have touched thousands.
MOST = 1_000


@dataclass(frozen=True, slots=True)
class Column:
    """What one column held before the act, and after."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the act: what it is, and the columns it changed."""

    name: str
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one sort that were made, changed or removed together."""

    heading: str
    lines: tuple[Line, ...]


def left_out(act: Act) -> int:
    """How many rows of an act are not set out, because there are too many."""
    return max(0, act.rows.count() - MOST)


def tables_of(act: Act) -> list[Table]:
    """The rows of an act by sort and fate; a query for the rows, and one a table that they name."""
    rows = sorted(act.rows.all()[:MOST], key=lambda row: (list(TABLES).index(row.table), _fate(row), row.pk))
    names = _names_in(rows) | names_of((row.table, image) for row in rows for image in (row.before, row.after))
    found = []
    for (table, fate), group in groupby(rows, key=lambda row: (row.table, _fate(row))):
        lines = tuple(_line(row, names) for row in group)
        found.append(Table(_heading(table, fate, len(lines)), lines))
    return found


def _fate(row: ActRow) -> str:
    if row.before is None:
        return "made"
    return "removed" if row.after is None else "changed"


def _heading(table: str, fate: str, count: int) -> str:
    meta = TABLES[table]._meta
    words = {"made": _("%(what)s made: %(count)s"), "removed": _("%(what)s removed: %(count)s"),
             "changed": _("%(what)s changed: %(count)s")}  # fmt: skip
    what = str(meta.verbose_name if count == 1 else meta.verbose_name_plural)
    return words[fate] % {"what": what[:1].upper() + what[1:], "count": count}


def _names_in(rows: list[ActRow]) -> dict:
    """What rows that an act removed or renamed were called before it."""
    return {
        (TABLES[row.table], row.key): str((row.before or row.after)["title"])[:200]
        for row in rows
        if row.table in ("event", "movement") and "title" in (row.before or row.after)
    }


def _line(row: ActRow, names: Names) -> Line:
    model = TABLES[row.table]
    was = {**(row.before or {}), **(row.after or {})}
    fate = _fate(row)
    shown = row.after if fate == "changed" else [column for column in TELLING if was.get(column) not in (None, "")]
    fields = {field.attname: field for field in model._meta.concrete_fields}
    columns = tuple(
        Column(
            str(fields[column].verbose_name),
            "" if fate == "made" else worded(fields[column], row.before.get(column), names),
            "" if fate == "removed" else worded(fields[column], row.after.get(column), names),
        )
        for column in shown
        if column in fields and (fate != "changed" or row.before.get(column) != row.after[column])
    )
    return Line(called(row.table, was, names) or f"{model._meta.verbose_name} {row.key}", columns)
