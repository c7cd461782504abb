"""Reads entries of a long queryset part by part, so that memory holds one part, however many records there are."""

from array import array
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Entry = TypeVar("Entry")

PART = 500
"""Records read at once."""


def in_parts(chosen, order: Iterable, read: Callable[..., Iterable[Entry]], part: int | None = None) -> Iterator[Entry]:
    """The entries that `read` makes of the chosen records, in this order; one query, and those of `read` for each part.

    The order must end with what no two records share. Which records are told is settled at the start: one that is
    changed meanwhile is told as it then is, one that is deleted is left out, and none is told twice. `part`: how many
    are read at once, where each is heavier than an event.
    """
    order = tuple(order)
    keys = array("q", chosen.order_by(*order).values_list("pk", flat=True).iterator())
    every = chosen.model._default_manager.order_by(*order)
    size = part or PART
    for start in range(0, len(keys), size):
        yield from read(every.filter(pk__in=keys[start : start + size].tolist()))
