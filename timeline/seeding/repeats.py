"""Tells records apart that their table calls by one name: the second of them is `<key>#2`.

Nothing in the database forbids a person twice in one role of an event, on two sides, or a name told twice.
"""

from collections import Counter
from collections.abc import Iterable

from django.db import models
from django.db.models import Count

from timeline.models import Participation

REPEATED = ("name", "participation", "mover", "decision")
_TOLD_APART_BY = ("event", "movement", "person", "force", "role")


def numbered(keys: Iterable[str]) -> list[str]:
    """The keys in their order, the second of a kind with `#2` behind it, and so on.

    >>> numbered(["a", "b", "a"])
    ['a', 'b', 'a#2']
    """
    met: Counter[str] = Counter()
    told = []
    for key in keys:
        met[key] += 1
        told.append(key if met[key] == 1 else f"{key}#{met[key]}")
    return told


def repeat_of(key: str) -> int:
    """Which of several records a participation's key names: 2 of `entry/khan/commander#2`."""
    number = key.rpartition("#")[2]
    return int(number) if "#" in key and number.isdecimal() else 1


def mark_repeats(records: Iterable[models.Model]) -> None:
    """Note on participations, and on those that claims and decisions speak of, which of several it is.

    Two queries at most: one finds out that there are none, as nearly always.
    """
    parts = [
        part
        for record in records
        if (part := record if isinstance(record, Participation) else getattr(record, "participation", None))
    ]
    if not parts:
        return
    repeated = Participation.objects.order_by().values(*_TOLD_APART_BY).annotate(n=Count("pk")).filter(n__gt=1)
    groups = [{column: row[column] for column in _TOLD_APART_BY} for row in repeated]
    places: dict[int, int] = {}
    for group in groups:
        keys = Participation.objects.filter(**group).order_by("order", "pk").values_list("pk", flat=True)
        places.update({pk: place for place, pk in enumerate(keys, 1)})
    for part in parts:
        part.repeat = places.get(part.pk, 1)
