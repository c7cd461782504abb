"""Bounds an event without a date of its own by the events it is told to follow or precede.

Pure. Days are Julian day numbers, None is open.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from chronology.errors import RelativeDateCycle

Bounds = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class Order:
    """`later` did not begin before `earlier` began to be over, `low` to `high` days away if given."""

    earlier: str
    later: str
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True)
class Within:
    """`part` lies within `whole`."""

    part: str
    whole: str


def brackets(
    undated: Iterable[str],
    dated: Mapping[str, Bounds],
    orders: Iterable[Order],
    parts: Iterable[Within],
) -> dict[str, Bounds]:
    """Return for every undated name the first and last day its relations leave it, open where none.

    `dated` gives the outer days of the events that have a date. Bounds travel along chains of
    undated events; a ring of "after" among them is refused as RelativeDateCycle.
    """
    names = list(undated)
    orders = list(orders)
    _refuse_rings(set(names), orders)
    found: dict[str, Bounds] = dict.fromkeys(names, (None, None))

    def bounds(name: str) -> Bounds:
        return dated.get(name) or found.get(name) or (None, None)

    # Each pass carries a bound one link further; chains are never longer than the names.
    for _ in range(len(names) + 1):
        changed = False
        for order in orders:
            if order.later in found:
                first = _moved(bounds(order.earlier)[0], order.low if order.low is not None else 0)
                last = _moved(bounds(order.earlier)[1], order.high) if order.high is not None else None
                changed |= _tighten(found, order.later, first, last)
            if order.earlier in found:
                low, high = order.low or 0, order.high
                last = _moved(bounds(order.later)[1], -low)
                first = _moved(bounds(order.later)[0], -high) if high is not None else None
                changed |= _tighten(found, order.earlier, first, last)
        for within in parts:
            if within.part in found:
                changed |= _tighten(found, within.part, *bounds(within.whole))
        if not changed:
            break
    return found


def _moved(day: int | None, days: int) -> int | None:
    return None if day is None else day + days


def _tighten(found: dict[str, Bounds], name: str, first: int | None, last: int | None) -> bool:
    old_first, old_last = found[name]
    new_first = old_first if first is None else first if old_first is None else max(old_first, first)
    new_last = old_last if last is None else last if old_last is None else min(old_last, last)
    if new_first is not None and new_last is not None and new_first > new_last:
        # The relations contradict each other; what is known already stays, and the contradiction
        # is for the sequence conflicts to show.
        return False
    found[name] = (new_first, new_last)
    return found[name] != (old_first, old_last)


def _refuse_rings(names: set[str], orders: list[Order]) -> None:
    following: dict[str, list[str]] = {}
    for order in orders:
        if order.earlier in names and order.later in names:
            following.setdefault(order.earlier, []).append(order.later)
    done: set[str] = set()
    for start in following:
        path: list[str] = []
        _walk(start, following, path, done)


def _walk(name: str, following: dict[str, list[str]], path: list[str], done: set[str]) -> None:
    if name in path:
        raise RelativeDateCycle(tuple(path[path.index(name) :]))
    if name in done:
        return
    path.append(name)
    for later in following.get(name, ()):
        _walk(later, following, path, done)
    path.pop()
    done.add(name)
