"""Puts the legs of a march in order and numbers them anew, without two ever having one number."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline import row_numbers
from timeline.models import Leg
from timeline.row_numbers import number_anew


@dataclass(frozen=True, slots=True)
class Wish:
    """Where a leg is to stand. was: its place until now, from 1, None for a new one; wanted: the number typed for
    it, None where it is to stay, or to come last."""

    was: int | None
    wanted: int | None


def in_order(wishes: Sequence[Wish]) -> list[int]:
    """The indexes of the legs as they are to stand; pure.

    A leg goes before those whose number it is given, unless it comes down to it from above: then after. So
    typing 1 for the third makes it the first, and typing 3 for the first makes it the third.
    """

    def key(index: int) -> tuple[float, int, int]:
        wish = wishes[index]
        here = wish.was if wish.was is not None else float("inf")
        wanted = here if wish.wanted is None else wish.wanted
        return wanted, (wanted > here) - (wanted < here), index

    return sorted(range(len(wishes)), key=key)


def put_in_order(movement: int, legs: Iterable[int]) -> dict[int, int]:
    """Number the legs (primary keys) of a march (the same) from 1 as they are given; as number_anew."""
    return number_anew(Leg.objects.filter(movement=movement), legs)


def next_number(movement: int) -> int:
    """The number of a leg that comes after all that a march has."""
    return row_numbers.next_number(Leg.objects.filter(movement=movement))


def followed(first: int | None, last: int | None, numbers: dict[int, int]) -> tuple[int | None, int | None]:
    """From which leg to which somebody goes along, once legs have new numbers; pure.

    numbers: old to new of the legs that are still there. Who joined at a leg that is gone joins at the next.
    """
    if first is not None:
        left = [new for old, new in numbers.items() if old >= first]
        first = numbers.get(first, min(left, default=max(numbers.values(), default=None)))
    if last is not None:
        left = [new for old, new in numbers.items() if old <= last]
        last = numbers.get(last, max(left, default=min(numbers.values(), default=None)))
    if first is not None and last is not None and first > last:
        first, last = last, first
    return first, last
