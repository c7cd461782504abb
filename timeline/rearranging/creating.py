"""Makes the rows of a plan, new ones and ones that come back, with the keys and stamps that they had."""

from collections.abc import Iterable, Mapping

from django.db import models

from timeline.columns import BATCH
from timeline.rearranging.plan import Creation, New, Row
from timeline.rearranging.rows import TABLES, Image, values_from


def create(creations: Iterable[Creation]) -> dict[New, Row]:
    """Write the rows, what is referred to first; return what each has become."""
    made: dict[New, Row] = {}
    for table, own in by_table(creations).items():
        model = TABLES[table]
        records = {creation.new: record_of(creation, made) for creation in own}
        # Saving stamps a new row; one that comes back was made when it was made.
        stamps = [(record, record.created) for record in records.values() if getattr(record, "created", None)]
        model._base_manager.bulk_create(records.values(), batch_size=BATCH)
        for record, created in stamps:
            record.created = created
        if stamps:
            model._base_manager.bulk_update([record for record, _created in stamps], ["created"], batch_size=BATCH)
        made |= {new: Row(table, record.pk) for new, record in records.items()}
    return made


def by_table(creations: Iterable[Creation]) -> dict[str, list[Creation]]:
    """The creations of each table, in the order in which the tables may be filled."""
    found: dict[str, list[Creation]] = {}
    for creation in creations:
        found.setdefault(creation.new.table, []).append(creation)
    return {table: found[table] for table in sorted(found, key=list(TABLES).index)}


def record_of(creation: Creation, made: Mapping[New, Row]) -> models.Model:
    """The record of a creation, not written yet; what it refers to of the same plan has been made."""
    model = TABLES[creation.new.table]
    values = values_from(model, with_keys(creation.values, made))
    # What is resolved from claims may be gone since; weighing finds it again.
    resolved = [field.attname for field in model._meta.concrete_fields if field.is_relation and not field.editable]
    record = model(**values | dict.fromkeys(resolved))
    if "version" in values:
        # A row that comes back is newer than any page that still shows it.
        record.version += 1
    return record


def with_keys(values: Mapping[str, object], made: Mapping[New, Row]) -> Image:
    """The values with the keys of what was made in place of what stood for it."""
    return {name: made[value].key if isinstance(value, New) else value for name, value in values.items()}
