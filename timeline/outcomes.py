"""Finds outcomes told of one event that cannot all be true: two victors, none and one, agreed and refused.

Pure: it knows what claims say of an outcome, not records. Words that can be true together ("captured", "fled",
"surrendered") are no contradiction.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

OPPOSED = (frozenset(("agreed", "refused")),)
UNDECIDED_FIGHT = "inconclusive"


@dataclass(frozen=True, slots=True)
class Ending:
    """What one claim says: the word, and the side that won, "" where none is named."""

    key: str
    outcome: str
    winner: str = ""


def opposed(endings: Iterable[Ending]) -> tuple[str, ...]:
    """Return the keys of those that another one contradicts, in given order."""
    endings = list(endings)
    against = {each.key for pair in combinations(endings, 2) if _are_opposed(*pair) for each in pair}
    return tuple(each.key for each in endings if each.key in against)


def _are_opposed(one: Ending, other: Ending) -> bool:
    words, winners = frozenset((one.outcome, other.outcome)), {one.winner, other.winner} - {""}
    return len(winners) > 1 or words in OPPOSED or (UNDECIDED_FIGHT in words and len(words) > 1 and bool(winners))
