"""Turns records into plain data that can be kept as JSON, and back, without losing a digit."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.db import models

from geo.models import Place
from timeline.models import (
    Atlas,
    Claim,
    Decision,
    Dismissal,
    Event,
    Force,
    FormerSlug,
    Interpretation,
    Leg,
    LegStop,
    Lesson,
    LessonStep,
    Movement,
    Mover,
    Name,
    Participation,
    Period,
    Person,
    Relation,
    Side,
    Source,
    Theatre,
)
from timeline.rearranging.plan import Row

# In the order in which they may be inserted: what is referred to comes first.
TABLES: dict[str, type[models.Model]] = {
    model._meta.model_name: model
    for model in (
        Atlas, Theatre, Side, Source, Place, Person, Force, Name,
        Event, Movement, Participation, Relation, Mover, Leg, LegStop,
        Claim, Interpretation, Decision, Period, Lesson, LessonStep, FormerSlug, Dismissal,
    )
}  # fmt: skip
Image = dict[str, object]
# Stamps of a save; what is resolved from claims is not editable and may differ as well.
STAMPS = ("version", "created", "modified")
# Not filled by people either, but of the row itself: nothing works them out again.
OF_THE_ROW = ("published_on", "number")


def image(record: models.Model) -> Image:
    """Every column of a record, as JSON holds it: moments as ISO text with their microseconds."""
    return {field.attname: plain(getattr(record, field.attname)) for field in record._meta.concrete_fields}


def plain(value: object) -> object:
    """A column's value as JSON holds it."""
    return value.isoformat() if isinstance(value, datetime) else value


def values_from(model: type[models.Model], columns: Mapping[str, object]) -> Image:
    """The values of columns read back from JSON, as the model holds them."""
    fields = {field.attname: field for field in model._meta.concrete_fields}
    return {
        name: fields[name].to_python(value) if isinstance(fields[name], models.DateTimeField) else value
        for name, value in columns.items()
    }


def images(rows: Iterable[Row]) -> dict[Row, Image]:
    """The rows as they stand now; one query a table; those that are not there are left out."""
    keys: dict[str, list[int]] = {}
    for row in rows:
        keys.setdefault(row.table, []).append(row.key)
    return {
        Row(table, record.pk): image(record)
        for table, wanted in keys.items()
        for record in TABLES[table]._base_manager.filter(pk__in=wanted)
    }


def own_columns(table: str) -> list[str]:
    """The columns that people fill, as against stamps and what is resolved from claims."""
    return [field.attname for field in TABLES[table]._meta.concrete_fields if field.editable and not field.primary_key]


def differing(table: str, one: Mapping[str, object], other: Mapping[str, object]) -> list[str]:
    """The columns filled by people in which two images of a row differ."""
    return [name for name in own_columns(table) if one.get(name) != other.get(name)]


def without_worked_out(table: str, columns: Mapping[str, object]) -> Image:
    """The image without the columns that are resolved from claims or found by weighing."""
    kept = {TABLES[table]._meta.pk.attname, *own_columns(table), *STAMPS, *OF_THE_ROW}
    return {name: value for name, value in columns.items() if name in kept}
