"""Leaves out of an extent what readers may not see, and what would lead to it."""

from array import array
from collections.abc import Iterable, Iterator

from django.db import models

from geo.models import Place
from timeline.importing.extent import Extent
from timeline.models import Claim, LegStop
from timeline.models.vocabulary import Publication
from timeline.seeding.sheet import Sheet

AT_ONCE = 2000
"""Rows looked at in one question."""

_MAY_BE_BLANK = {
    ("place", "parent"), ("force", "parent"), ("source", "based_on"), ("movement", "event"),
    ("leg", "start"), ("leg", "end"), ("period", "begins"), ("period", "ends"), ("lessonstep", "claim"),
}  # fmt: skip


class Marks:
    """Primary keys that are in, a byte each: a set of as many numbers takes fifty times as much."""

    def __init__(self, keys: Iterable[int] = ()):
        self._bytes = bytearray()
        for key in keys:
            self.add(key)

    def add(self, key: int) -> None:
        if key >= len(self._bytes):
            self._bytes.extend(bytes(key + 1 + key // 8 - len(self._bytes)))
        self._bytes[key] = 1

    def discard(self, key: int) -> None:
        if key in self:
            self._bytes[key] = 0

    def __contains__(self, key: int) -> bool:
        return 0 <= key < len(self._bytes) and self._bytes[key] == 1


Shown = dict[type[models.Model], Marks]


def published_extent(extent: Extent) -> tuple[Extent, Shown]:
    """What readers may see of an extent, and the same by model.

    A row that needs something unpublished is left out, and then what needs that row; where a cell may be blank, it is
    that instead (`as_readers_see`).
    """
    kept = {sheet: _without(keys, _unpublished(sheet)) for sheet, keys in extent.items()}
    shown: Shown = {sheet.model: Marks(keys) for sheet, keys in kept.items()}
    changed = set(shown)
    while changed:
        now = set()
        for sheet, keys in kept.items():
            lacking = Marks(_lacking(sheet, keys, shown, changed))
            left = _without(keys, lacking)
            if len(left) < len(keys):
                kept[sheet] = left
                now.add(sheet.model)
        for sheet, keys in kept.items():
            if sheet.model in now:
                shown[sheet.model] = Marks(keys)
        changed = now
    return kept, shown


def as_readers_see(sheet: Sheet, records: Iterable[models.Model], shown: Shown) -> Iterator[models.Model]:
    """The records without what they may go without and readers may not see.

    What was changed since the extent was made, so that readers may not see it or what it needs, is left out, and taken
    from `shown`: what later tables say of it goes with it.
    """
    fields = [field for field in references(sheet.model) if field.related_model in shown]
    optional = {field for field in fields if _blank(sheet, field, shown)}
    for record in records:
        out = [field for field in fields if _out(getattr(record, field.attname), shown[field.related_model])]
        hidden = getattr(record, "publication", Publication.PUBLISHED) != Publication.PUBLISHED
        if hidden or not optional.issuperset(out):
            shown[sheet.model].discard(record.pk)
            continue
        for field in out:
            setattr(record, field.name, None)
        yield record


def is_publishable(model: type[models.Model]) -> bool:
    """Whether its records have a state in which readers may not see them."""
    return any(field.name == "publication" for field in model._meta.concrete_fields)


def references(model: type[models.Model]) -> Iterator[models.Field]:
    """What a row of the table names; resolved values are not rows' business."""
    return (field for field in model._meta.concrete_fields if field.is_relation and field.editable)


def _blank(sheet: Sheet, field: models.Field, shown: Shown) -> bool:
    return field.related_model in shown and (sheet.kind, field.name) in _MAY_BE_BLANK


def _out(key: int | None, shown: Marks) -> bool:
    return key is not None and key not in shown


def _without(keys: array, left_out: Marks) -> array:
    return array("q", (key for key in keys if key not in left_out))


def _unpublished(sheet: Sheet) -> Marks:
    if not is_publishable(sheet.model):
        return Marks()
    hidden = sheet.model.objects.order_by().exclude(publication=Publication.PUBLISHED)
    return Marks(hidden.values_list("pk", flat=True).iterator())


def _lacking(sheet: Sheet, keys: array, shown: Shown, changed: set[type[models.Model]]) -> Iterator[int]:
    """The keys of rows that name something which is not shown, where that may have changed."""
    needed = [
        field for field in references(sheet.model) if field.related_model in changed and not _blank(sheet, field, shown)
    ]
    names = [field.attname for field in needed]
    marks = [shown[field.related_model] for field in needed]
    for part in in_portions(keys) if needed else ():
        for pk, *named in sheet.model.objects.order_by().filter(pk__in=part).values_list("pk", *names):
            if any(map(_out, named, marks)):
                yield pk
    if Place in changed and sheet.kind in ("leg", "claim"):
        yield from _through_unseen_places(sheet, shown[Place])


def _through_unseen_places(sheet: Sheet, places: Marks) -> Iterator[int]:
    """Legs and claims that lead through a place which is not shown."""
    if sheet.kind == "leg":
        stops = LegStop.objects.order_by().values_list("leg", "place")
        yield from (leg for leg, place in stops.iterator() if place not in places)
        return
    slugs = {slug for pk, slug in Place.objects.order_by().values_list("pk", "slug").iterator() if pk in places}
    routes = Claim.objects.order_by().exclude(route=[]).values_list("pk", "route")
    yield from (pk for pk, route in routes.iterator() if not slugs.issuperset(route))


def in_portions(keys: array) -> Iterator[list[int]]:
    """The keys in lots for one question each."""
    return (keys[start : start + AT_ONCE].tolist() for start in range(0, len(keys), AT_ONCE))
