"""Finds what to call the rows of acts and everything that they refer to, there or gone."""

from collections.abc import Iterable, Mapping

from django.db import models

from timeline.models import ActRow
from timeline.models.vocabulary import RelationKind, Role
from timeline.rearranging.plan import Row
from timeline.rearranging.rows import TABLES, Image

Names = Mapping[tuple[type[models.Model], int], str]
LONGEST = 200
# What the name of a record is made of, where that is other records.
NAMED_BY = {
    "relation": ("from_event", "to_event"),
    "participation": ("person", "force"),
    "mover": ("person", "force"),
    "leg": ("start", "end"),
    "legstop": ("place",),
    "interpretation": ("claim",),
    "decision": ("claim",),
}
OWN_WORDS = ("key", "title", "name", "label_en", "text", "old", "proposal")


def called(table: str, columns: Mapping[str, object], names: Names) -> str:
    """What to call a row: by its own words, or by those it brings together; "" where it has none."""

    def named(column: str) -> str:
        field = TABLES[table]._meta.get_field(column.removesuffix("_id"))
        return names.get((field.related_model, columns.get(column)), "")

    def label(choices: type[models.TextChoices], value: object) -> str:
        return str(choices(value).label) if value in choices.values else ""

    if table == "relation":
        return f"{named('from_event_id')} {label(RelationKind, columns.get('kind'))} {named('to_event_id')}"
    if table == "participation":
        return f"{named('person_id') or named('force_id')}, {label(Role, columns.get('role'))}"
    if table == "mover":
        return named("force_id") or named("person_id") or str(columns.get("goods") or "")
    if table == "leg":
        return f"{named('start_id') or '?'} → {named('end_id') or '?'}"
    if table == "legstop":
        return named("place_id")
    if table == "interpretation":
        return f"{named('claim_id')}: {columns.get('value') or ''}"
    if table == "decision":
        return str(columns.get("reason") or "")
    if table == "source" and columns.get("short"):
        return str(columns["short"])
    return next((str(columns[name])[:LONGEST] for name in OWN_WORDS if columns.get(name)), "")


def names_of(images: Iterable[tuple[str, Image | None]]) -> dict[tuple[type[models.Model], int], str]:
    """The names of everything that rows refer to, from (table, columns); one query a table named, one for the gone."""
    wanted: dict[type[models.Model], set[int]] = {}
    for table, columns in images:
        for field in TABLES[table]._meta.concrete_fields if columns else ():
            value = columns.get(field.attname)
            if field.is_relation and value is not None:
                wanted.setdefault(field.related_model, set()).add(value)
    found = {}
    for model, keys in wanted.items():
        joins = NAMED_BY.get(model._meta.model_name, ())
        for record in model._base_manager.select_related(*joins).filter(pk__in=keys):
            found[model, record.pk] = str(record)[:LONGEST]
    gone = {(model, key) for model, keys in wanted.items() for key in keys} - set(found)
    return found | _names_of_gone(gone)


def _names_of_gone(gone: set[tuple[type[models.Model], int]]) -> dict[tuple[type[models.Model], int], str]:
    """The names of rows that are there no longer, from the acts that removed them."""
    if not gone:
        return {}
    tables = {model._meta.model_name for model, _key in gone}
    removed = ActRow.objects.filter(after__isnull=True, table__in=tables, key__in={key for _model, key in gone})
    found = {(TABLES[row.table], row.key): called(row.table, row.before, {}) for row in removed}
    return {each: words for each, words in found.items() if each in gone and words}


def sort_of(table: str) -> str:
    """The sort of a row in a word: "event", "claim"."""
    return str(TABLES[table]._meta.verbose_name)


def address_of(row: Row, columns: Mapping[str, object]) -> str:
    """The lasting name of a row: its slug or key, else its number."""
    return str(columns.get("slug") or columns.get("key") or row.key)
