"""Puts the disagreements of an atlas in order: by day, by how far they lie apart, by name."""

from collections.abc import Callable, Iterable
from itertools import combinations

from chronology.readings.witnesses import days_apart
from timeline.chronicle.entries import DisputeEntry, DisputeList
from timeline.chronicle.proposals import faces_of

ORDERINGS = ("date", "size", "title")
# Later than any day that the calendars count.
_NEVER = 10_000_000
_NOWHERE = {"date": _NEVER, "size": -1}


Place = tuple[int | str, str]
"""Where a disagreement stands: the value it is ordered by, and its id."""


def in_order(everything: DisputeList, ordering: str) -> list[DisputeEntry]:
    """All of them; `ordering` is one of ORDERINGS, with a minus turned round. What has no day of its own comes last
    both ways."""
    places = {dispute.id: place_of(dispute, everything, ordering) for dispute in everything.disputes}
    found = sorted(everything.disputes, key=lambda each: places[each.id], reverse=ordering.startswith("-"))
    return sorted(found, key=lambda each: _is_last(places[each.id], ordering))


def place_of(dispute: DisputeEntry, everything: DisputeList, ordering: str) -> Place:
    """Where it stands in this order."""
    values: dict[str, Callable[[], int | str]] = {
        "date": lambda: first_day(dispute, everything),
        "size": lambda: days_between(dispute, everything),
        "title": lambda: dispute.subjects[0].name,
    }
    return values[ordering.removeprefix("-")](), dispute.id


def follows(place: Place, other: Place, ordering: str) -> bool:
    """Whether the one place comes after the other in this order."""
    last, other_last = _is_last(place, ordering), _is_last(other, ordering)
    if last != other_last:
        return last
    return place < other if ordering.startswith("-") else place > other


def _is_last(place: Place, ordering: str) -> bool:
    return place[0] == _NOWHERE.get(ordering.removeprefix("-"))


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
    return max(gaps, default=0) or _NOWHERE["size"]
