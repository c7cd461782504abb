"""Sets out what an act did, row by row, with names in place of numbers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from django.db import models
from django.utils.translation import gettext as _

from geo.models import Place
from timeline.models import Act, ActRow, Event, Force, Person
from timeline.models.vocabulary import RelationKind, Role
from timeline.rearranging.rows import TABLES

# Columns that say what a row is, where it was made or removed.
TELLING = (
    "title", "name", "text", "key", "as_printed", "from_event_id", "start_id", "end_id", "kind", "to_event_id",
    "event_id", "place_id", "person_id", "force_id", "role", "side_id", "attribute", "claim_id", "reason", "old",
    "new", "proposal",
)  # fmt: skip
# What a row is called by, where it has words of its own.
OWN_WORDS = ("key", "title", "name", "text", "label_en", "old", "proposal")


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


def tables_of(act: Act) -> list[Table]:
    """The rows of an act by sort and fate; a query for the rows, and one a table that they name."""
    rows = sorted(act.rows.all(), key=lambda row: (list(TABLES).index(row.table), _fate(row), row.pk))
    names = _names(rows)
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


def _line(row: ActRow, names: Mapping[tuple[type, int], str]) -> Line:
    model = TABLES[row.table]
    was = {**(row.before or {}), **(row.after or {})}
    fate = _fate(row)
    shown = row.after if fate == "changed" else [column for column in TELLING if was.get(column) not in (None, "")]
    fields = {field.attname: field for field in model._meta.concrete_fields}
    columns = tuple(
        Column(
            str(fields[column].verbose_name),
            "" if fate == "made" else _worded(fields[column], row.before.get(column), names),
            "" if fate == "removed" else _worded(fields[column], row.after.get(column), names),
        )
        for column in shown
        if column in fields and (fate != "changed" or row.before.get(column) != row.after[column])
    )
    return Line(_called(row.table, was, names) or f"{model._meta.verbose_name} {row.key}", columns)


def _called(table: str, columns: Mapping[str, object], names: Mapping[tuple[type, int], str]) -> str:
    """What to call a row: by its own words, or by those it brings together."""

    def named(model: type[models.Model], column: str) -> str:
        return names.get((model, columns.get(column)), "")

    if table == "relation":
        kind = RelationKind(columns["kind"]).label if columns.get("kind") in RelationKind.values else ""
        return f"{named(Event, 'from_event_id')} {kind} {named(Event, 'to_event_id')}"
    if table == "participation":
        role = Role(columns["role"]).label if columns.get("role") in Role.values else ""
        return f"{named(Person, 'person_id') or named(Force, 'force_id')}, {role}"
    if table == "decision":
        return str(columns.get("reason", ""))
    if table == "leg":
        return f"{named(Place, 'start_id') or '?'} → {named(Place, 'end_id') or '?'}"
    if table == "legstop":
        return named(Place, "place_id")
    return next((str(columns[name]) for name in OWN_WORDS if columns.get(name)), "")


def _worded(field: models.Field, value: object, names: Mapping[tuple[type, int], str]) -> str:
    if value is None or value == "":
        return "–"
    if field.is_relation:
        return names.get((field.related_model, value), f"{field.related_model._meta.verbose_name} {value}")
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return str(dict(field.flatchoices).get(value, value))


def _names(rows: Iterable[ActRow]) -> dict[tuple[type, int], str]:
    """The names of everything that the rows refer to: from the records, or from what the act removed."""
    rows = list(rows)
    wanted: dict[type[models.Model], set[int]] = {}
    for row in rows:
        model = TABLES[row.table]
        for image in (row.before or {}, row.after or {}):
            for field in model._meta.concrete_fields:
                value = image.get(field.attname)
                if field.is_relation and value is not None:
                    wanted.setdefault(field.related_model, set()).add(value)
    found = {
        (TABLES[row.table], row.key): str((row.before or row.after)[column])[:200]
        for row in rows
        if (column := NAMED_IN.get(row.table)) and column in (row.before or row.after)
    }
    for model, keys in wanted.items():
        joins = NAMED_BY.get(model._meta.model_name, ())
        for record in model._base_manager.select_related(*joins).filter(pk__in=keys):
            found[model, record.pk] = str(record)[:200]
    return found


# The column that a record is called by.
NAMED_IN = {"event": "title", "movement": "title", "place": "name"}
# What the name of a record is made of, where that is other records.
NAMED_BY = {
    "relation": ("from_event", "to_event"),
    "participation": ("person", "force"),
    "leg": ("start", "end"),
}
