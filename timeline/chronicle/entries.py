"""The shapes in which the read model hands over what is known: frozen, without a database behind them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from timeline.chronicle.answers import Explanation, Proposal
from timeline.chronicle.values import (
    Anchor,
    Citation,
    Interpreted,
    PlaceMention,
    Reading,
    Reference,
    StrengthEntry,
    When,
)
from timeline.dispute_names import OF_ORDER


@dataclass(frozen=True, slots=True)
class ClaimEntry:
    """One statement of one source. accepted: whether its face value stands; None where nothing is weighed."""

    id: str
    url: str
    subject: Reference
    of: Reference
    attribute: str
    attribute_label: str
    edge: str
    as_printed: str
    calendar: str
    face: Reading
    interpreted: Interpreted | None
    certainty: str
    certainty_label: str
    note: str
    gap: str
    relative_to: Anchor | None
    accepted: bool | None
    citation: Citation
    modified: datetime

    @property
    def reading(self) -> Reading:
        return self.interpreted.reading if self.interpreted else self.face


@dataclass(frozen=True, slots=True)
class Participant:
    """A person or force in an event or movement; claims are keys."""

    who: Reference
    role: str
    role_label: str
    side: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RelationEntry:
    """How the event stands to another one; low and high are days, where a text gives them."""

    kind: str
    kind_label: str
    event: Reference
    claims: tuple[str, ...]
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True)
class DecisionEntry:
    """What an editor decided: the key of the claim preferred, "" for undecidable; on is an ISO day."""

    claim: str
    reason: str
    by: str
    on: str


@dataclass(frozen=True, slots=True)
class DisputeEntry:
    """Claims that cannot all be true as printed; claims are keys.

    id: <subject>:<attribute>[:<edge>] for a disagreement about one thing, <thing>:<kind>[:<thing>…] for one
    between several, which is listed with each of them. kind: date, place, number, outcome, duration, sequence,
    first, side or role. subjects: what it is about, the later thing first; empty only where nobody asked for them.
    days: how many must lie between them by what is told, below 0 where at most so many may; part: the id of the
    one that is told as a part of the other, or "".
    explanation, proposals and witnesses (how many independent works speak of it, a copy not counted): by
    timeline.chronicle.explanations, for who asks; empty else.
    """

    id: str
    attribute: str
    edge: str
    status: str
    claims: tuple[str, ...]
    decision: DecisionEntry | None = None
    kind: str = "date"
    subjects: tuple[Reference, ...] = ()
    days: int = 0
    part: str = ""
    explanation: Explanation | None = None
    proposals: tuple[Proposal, ...] = ()
    witnesses: int = 0

    @property
    def is_of_order(self) -> bool:
        """Whether it is the order told that contradicts days or another order, not two values of one thing."""
        return self.kind in OF_ORDER

    @property
    def explained_by(self) -> tuple[str, ...]:
        """The codes of what explains it: the slips, or that no calendar does, or that it cannot be told."""
        if self.explanation is None:
            return ()
        return self.explanation.methods or (self.explanation.code,)


@dataclass(frozen=True, slots=True)
class DisputeList:
    """The disputes of one or more atlases in narrative order, with every claim they name, by key."""

    disputes: tuple[DisputeEntry, ...]
    claims: Mapping[str, ClaimEntry]

    def claims_of(self, dispute: DisputeEntry) -> tuple[ClaimEntry, ...]:
        """The statements of a dispute, in its order."""
        return tuple(self.claims[key] for key in dispute.claims if key in self.claims)


@dataclass(frozen=True, slots=True)
class EventEntry:
    """An event with everything said of it."""

    id: str
    url: str
    atlas: str
    title: str
    title_fa: str
    summary: str
    kind: str
    kind_label: str
    theatre: str
    theatre_label: str
    status: str
    status_label: str
    sides: tuple[str, ...]
    importance: int
    position: int
    published_on: datetime | None
    modified: datetime
    when: When
    bracket: tuple[int | None, int | None] | None
    place: PlaceMention | None
    lat: float | None
    lon: float | None
    uncertainty_km: float | None
    people: tuple[Participant, ...]
    forces: tuple[Participant, ...]
    relations: tuple[RelationEntry, ...]
    related_by: tuple[RelationEntry, ...]
    movements: tuple[Reference, ...]
    claims: tuple[ClaimEntry, ...]
    disputed: bool
    disputes: tuple[DisputeEntry, ...]


@dataclass(frozen=True, slots=True)
class LegEntry:
    """One stretch. departs and arrives: [earliest, latest] days; km: by road, estimated."""

    key: str
    order: int
    start: PlaceMention | None
    via: tuple[PlaceMention, ...]
    end: PlaceMention | None
    departs: tuple[int | None, int | None] | None
    arrives: tuple[int | None, int | None] | None
    mode: str
    mode_label: str
    status: str
    status_label: str
    inferred: bool
    note: str
    strength: StrengthEntry | None
    distance_km: float | None
    days: float | None
    km_per_day: float | None
    implausible: str
    geometry: tuple[tuple[float, float], ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MoverEntry:
    """Who or what moves; id is "" for goods; letter stands on its token."""

    type: str
    id: str
    name: str
    letter: str
    side: str
    from_leg: int | None
    to_leg: int | None

    @property
    def url(self) -> str:
        folder = {"person": "people", "force": "forces"}.get(self.type)
        return f"/{folder}/{self.id}/" if folder else ""


@dataclass(frozen=True, slots=True)
class MovementEntry:
    """A march or voyage with its legs and everything said of it."""

    id: str
    url: str
    atlas: str
    title: str
    title_fa: str
    summary: str
    theatre: str
    theatre_label: str
    status: str
    status_label: str
    sides: tuple[str, ...]
    importance: int
    published_on: datetime | None
    modified: datetime
    when: When
    disputed: bool
    disputes: tuple[DisputeEntry, ...]
    event: Reference | None
    movers: tuple[MoverEntry, ...]
    participants: tuple[Participant, ...]
    legs: tuple[LegEntry, ...]
    strength: StrengthEntry | None
    distance_km: float | None
    claims: tuple[ClaimEntry, ...]

    @property
    def commanders(self) -> tuple[Participant, ...]:
        return tuple(person for person in self.participants if person.role == "commander")
