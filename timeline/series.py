"""Finds two things that are each told as the first of one series, and what a place in a series says of order.

Pure. A place in a series is a whole number from 1; "an instance of it" is the first or any later one.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from timeline.sequences import FIRST, Link


@dataclass(frozen=True, slots=True)
class Placed:
    """A claim that puts a thing at a place of a series: low to high, high None where it may be any later one."""

    key: str
    thing: str
    series: str
    low: float
    high: float | None

    @property
    def exact(self) -> bool:
        return self.low == self.high

    def certainly_before(self, other: "Placed") -> bool:
        return self.high is not None and self.high < other.low

    def never_after(self, other: "Placed") -> bool:
        return self.high is not None and self.high <= other.low


@dataclass(frozen=True, slots=True)
class SamePlace:
    """Two things told as the same one of a series."""

    one: Placed
    other: Placed


def same_places(placed: Iterable[Placed]) -> tuple[SamePlace, ...]:
    """Return every two different things that claim one place of a series."""
    return tuple(
        SamePlace(one, other) for one, other in _pairs(placed) if one.exact and other.exact and one.low == other.low
    )


def links_of(placed: Iterable[Placed]) -> tuple[Link, ...]:
    """Return the orders that follow from the places: the first is not after an instance, the second after it."""
    found = []
    for one, other in _pairs(placed):
        for before, after in ((one, other), (other, one)):
            if before.never_after(after) and not (before.exact and after.exact and before.low == after.low):
                told = (before.key, after.key)
                found.append(Link((before.thing, "begin"), (after.thing, "begin"), 0, told, FIRST))
    return tuple(found)


def _pairs(placed: Iterable[Placed]) -> Iterable[tuple[Placed, Placed]]:
    by_series: dict[str, list[Placed]] = {}
    for each in placed:
        by_series.setdefault(each.series, []).append(each)
    for members in by_series.values():
        for index, one in enumerate(members):
            for other in members[index + 1 :]:
                if one.thing != other.thing:
                    yield one, other
