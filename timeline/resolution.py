"""Which value stands when sources speak of one thing, and which of them cannot all be true.

Pure: it knows statements, not records. A value is anything that can be compared with another of
its kind (days, points, numbers: see the three classes), so that one rule serves them all.

The order of the rules is that of docs/data-model.md: an editor's decision; else, where all
readings can be true together, what remains of them; else the value with most independent
witnesses; else nothing is decided and the hull of all values stands, with that word.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from chronology.spans import Span
from geo.points import Point, distance_km

DECISION = "decision"
UNDECIDABLE = "undecidable"
SINGLE = "single"
AGREEMENT = "agreement"
WITNESSES = "witnesses"
UNDECIDED = "undecided"

OPEN, EXPLAINED, DECIDED = "open", "explained", "decided"


class Value(Protocol):
    """What a statement can say: days, a point, a number."""

    def meet(self, other: "Value") -> "Value | None":
        """Return what remains if both are true of one thing, or None if they cannot be."""

    def hull(self, other: "Value") -> "Value":
        """Return the narrowest value that leaves room for both."""

    @property
    def looseness(self) -> float:
        """How much room the value leaves: the smaller, the more precise."""


@dataclass(frozen=True, slots=True)
class Days:
    """A stretch or a day in time."""

    span: Span

    def meet(self, other: "Days") -> "Days | None":
        met = self.span.intersect(other.span)
        return None if met is None else Days(met)

    def hull(self, other: "Days") -> "Days":
        return Days(self.span.hull(other.span))

    @property
    def looseness(self) -> float:
        first, begun, ending, last = self.span.bounds
        return float((begun - first) + (last - ending))


@dataclass(frozen=True, slots=True)
class Spot:
    """A place: its slug, the slugs it lies in, and its point with a ring in km.

    Two agree when one lies within the other or their rings touch; a place without a point
    agrees only with itself and what it lies in.
    """

    place: str
    within: tuple[str, ...] = ()
    point: Point | None = None
    ring_km: float = 0.0

    def meet(self, other: "Spot") -> "Spot | None":
        if self.place == other.place:
            return min(self, other, key=lambda spot: spot.ring_km)
        if self.place in other.within:
            return other
        if other.place in self.within:
            return self
        if self.point is None or other.point is None:
            return None
        if distance_km(self.point, other.point) > self.ring_km + other.ring_km:
            return None
        return min(self, other, key=lambda spot: spot.ring_km)

    def hull(self, other: "Spot") -> "Spot":
        """Places have no hull: the first named stands, and the others are drawn as ghosts."""
        return self

    @property
    def looseness(self) -> float:
        return self.ring_km - 1e-6 * len(self.within)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of one unit between two bounds; units are never converted."""

    low: float
    high: float
    unit: str = ""

    def meet(self, other: "Quantity") -> "Quantity | None":
        low, high = max(self.low, other.low), min(self.high, other.high)
        return Quantity(low, high, self.unit) if low <= high else None

    def hull(self, other: "Quantity") -> "Quantity":
        return Quantity(min(self.low, other.low), max(self.high, other.high), self.unit)

    @property
    def looseness(self) -> float:
        return self.high - self.low


@dataclass(frozen=True, slots=True)
class Statement:
    """What one claim says.

    key: the claim's key; source: who says it; witness: the work that source goes back to (a copy
    is not a second witness); faces: the literal value, or every one an ambiguous text allows,
    likeliest first; meant: the value an editor holds the writer to have meant, if one does.
    """

    key: str
    source: str
    witness: str
    faces: tuple[Value, ...]
    meant: Value | None = None

    @property
    def readings(self) -> tuple[Value, ...]:
        return (self.meant,) if self.meant is not None else self.faces


@dataclass(frozen=True, slots=True)
class Resolution:
    """The value that stands, the rule that decided, and who is for and against it as printed."""

    value: Value | None
    rule: str
    accepted: str = ""
    supporting: tuple[str, ...] = ()
    dissenting: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """Claims whose face values cannot all be true: open, explained, decided or undecidable."""

    claims: tuple[str, ...]
    status: str


def meet_any(left: Sequence[Value], right: Sequence[Value]) -> Value | None:
    """Return the first value that a reading of each side leaves, in order of likelihood."""
    for one in left:
        for other in right:
            met = one.meet(other)
            if met is not None:
                return met
    return None


def agreed(statements: Sequence[Sequence[Value]]) -> Value | None:
    """Return what all can mean together, trying likelier readings first, or None."""
    if not statements:
        return None
    ordered = sorted(statements, key=lambda readings: (len(readings), readings[0].looseness))
    return _agreed(ordered[0], ordered[1:])


def _agreed(remaining: Sequence[Value], others: Sequence[Sequence[Value]]) -> Value | None:
    for value in remaining:
        if not others:
            return value
        for reading in others[0]:
            met = value.meet(reading)
            if met is not None:
                whole = _agreed((met,), others[1:])
                if whole is not None:
                    return whole
    return None


def conflicting(statements: Sequence[Statement]) -> tuple[str, ...]:
    """Return the keys of the statements that contradict another one on its face, in given order.

    An ambiguous text contradicts only if every candidate does.
    """
    against = set()
    for index, one in enumerate(statements):
        for other in statements[index + 1 :]:
            if meet_any(one.faces, other.faces) is None:
                against |= {one.key, other.key}
    return tuple(statement.key for statement in statements if statement.key in against)


def conflict(statements: Sequence[Statement], *, decided: bool = False, undecidable: bool = False) -> Conflict | None:
    """Return the conflict among the statements, with where it stands, or None if there is none.

    It is explained when the readings that editors accepted can all be true; it never vanishes.
    """
    keys = conflicting(statements)
    if not keys:
        return None
    if undecidable:
        status = UNDECIDABLE
    elif decided:
        status = DECIDED
    elif agreed([statement.readings for statement in statements]) is not None:
        status = EXPLAINED
    else:
        status = OPEN
    return Conflict(keys, status)


def resolve(statements: Sequence[Statement], *, decided: str = "", undecidable: bool = False) -> Resolution:
    """Return the value that stands for these statements, and by which rule.

    `decided` is the key of the claim an editor prefers; `undecidable` that an editor holds the
    documents cannot tell. Without statements the value is None.
    """
    if not statements:
        return Resolution(None, "")
    everything = [statement.readings for statement in statements]
    preferred = next((s for s in statements if s.key == decided), None)
    if preferred is not None:
        return _told(preferred.readings[0], DECISION, statements, accepted=preferred.key)
    if not undecidable:
        value = agreed(everything)
        if value is not None:
            return _told(value, SINGLE if len(statements) == 1 else AGREEMENT, statements)
        value = _most_witnessed(statements)
        if value is not None:
            return _told(value, WITNESSES, statements)
    value = everything[0][0]
    for readings in everything[1:]:
        value = value.hull(readings[0])
    return _told(value, UNDECIDABLE if undecidable else UNDECIDED, statements)


def _most_witnessed(statements: Sequence[Statement]) -> Value | None:
    groups: list[tuple[Value, set[str]]] = []
    precise_first = sorted(statements, key=lambda statement: statement.readings[0].looseness)
    for statement in precise_first:
        joined = False
        for index, (value, witnesses) in enumerate(groups):
            met = meet_any((value,), statement.readings)
            if met is not None:
                groups[index] = (met, witnesses | {statement.witness})
                joined = True
        if not joined:
            groups.append((statement.readings[0], {statement.witness}))
    # Who says two things that cannot both be true is a witness for neither.
    of_two_minds = {
        witness for _, witnesses in groups for witness in witnesses if _contradicts_itself(witness, statements)
    }
    counted = [(len(witnesses - of_two_minds), value) for value, witnesses in groups]
    most = max(count for count, _ in counted)
    leaders = [value for count, value in counted if count == most]
    return leaders[0] if most > 0 and len(leaders) == 1 else None


def _contradicts_itself(witness: str, statements: Sequence[Statement]) -> bool:
    own = [statement.readings for statement in statements if statement.witness == witness]
    return agreed(own) is None


def _told(value: Value, rule: str, statements: Sequence[Statement], *, accepted: str = "") -> Resolution:
    supporting = tuple(s.key for s in statements if meet_any((value,), s.faces) is not None)
    dissenting = tuple(s.key for s in statements if s.key not in supporting)
    if not accepted and rule not in (UNDECIDED, UNDECIDABLE):
        standing = [s for s in statements if s.key in supporting] or list(statements)
        accepted = min(standing, key=lambda s: s.readings[0].looseness).key
    if rule in (UNDECIDED, UNDECIDABLE):
        supporting, dissenting = (), tuple(s.key for s in statements)
    return Resolution(value, rule, accepted, supporting, dissenting)
