"""Sets out where the order told of things contradicts their days, or another order."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from timeline.chronicle import with_claims
from timeline.chronicle.answers import Explanation
from timeline.chronicle.entries import ClaimEntry, DecisionEntry, DisputeEntry, Interpreted
from timeline.chronicle.values import Reference
from timeline.pages.claim_words import short_statement
from timeline.pages.disagreements import status_words
from timeline.pages.notes import Notes
from timeline.pages.readings import ProposedReading, day_words, proposed_readings


@dataclass(frozen=True, slots=True)
class Line:
    """One statement of a contradiction: its words, and the record it speaks of where that is another one."""

    claim: ClaimEntry
    words: str
    of: Reference | None


@dataclass(frozen=True, slots=True)
class Contradiction:
    """One contradiction as the page of one of its subjects tells it."""

    id: str
    kind: str
    sentence: str
    status_words: str
    others: tuple[Reference, ...]
    lines: tuple[Line, ...]
    explanation: Explanation | None
    explanations: tuple[Interpreted, ...]
    proposed: tuple[ProposedReading, ...]
    decision: DecisionEntry | None
    decided_on: str


def contradictions(
    disputes: Iterable[DisputeEntry], claims: Iterable[ClaimEntry], url: str, notes: Notes
) -> tuple[Contradiction, ...]:
    """The contradictions of order in which the record at this address takes part; two queries at most."""
    told = [dispute for dispute in disputes if dispute.is_of_order]
    everything = with_claims(told, {claim.id: claim for claim in claims}) if told else None
    return tuple(_contradiction(dispute, everything.claims_of(dispute), url, notes) for dispute in told)


def sentence_of(dispute: DisputeEntry) -> str:
    """What contradicts what, in a sentence."""
    names = [subject.name for subject in dispute.subjects]
    if len(names) < 2:
        return _("By the days printed for “%(name)s” it ends before it begins.") % {"name": "".join(names)}
    pair = {"one": names[0], "other": names[1]}
    if dispute.kind == "first":
        return _("“%(one)s” and “%(other)s” are told of one series, and only one of them can be its first.") % pair
    if dispute.part:
        part, whole = names[:2] if dispute.part == dispute.subjects[0].id else names[1::-1]
        words = _("“%(part)s” is told as a part of “%(whole)s”, and the days printed contradict that.")
        return words % {"part": part, "whole": whole}
    if dispute.days < 0:
        return _("“%(one)s” and “%(other)s” are told as nearer to each other than the days printed.") % pair
    return _("“%(one)s” is told as coming after “%(other)s”, and other statements contradict that.") % pair


def _contradiction(dispute: DisputeEntry, claims: tuple[ClaimEntry, ...], url: str, notes: Notes) -> Contradiction:
    explained = dispute.status == "explained"
    held = {(c.interpreted.arithmetic, c.interpreted.reason): c.interpreted for c in claims if c.interpreted}
    return Contradiction(
        id=dispute.id,
        kind=dispute.kind,
        sentence=sentence_of(dispute),
        status_words=status_words(dispute.status),
        others=tuple(subject for subject in dispute.subjects if subject.url != url),
        lines=tuple(Line(c, _words(c), c.of if c.of.url != url else None) for c in claims),
        explanation=dispute.explanation,
        explanations=tuple(held.values()) if explained else (),
        proposed=proposed_readings(dispute.proposals, notes),
        decision=dispute.decision,
        decided_on=day_words(dispute.decision.on) if dispute.decision else "",
    )


def _words(claim: ClaimEntry) -> str:
    """The value of a statement; of a place in a series its own words, since the series is named beside it."""
    of_series = claim.attribute == "sequence" and bool(claim.face.unit)
    return (claim.as_printed if of_series else "") or short_statement(claim) or claim.as_printed or claim.note
