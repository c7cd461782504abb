"""Gathers the days that claims name, and those that readings of them give, as marks of a strip plot."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from chronology.edtf import edtf_choices
from chronology.errors import ChronologyError
from chronology.spans import Span
from timeline.chronicle.answers import Proposal
from timeline.chronicle.entries import ClaimEntry
from timeline.filter_words import figures
from timeline.pages.notes import Notes


@dataclass(slots=True)
class Mark:
    """Claimed days, first to last; candidate: one of several readings of an ambiguous date; read: printed by
    nobody, and what a reading of another date gives. The rest is where strip_plot puts it, in pixels; cut: it
    runs off the axis at that end."""

    first: int
    last: int
    accepted: bool = False
    candidate: bool = True
    read: bool = False
    claims: list[str] = field(default_factory=list)
    notes: list[int] = field(default_factory=list)
    words: str = ""
    x: float = 0.0
    begins: float = 0.0
    ends: float = 0.0
    cut_before: bool = False
    cut_after: bool = False
    label_x: float = 0.0
    label_y: float = 0.0

    @property
    def wide(self) -> bool:
        return self.first != self.last

    @property
    def numbers(self) -> str:
        return figures(", ".join(map(str, self.notes)))


def claimed_days(claims: Iterable[ClaimEntry], notes: Notes) -> list[Mark]:
    """The stretches of days claimed, each once, in order; every candidate of an ambiguous date is one."""
    found: dict[tuple[int, int], Mark] = {}
    for claim in claims:
        when = claim.face.when
        if claim.attribute != "date" or when is None:
            continue
        spans = _choices(when.edtf) or [when.span]
        for span in spans:
            if span is None or span.earliest is None or span.latest is None:
                continue
            mark = found.setdefault((span.earliest, span.latest), Mark(span.earliest, span.latest))
            mark.accepted |= claim.accepted is True and len(spans) == 1
            mark.candidate &= len(spans) > 1
            mark.claims.append(claim.id)
    for mark in found.values():
        mark.notes = notes.numbers(mark.claims)
    return [found[key] for key in sorted(found)]


def read_days(
    proposals: Iterable[Proposal], claims: Iterable[ClaimEntry], printed: Iterable[Mark], notes: Notes
) -> list[Mark]:
    """The days that readings give, accepted or proposed, where no claim names them already."""
    there = {(mark.first, mark.last) for mark in printed}
    given = [(proposal.claim, proposal.span) for proposal in proposals]
    given += [(claim.id, claim.interpreted.reading.when.span) for claim in claims if claim.interpreted]
    found: dict[tuple[int, int], Mark] = {}
    for claim, span in given:
        if span is None or span.earliest is None or span.latest is None or (span.earliest, span.latest) in there:
            continue
        days = span.earliest, span.latest
        found.setdefault(days, Mark(*days, read=True)).claims.append(claim)
    for mark in found.values():
        mark.notes = notes.numbers(mark.claims)
    return list(found.values())


def _choices(edtf: str) -> list[Span]:
    try:
        spans = list(edtf_choices(edtf)) if edtf.startswith("[") else []
    except ChronologyError:
        return []
    return spans if len(spans) > 1 else []
