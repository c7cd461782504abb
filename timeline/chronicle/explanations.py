"""Explains why the claims of a disagreement differ, each kind of claim in its own way.

Pure: `explained` takes the disagreements of a record with its claims and asks nothing of the database; it
is called where one record is told, or a list of disagreements, and not for every event of a long list.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from timeline.chronicle.answers import Explanation, Proposal
from timeline.chronicle.date_explanations import explain_dates
from timeline.chronicle.differences import (
    explain_firsts,
    explain_numbers,
    explain_others,
    explain_places,
)
from timeline.chronicle.entries import ClaimEntry, DisputeEntry
from timeline.chronicle.length_explanations import explain_lengths
from timeline.chronicle.order_explanations import explain_order
from timeline.chronicle.proposals import source_of

NUMBERS = ("strength", "casualties")
END_EDGES = ("end", "arrives")
_ENDS = {"departs": "begin", "arrives": "end", "": "on"}


def explained(
    disputes: Iterable[DisputeEntry], claims: Iterable[ClaimEntry], language: str = "en"
) -> tuple[DisputeEntry, ...]:
    """The disagreements of a record with explanation and proposals; `claims` are all those of the record.

    A disagreement whose claims are not among them is handed back as it came.
    """
    by_key = {claim.id: claim for claim in claims}
    return tuple(_explained(dispute, by_key, language) for dispute in disputes)


def _explained(dispute: DisputeEntry, by_key: dict[str, ClaimEntry], language: str) -> DisputeEntry:
    own = [by_key[key] for key in dispute.claims if key in by_key]
    if len(own) < 2 or dispute.explanation is not None:
        return dispute
    beside = _beside(own, by_key.values())
    if dispute.kind == "sequence":
        explanation, proposals = explain_order(
            *_in_order_told(dispute, own), language, days=dispute.days, part=_part(dispute)
        )
    elif dispute.kind == "first":
        explanation, proposals = explain_firsts(own), ()
    else:
        explanation, proposals = explain(dispute.attribute, own, beside, language)
    # Beside an order stand other dates of each thing, which say nothing of the order.
    heard = own if dispute.is_of_order else [*own, *beside]
    witnesses = len({source_of(claim) for claim in heard})
    return replace(dispute, explanation=explanation, proposals=proposals, witnesses=witnesses)


def explain(
    attribute: str, claims: Sequence[ClaimEntry], beside: Sequence[ClaimEntry] = (), language: str = "en"
) -> tuple[Explanation, tuple[Proposal, ...]]:
    """Why these claims differ, and what else they may mean.

    claims: the two or more that cannot all be true; beside: other claims of the same thing, which agree with
    one or another of them and are heard as witnesses.
    """
    if attribute == "date":
        return explain_dates(claims, beside, language)
    if attribute == "place":
        return explain_places(claims), ()
    if attribute == "duration":
        return explain_lengths(claims, language)
    if attribute in NUMBERS:
        return explain_numbers(claims), ()
    return explain_others(attribute), ()


def _in_order_told(dispute: DisputeEntry, own: Sequence[ClaimEntry]) -> tuple[list[ClaimEntry], list[ClaimEntry]]:
    """The dates of what came first by the order told, and of what followed: the later thing is named first.

    Of one thing alone, its beginning came before its end. Dates of other things, on which these hang, are no
    dates of theirs.
    """
    dated = [claim for claim in own if claim.attribute == "date"]
    if len(dispute.subjects) < 2:
        ends = [claim for claim in dated if claim.edge in END_EDGES]
        return [claim for claim in dated if claim not in ends], ends
    later, *earlier = (subject.id for subject in dispute.subjects)
    first = [claim for claim in dated if claim.subject.id in earlier]
    return first, [claim for claim in dated if claim.subject.id == later]


def _part(dispute: DisputeEntry) -> str:
    """Which of the two is told as a part of the other: the later-named, the first, or neither."""
    if not dispute.part or len(dispute.subjects) < 2:
        return ""
    return "then" if dispute.part == dispute.subjects[0].id else "first"


def _beside(own: Sequence[ClaimEntry], claims: Iterable[ClaimEntry]) -> list[ClaimEntry]:
    """The other claims of the same attribute and end of the same subject."""
    keys = {claim.id for claim in own}
    subjects = {_subject(claim) for claim in own}
    return [claim for claim in claims if claim.id not in keys and _subject(claim) in subjects]


def _subject(claim: ClaimEntry) -> tuple[str, str, str, str]:
    return claim.subject.type, claim.subject.id, claim.attribute, _ENDS.get(claim.edge, claim.edge)
