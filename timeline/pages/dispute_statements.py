"""Lays the statements of a disagreement side by side: each once, its copies under it, numbered from 1."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from timeline.chronicle.entries import ClaimEntry
from timeline.chronicle.proposals import source_of
from timeline.citations import locator_text
from timeline.pages.claim_words import calendar_words, edge_words, hanging_words, supplied_words, value_words
from timeline.pages.statements import claim_line


@dataclass(slots=True)
class Said:
    """One statement. words: its literal value; meant: what an editor holds it to mean, or "";
    asides: what it hangs on, calendar, what is supplied, what is missing in the text;
    where: the spot in its source; of: the name of what it speaks of, where that is not the subject; copies: the
    same words in works that go back to this one; is_copy: it is one itself, of a work that is not heard here."""

    number: int
    claim: ClaimEntry
    words: str
    meant: str
    asides: tuple[str, ...]
    where: str
    of: str
    is_copy: bool
    copies: list[ClaimEntry] = field(default_factory=list)


class Statements:
    """The statements of one disagreement, in order."""

    def __init__(self, claims: Iterable[ClaimEntry], *, several: bool = False):
        """`several`: they speak of more than one thing, and each says of which."""
        claims = sorted(claims, key=lambda claim: claim.citation.source != source_of(claim))
        self.entries: list[Said] = []
        self._of_claim: dict[str, Said] = {}
        for claim in claims:
            original = self._original(claim)
            if original:
                original.copies.append(claim)
            else:
                original = _said(len(self.entries) + 1, claim, several)
                self.entries.append(original)
            self._of_claim[claim.id] = original

    def numbers(self, keys: Iterable[str]) -> list[int]:
        """The numbers of these claims, each once, rising; a copy has the number of its original."""
        return sorted({self._of_claim[key].number for key in keys if key in self._of_claim})

    def is_copy(self, key: str) -> bool:
        """Whether the claim repeats another one that stands here."""
        return key in self._of_claim and self._of_claim[key].claim.id != key

    def _original(self, claim: ClaimEntry) -> Said | None:
        if claim.citation.source == source_of(claim):
            return None
        found = (said for said in self.entries if _repeats(claim, said.claim))
        return next(found, None)


def _repeats(claim: ClaimEntry, said: ClaimEntry) -> bool:
    same = (claim.attribute, claim.subject.id, claim.edge) == (said.attribute, said.subject.id, said.edge)
    return same and _value(claim) == _value(said) and source_of(claim) == said.citation.source


def _value(claim: ClaimEntry) -> tuple:
    """The literal value, whatever words it is printed in."""
    face = claim.face
    who, place = face.who.id if face.who else "", face.place.id if face.place else ""
    when = face.when.edtf if face.when else ""
    return (
        face.type,
        when,
        place,
        face.relation,
        face.low,
        face.high,
        face.unit,
        face.outcome,
        who,
        face.role,
        face.side,
    )


def _said(number: int, claim: ClaimEntry, several: bool) -> Said:
    citation = claim.citation
    asides = (
        hanging_words(claim),
        calendar_words(claim.calendar),
        supplied_words(claim.face.supplied),
        edge_words(claim.edge),
    )
    return Said(
        number=number,
        claim=claim,
        words=claim_line(claim),
        meant=value_words(claim.reading) if claim.interpreted else "",
        asides=tuple(aside for aside in asides if aside),
        where=locator_text(section=citation.section, paragraph=citation.paragraph, page=citation.page),
        of=claim.of.name if several else "",
        is_copy=citation.source != source_of(claim),
    )
