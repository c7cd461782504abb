"""Gathers what the sources say beside dates and people: places, numbers, outcomes, order."""

from collections.abc import Iterable
from dataclasses import dataclass

from timeline.chronicle.entries import ClaimEntry
from timeline.models.vocabulary import Attribute
from timeline.pages.claim_words import anchor_words, edge_words, short_statement

# People and dates have tables of their own; what orders events is told as relations.
ELSEWHERE = ("date", "participant", "side", "sequence")


@dataclass(frozen=True, slots=True)
class Statement:
    """One value of one attribute, with every claim that gives it."""

    words: str
    edge: str
    claims: tuple[ClaimEntry, ...]

    @property
    def first(self) -> ClaimEntry:
        return self.claims[0]

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(claim.id for claim in self.claims)

    @property
    def printed(self) -> tuple[str, ...]:
        """The printed forms that are not the value itself."""
        forms = dict.fromkeys(claim.as_printed for claim in self.claims if claim.as_printed)
        return tuple(form for form in forms if form != self.words)


@dataclass(frozen=True, slots=True)
class Attributes:
    """The statements of one attribute, under its name."""

    attribute: str
    label: str
    statements: tuple[Statement, ...]


def other_statements(claims: Iterable[ClaimEntry]) -> tuple[Attributes, ...]:
    """By attribute, in the order of the vocabulary; equal values are one statement."""
    grouped: dict[str, dict[tuple, list[ClaimEntry]]] = {}
    for claim in claims:
        if claim.attribute in ELSEWHERE:
            continue
        values = grouped.setdefault(claim.attribute, {})
        # "from" stands once: as the end the claim speaks of, or as the way it is tied to its place.
        edge = "" if claim.edge == claim.face.relation else edge_words(claim.edge)
        values.setdefault((short_statement(claim) or claim.as_printed, edge), []).append(claim)
    return tuple(
        Attributes(
            attribute,
            str(Attribute(attribute).label),
            tuple(Statement(words, edge, tuple(same)) for (words, edge), same in grouped[attribute].items()),
        )
        for attribute in Attribute.values
        if attribute in grouped
    )


def claim_line(claim: ClaimEntry) -> str:
    """A claim as a line of a list: attribute aside, its value and what it hangs on."""
    hanging = f"{anchor_words(claim.relative_to)} {claim.relative_to.to.name}" if claim.relative_to else ""
    return short_statement(claim) or hanging
