"""What an event holds, as plain data that a rearrangement is planned from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from timeline.rearranging.plan import Row


@dataclass(frozen=True, slots=True)
class HeldEvent:
    """The event itself, with the columns an editor may choose between when two become one."""

    key: int
    atlas: int
    slug: str
    title: str
    published: bool
    values: Mapping[str, object] = field(default_factory=dict)

    @property
    def row(self) -> Row:
        return Row("event", self.key)

    @property
    def subject(self) -> tuple[str, str, str]:
        return "event", self.slug, self.title


@dataclass(frozen=True, slots=True)
class HeldClaim:
    """A claim and the row it speaks of; `hangs_on`: the event it gives its date relative to."""

    key: int
    name: str
    of: Row
    published: bool = True
    hangs_on: int | None = None

    @property
    def row(self) -> Row:
        return Row("claim", self.key)


@dataclass(frozen=True, slots=True)
class HeldRelation:
    """A relation in which the event stands on either end; low and high are days."""

    key: int
    from_event: int
    kind: str
    to_event: int
    low: int | None = None
    high: int | None = None

    @property
    def row(self) -> Row:
        return Row("relation", self.key)

    @property
    def ends(self) -> tuple[int, str, int]:
        return self.from_event, self.kind, self.to_event

    def columns(self, atlas: int) -> dict[str, object]:
        """The columns of a row that says the same."""
        return {
            "atlas_id": atlas, "from_event_id": self.from_event, "kind": self.kind, "to_event_id": self.to_event,
            "low": self.low, "high": self.high,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class HeldParticipation:
    """Somebody who took part; `bearer` is the row of the person or force."""

    key: int
    bearer: Row
    role: str
    side: int | None = None
    order: int = 0

    @property
    def row(self) -> Row:
        return Row("participation", self.key)

    @property
    def likeness(self) -> tuple:
        """What two participations have in common that say the same."""
        return self.bearer, self.role, self.side

    def columns(self, atlas: int) -> dict[str, object]:
        """The columns of a row that says the same, but for the event or movement."""
        return {
            f"{self.bearer.table}_id": self.bearer.key, "role": self.role, "side_id": self.side, "order": self.order,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class HeldDecision:
    """An editor's decision about the event or a part of it; `claim` None: undecidable."""

    key: int
    of: Row
    attribute: str
    edge: str
    claim: int | None
    words: str = ""

    @property
    def row(self) -> Row:
        return Row("decision", self.key)

    def rivals(self, other: "HeldDecision") -> bool:
        """Whether both decide one thing; an empty end decides every end."""
        same_end = self.edge == other.edge or not (self.edge and other.edge)
        return self.attribute == other.attribute and same_end


@dataclass(frozen=True, slots=True)
class FormerAddress:
    """A redirect: `old` leads to `new`."""

    key: int
    old: str
    new: str

    @property
    def row(self) -> Row:
        return Row("formerslug", self.key)


@dataclass(frozen=True, slots=True)
class Holdings:
    """An event with all that refers to it.

    claims: its own, those of its participations, and those of relations it stands in; hanging: claims
    that count their days from it; periods: (key, column) of the bands that begin or end at it; former:
    redirects to it, and one that stands in the way of a redirect from it; stamps: the version of every
    row by which a change made meanwhile is noticed, and names: what to call them.
    """

    event: HeldEvent
    claims: tuple[HeldClaim, ...] = ()
    relations: tuple[HeldRelation, ...] = ()
    participations: tuple[HeldParticipation, ...] = ()
    decisions: tuple[HeldDecision, ...] = ()
    movements: tuple[int, ...] = ()
    hanging: tuple[HeldClaim, ...] = ()
    periods: tuple[tuple[int, str], ...] = ()
    former: tuple[FormerAddress, ...] = ()
    stamps: Mapping[Row, str] = field(default_factory=dict)
    names: Mapping[Row, str] = field(default_factory=dict)

    def claims_of(self, row: Row) -> tuple[HeldClaim, ...]:
        return tuple(claim for claim in self.claims if claim.of == row)

    def decisions_of(self, row: Row) -> tuple[HeldDecision, ...]:
        return tuple(decision for decision in self.decisions if decision.of == row)

    def counting(self) -> tuple[HeldClaim, ...]:
        """The published claims that count for the event: its own, of its participations and of what it relates to."""
        onward = {relation.row for relation in self.relations if relation.from_event == self.event.key}
        return tuple(
            claim
            for claim in self.claims
            if claim.published and (claim.of.table in ("event", "participation") or claim.of in onward)
        )


def named(claims: Iterable[HeldClaim]) -> str:
    """The names of claims for a sentence."""
    return ", ".join(claim.name for claim in claims)
