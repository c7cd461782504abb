"""Tells records apart that their table calls by one name: the second of them is `<key>#2`.

Nothing in the database forbids a person twice in one role of an event, on two sides, or a name told twice.
"""

from collections import Counter
from collections.abc import Iterable, Mapping

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


def repeats() -> dict[int, int]:
    """Of participations that others share subject, bearer and role with: primary key -> which of them it is, from 1.

    One query finds out that there are none, as nearly always; else there is one more for each group.
    """
    repeated = Participation.objects.order_by().values(*_TOLD_APART_BY).annotate(n=Count("pk")).filter(n__gt=1)
    groups = [{column: row[column] for column in _TOLD_APART_BY} for row in repeated]
    places: dict[int, int] = {}
    for group in groups:
        keys = Participation.objects.filter(**group).order_by("order", "pk").values_list("pk", flat=True)
        places.update({pk: place for place, pk in enumerate(keys, 1)})
    return places


def mark_repeats(records: Iterable[models.Model], numbers: Mapping[int, int] | None = None) -> None:
    """Note on participations, and on those that claims and decisions speak of, which of several it is.

    numbers: what `repeats` says, where it was asked already.
    """
    parts = [
        part
        for record in records
        if (part := record if isinstance(record, Participation) else getattr(record, "participation", None))
    ]
    if not parts:
        return
    numbers = repeats() if numbers is None else numbers
    for part in parts:
        part.repeat = numbers.get(part.pk, 1)
