"""Sets out what a printed date is held to mean, or only proposed to mean, for the page of a disagreement."""

from collections.abc import Iterable
from dataclasses import dataclass

from chronology.errors import ChronologyError
from chronology.formatting import format_day
from chronology.iso import from_iso
from timeline.chronicle.answers import Proposal
from timeline.chronicle.entries import ClaimEntry
from timeline.chronicle.literal_days import as_read
from timeline.chronicle.values import Interpreted
from timeline.filter_words import figures
from timeline.pages.claim_words import language, value_words
from timeline.pages.notes import Notes


@dataclass(frozen=True, slots=True)
class AcceptedReading:
    """A reading that an editor holds to: the printed words, the days in words, who and why; on: when, in words;
    claims: keys."""

    printed: str
    meant: str
    held: Interpreted
    on: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProposedReading:
    """A reading that nobody has accepted; share: of a hundred such cases, so many would be this one; claims: keys;
    elsewhere: the address of the claim, where the page has no note of it, else ""."""

    proposal: Proposal
    share: str
    claims: tuple[str, ...]
    elsewhere: str = ""


def accepted_readings(claims: Iterable[ClaimEntry]) -> tuple[AcceptedReading, ...]:
    """The accepted readings, each once, however many claims it is held of.

    Where a claim hangs on a date read otherwise, it is the reading of that date.
    """
    found: dict[tuple, list[ClaimEntry]] = {}
    for claim in map(as_read, claims):
        if claim.interpreted:
            held = claim.interpreted
            found.setdefault((held.value, held.method, held.reason), []).append(claim)
    return tuple(
        AcceptedReading(
            printed=same[0].as_printed,
            meant=value_words(same[0].interpreted.reading),
            held=same[0].interpreted,
            on=day_words(same[0].interpreted.on),
            claims=tuple(claim.id for claim in same),
        )
        for same in found.values()
    )


def proposed_readings(proposals: Iterable[Proposal], notes: Notes) -> tuple[ProposedReading, ...]:
    """The proposals, each once, the likeliest first: a copy repeats its original's words, and so its reading."""
    found: dict[tuple, list[Proposal]] = {}
    for proposal in proposals:
        found.setdefault((proposal.edtf, proposal.method, proposal.why), []).append(proposal)
    told = [
        ProposedReading(
            proposal=same[0],
            share=figures(round(100 * same[0].score)),
            claims=tuple(each.claim for each in same),
            elsewhere="" if notes.numbers(each.claim for each in same) else f"/claims/{same[0].claim}/",
        )
        for same in found.values()
    ]
    return tuple(sorted(told, key=lambda each: -each.proposal.score))


def day_words(iso: str) -> str:
    """An ISO day as a reader says it; what is none stays as it is."""
    try:
        return format_day(from_iso(iso), language=language())
    except ChronologyError:
        return iso
