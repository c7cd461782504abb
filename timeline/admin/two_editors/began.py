"""Makes records of the rows that acts have changed since, as they were, with what hung on them then."""

from collections.abc import Collection

from django.db import models

from geo.models import Place
from timeline.models import ActRow
from timeline.rearranging.plan import Row
from timeline.rearranging.rows import TABLES, Image, values_from


def as_record(row: Row, image: Image | None) -> models.Model | None:
    """The record that a row was; what it named and is not there any longer is left out."""
    model = TABLES[row.table]
    if image is None:
        return None
    record = model(**values_from(model, image))
    for field in model._meta.concrete_fields:
        if field.many_to_one and field.null and (key := getattr(record, field.attname)) is not None:
            found = field.related_model._base_manager.filter(pk=key).first()
            setattr(record, field.name, found)
    return record


def give_parts(records: dict[int, models.Model | None], model, keys: Collection[int], named: str, seen: int) -> None:
    """Let records have the parts, `named` as their reverse relation, that they had once the act `seen` was done.

    records: of `model`, by key, those that acts have changed; those of `keys` only whose parts have changed are added.
    """
    relation = model._meta.get_field(named)
    part, column = relation.related_model, relation.field.attname
    later = ActRow.objects.filter(table=part._meta.model_name, act__gt=seen, concerns__table=model._meta.model_name)
    before: dict[int, Image | None] = {}
    for key, image in later.filter(concerns__key__in=keys).order_by("act_id").values_list("key", "before"):
        before.setdefault(key, image)
    then = [as_record(Row(part._meta.model_name, key), image) for key, image in before.items() if image is not None]
    now = part._base_manager.filter(**{f"{column}__in": keys})
    changed = {getattr(each, column) for each in (*then, *now.filter(pk__in=[*before]))}
    for record in model._base_manager.filter(pk__in=changed.difference(records).intersection(keys)):
        records[record.pk] = record
    stayed = [*now.exclude(pk__in=[*before]).select_related("place")]
    places = Place.objects.in_bulk({each.place_id for each in then})
    was = [each for each in then if each.place_id in places]
    for each in was:
        each.place = places[each.place_id]
    for key, record in records.items():
        if record is not None:
            own = [each for each in (*stayed, *was) if getattr(each, column) == key]
            record._prefetched_objects_cache = {named: sorted(own, key=lambda each: each.order)}
