"""Removes rows that nothing refers to, many at a time, and says what still refers to the others."""

from collections.abc import Iterable, Iterator

from django.db import connections, models, router

from timeline.rearranging.plan import Row
from timeline.rearranging.rows import TABLES

# A database takes so many values in one question.
A_QUESTION = 20_000


def references_to(model: type[models.Model]) -> Iterator[models.ForeignKey]:
    """The columns, of any table, by which people have a row refer to rows of this one.

    What is resolved is worked out again, and what only notes where something was (an import its atlas, an act
    its) lets go by itself.
    """
    for relation in model._meta.get_fields(include_hidden=True):
        if not (relation.one_to_many or relation.one_to_one) or not relation.auto_created or relation.concrete:
            continue
        kept = relation.related_model._meta.model_name in TABLES
        if relation.field.editable and (kept or relation.on_delete not in (models.SET_NULL, models.DO_NOTHING)):
            yield relation.field


def remove_what_nothing_holds(rows: Iterable[Row]) -> list[Row]:
    """Remove rows, parts before wholes, unless something that stays refers to them; return those left.

    Nothing goes along unseen: a row to which anything refers is left.
    """
    keys: dict[str, set[int]] = {}
    for row in rows:
        keys.setdefault(row.table, set()).add(row.key)
    left: list[Row] = []
    for table in sorted(keys, key=list(TABLES).index, reverse=True):
        model = TABLES[table]
        held = _held(model, keys[table])
        _delete(model, keys[table] - held)
        left += [Row(table, key) for key in sorted(held)]
    return left


def _held(model: type[models.Model], keys: set[int]) -> set[int]:
    """Those of the rows to which a row refers that is not among them, or one that is itself held."""
    held: set[int] = set()
    within: dict[int, set[int]] = {}
    for column in references_to(model):
        for some in _batches(keys):
            others = column.model._base_manager.filter(**{f"{column.name}__in": some}).order_by()
            for other, key in others.values_list("pk", column.attname):
                if column.model is model and other in keys:
                    within.setdefault(other, set()).add(key)
                else:
                    held.add(key)
    new = held
    while new:
        new = set().union(*(within.get(key, ()) for key in new)) - held
        held = held | new
    return held


def _delete(model: type[models.Model], keys: set[int]) -> None:
    for relation in model._meta.get_fields(include_hidden=True):
        if relation.auto_created and not relation.concrete and (relation.one_to_many or relation.one_to_one):
            column = relation.field
            if column.null and relation.on_delete is not models.DO_NOTHING:
                for some in _batches(keys):
                    others = column.model._base_manager.filter(**{f"{column.name}__in": some})
                    others.update(**{column.name: None})
    database = router.db_for_write(model)
    for some in _batches(keys):
        # What refers to them was asked for above, so that nothing needs to be collected row by row.
        model._base_manager.filter(pk__in=some)._raw_delete(connections[database].alias)


def _batches(keys: Iterable[int]) -> Iterator[tuple[int, ...]]:
    ordered = sorted(keys)
    for start in range(0, len(ordered), A_QUESTION):
        yield tuple(ordered[start : start + A_QUESTION])
