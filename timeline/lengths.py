"""Finds lengths that disagree with each other or with the days between which a thing is said to have lasted.

Pure. A length is told in a unit and read as the days that lie between the first day and the last, at least
and at most: writers count either end or both, so that "three days" end on the third or the fourth. Weeks,
months and years are counted more loosely still, from one calendar unit to another: "two years" may lie
between April of one year and December of the second after it.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product

from chronology.spans import AFTER_ALL, BEFORE_ALL
from timeline.resolution import EXPLAINED, OPEN, Conflict, Days, Statement

DAYS_A_UNIT = {"weeks": (7, 7), "months": (28, 31), "years": (365, 366)}


@dataclass(frozen=True, slots=True)
class Length:
    """How long one claim says something lasted: days from its first to its last, None for no bound."""

    key: str
    least: int
    most: int | None


def length(key: str, low: float | None, high: float | None, unit: str, qualifier: str = "") -> Length | None:
    """Return how many days a printed length leaves; None where it has no number or no unit of time.

    >>> length("a-1", 3, 3, "days")
    Length(key='a-1', least=2, most=3)
    """
    if (low is None and high is None) or unit not in ("hours", "days", *DAYS_A_UNIT):
        return None
    if qualifier == "about":
        # A tenth either way and at least a day, as chronology reads "about" before a number of days.
        spare = 1 if unit == "days" else 0
        low = None if low is None else low - max(spare, low / 10)
        high = None if high is None else high + max(spare, high / 10)
    low = max(low or 0, 0)
    if unit == "hours":
        # An hour or two may cross a midnight.
        return Length(key, max(0, int(low / 24) - 1), None if high is None else math.ceil(high / 24))
    if unit == "days":
        return Length(key, max(0, math.ceil(low) - 1), None if high is None else math.floor(high))
    fewest, most = DAYS_A_UNIT[unit]
    return Length(key, max(0, int((low - 1) * fewest)), None if high is None else int((high + 1) * most))


def length_conflict(
    begins: Sequence[Statement],
    ends: Sequence[Statement],
    lengths: Sequence[Length],
    *,
    decided: bool = False,
    undecidable: bool = False,
) -> Conflict | None:
    """Return the conflict of the lengths told of one thing, with each other or with its two ends, or None.

    Two ends that cannot both be true are no measure of a length. It is explained when the ends, read as
    editors hold them to be meant, leave room for every length.
    """
    disagreeing = {each.key for one, other in _pairs(lengths) if _apart(one, other) for each in (one, other)}
    unfit: set[str] = set()
    for begin, end, told in product(begins, ends, lengths):
        between = _between(_days(begin.faces), _days(end.faces))
        if between[1] >= 0 and misfit(told, between):
            unfit |= {begin.key, end.key, told.key}
    against = disagreeing | unfit
    if not against:
        return None
    status = OPEN
    if undecidable or decided:
        status = "undecidable" if undecidable else "decided"
    elif not disagreeing and _reconciled(begins, ends, lengths):
        status = EXPLAINED
    told = [*(s.key for s in begins), *(s.key for s in ends), *(each.key for each in lengths)]
    return Conflict(tuple(dict.fromkeys(key for key in told if key in against)), status)


def _pairs(lengths: Sequence[Length]) -> Iterable[tuple[Length, Length]]:
    return ((one, other) for index, one in enumerate(lengths) for other in lengths[index + 1 :])


def _apart(one: Length, other: Length) -> bool:
    return misfit(one, (other.least, AFTER_ALL if other.most is None else other.most))


def misfit(told: Length, between: tuple[int, int]) -> bool:
    """Whether a length has no room in what may lie between two ends, in days at least and at most."""
    return between[1] < told.least or (told.most is not None and told.most < between[0])


def _days(values: Sequence[Days]) -> tuple[int, int]:
    """The outer days that the readings of one end leave."""
    firsts = [value.span.earliest for value in values]
    lasts = [value.span.latest for value in values]
    return (
        BEFORE_ALL if None in firsts else min(firsts),
        AFTER_ALL if None in lasts else max(lasts),
    )


def _between(begin: tuple[int, int], end: tuple[int, int]) -> tuple[int, int]:
    """The fewest and the most days from a beginning to an end."""
    return max(0, end[0] - begin[1]), end[1] - begin[0]


def _reconciled(begins: Sequence[Statement], ends: Sequence[Statement], lengths: Sequence[Length]) -> bool:
    first = [_days(statement.readings) for statement in begins]
    last = [_days(statement.readings) for statement in ends]
    begin = max(day for day, _ in first), min(day for _, day in first)
    end = max(day for day, _ in last), min(day for _, day in last)
    if begin[0] > begin[1] or end[0] > end[1]:
        return False
    between = _between(begin, end)
    return not any(misfit(told, between) for told in lengths)
