"""Puts the disagreements of an atlas in order: by day, by how far they lie apart, by name."""

from collections.abc import Callable, Iterable
from itertools import combinations

from chronology.readings.witnesses import days_apart
from timeline.chronicle.entries import DisputeEntry, DisputeList
from timeline.chronicle.proposals import faces_of

ORDERINGS = ("date", "size", "title")
# Later than any day that the calendars count.
_NEVER = 10_000_000


def in_order(everything: DisputeList, ordering: str) -> list[DisputeEntry]:
    """All of them; `ordering` is one of ORDERINGS, with a minus turned round. What has no day of its own comes last
    both ways."""
    keys: dict[str, Callable[[DisputeEntry], tuple]] = {
        "date": lambda dispute: (first_day(dispute, everything), dispute.id),
        "size": lambda dispute: (days_between(dispute, everything), dispute.id),
        "title": lambda dispute: (dispute.subjects[0].name, dispute.id),
    }
    found = sorted(everything.disputes, key=keys[ordering.removeprefix("-")], reverse=ordering.startswith("-"))
    if ordering == "-date":
        return sorted(found, key=lambda dispute: first_day(dispute, everything) == _NEVER)
    if ordering == "size":
        return sorted(found, key=lambda dispute: days_between(dispute, everything) < 0)
    return found


def first_day(dispute: DisputeEntry, everything: DisputeList) -> int:
    """The first day that its claims literally name, as a Julian day number."""
    whens = (claim.face.when for claim in everything.claims_of(dispute))
    days: Iterable[int | None] = (when.span.earliest for when in whens if when and when.span)
    return min((day for day in days if day is not None), default=_NEVER)


def days_between(dispute: DisputeEntry, everything: DisputeList) -> int:
    """How many days lie at most between two of its dates as printed, or -1 where they leave none between them."""
    dated = [claim.face.when for claim in everything.claims_of(dispute) if claim.attribute == "date"]
    faces = [spans for when in dated if when and (spans := faces_of(when))]
    pairs = combinations(faces, 2)
    gaps = [min(days_apart(one, other) for one in first for other in second) for first, second in pairs]
    return max(gaps, default=0) or -1
