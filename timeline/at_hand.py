"""Keeps entries at hand for a reader who goes through all records, one after the other.

A page asks for one event with everything said of it: some twenty queries, most of whose time goes into saying what
is wanted. Whoever makes every page of a site asks so thousands of times; read two hundred together, and kept for
the pages that lean on the same, they cost a tenth. Only for a reader to whom nothing changes meanwhile.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import TypeVar

Kept = TypeVar("Kept")

PART = 200
"""Records read together."""

_hand: ContextVar[dict | None] = ContextVar("at_hand", default=None)


@contextmanager
def everything_at_hand() -> Iterator[None]:
    """Within, what was read once is not read again."""
    before = _hand.set({})
    try:
        yield
    finally:
        _hand.reset(before)


def kept(key: tuple, read: Callable[[], Kept]) -> Kept:
    """What `read` gives: at each call, or, for who has everything at hand, once for each key."""
    hand = _hand.get()
    if hand is None:
        return read()
    if key not in hand:
        hand[key] = read()
    return hand[key]


def kept_of_record(read):
    """Make a function of one record keep what it gives."""

    @wraps(read)
    def given(record):
        return kept((read, record.pk), lambda: read(record))

    return given


def read_together(model, name: str):
    """Make a reader of entries, of a queryset and further words, keep them at hand and read them with their neighbours.

    model: whose records it reads; name: the column that holds what the entries have as `id`.
    """

    def decorated(read):
        @wraps(read)
        def entries(records, *words):
            hand = _hand.get()
            if hand is None:
                return read(records, *words)
            found = hand.setdefault((read, words), {})
            names = list(records.values_list(name, flat=True))
            for each in names:
                if each not in found:
                    part = model.objects.filter(**{f"{name}__in": _with_neighbours(model, name, each)})
                    found |= {entry.id: entry for entry in read(part, *words)}
            return tuple(found[each] for each in names)

        return entries

    return decorated


def _with_neighbours(model, name: str, wanted: str) -> list[str]:
    """The names of the part of all published records that this one is in; of one that is not published, its own."""

    def parts() -> dict[str, list[str]]:
        names = list(model.objects.published().order_by("pk").values_list(name, flat=True))
        cut = [names[start : start + PART] for start in range(0, len(names), PART)]
        return {each: part for part in cut for each in part}

    return kept(("parts", model), parts).get(wanted, [wanted])
