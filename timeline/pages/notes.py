"""Numbers the places in the sources that a page cites, one number a place."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from timeline.chronicle.entries import ClaimEntry
from timeline.citations import locator_text


@dataclass(slots=True)
class Note:
    """A numbered spot in a source with the claims found there; `same_source` as the note before."""

    number: int
    source: str
    title: str
    where: str
    same_source: bool
    text: str
    claims: list[ClaimEntry] = field(default_factory=list)

    @property
    def anchor(self) -> str:
        return f"note-{self.number}"


class Notes:
    """The notes of a page, numbered from 1 in the order of the claims given."""

    def __init__(self, claims: Iterable[ClaimEntry]):
        self.entries: list[Note] = []
        self._of_claim: dict[str, Note] = {}
        spots: dict[tuple, Note] = {}
        for claim in claims:
            citation = claim.citation
            spot = (citation.source, citation.section, citation.paragraph, citation.page)
            if spot not in spots:
                spots[spot] = self._note(citation)
            spots[spot].claims.append(claim)
            self._of_claim[claim.id] = spots[spot]

    def numbers(self, keys: Iterable[str]) -> list[int]:
        """The numbers of these claims, each once, rising."""
        return sorted({self._of_claim[key].number for key in keys if key in self._of_claim})

    def number(self, key: str) -> int | None:
        """The number of one claim."""
        note = self._of_claim.get(key)
        return note.number if note else None

    def _note(self, citation) -> Note:
        before = self.entries[-1].source if self.entries else ""
        note = Note(
            number=len(self.entries) + 1,
            source=citation.source,
            title=citation.source_title,
            where=locator_text(section=citation.section, paragraph=citation.paragraph, page=citation.page),
            same_source=citation.source == before,
            text=citation.text,
        )
        self.entries.append(note)
        return note
