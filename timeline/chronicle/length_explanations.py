"""Explains why a length does not fit the days, or another length: how many days there are, and what would fit."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from chronology.formatting import format_span
from chronology.spans import Span
from timeline.chronicle.answers import Explanation, Proposal
from timeline.chronicle.entries import ClaimEntry
from timeline.chronicle.proposals import meant_of, proposals_in
from timeline.filter_words import figures
from timeline.lengths import Length, length

LENGTHS_DIFFER = "lengths_differ"
BEGIN_EDGES, END_EDGES = ("begin", "departs"), ("end", "arrives")


def explain_lengths(claims: Sequence[ClaimEntry], language: str = "en") -> tuple[Explanation, tuple[Proposal, ...]]:
    """What lies between the days told, as editors hold them to be meant, and the ends that a length would fit."""
    begins = _days(claims, BEGIN_EDGES)
    ends = _days(claims, END_EDGES)
    lengths = [found for claim in claims if (found := _length(claim)) is not None]
    if begins and ends:
        text = _("The length told does not fit the days told, or not all of them.")
    else:
        text = _("The lengths told do not fit each other.")
    told = [_between(begin, end, language) for begin in begins for end in ends if begin <= end]
    return Explanation(LENGTHS_DIFFER, text, "\n".join(told)), _proposals(claims, begins, lengths, language)


def _days(claims: Sequence[ClaimEntry], edges: Sequence[str]) -> list[int]:
    """The days that are known to the day, each once, in order."""
    spans = [span for claim in claims if claim.attribute == "date" and claim.edge in edges for span in meant_of(claim)]
    return sorted({span.earliest for span in spans if span.is_exact})


def _length(claim: ClaimEntry) -> Length | None:
    if claim.attribute != "duration":
        return None
    return length(claim.id, claim.face.low, claim.face.high, claim.face.unit, claim.face.qualifier)


def _between(begin: int, end: int, language: str) -> str:
    """From 13 to 17 July 1909 are 4 days, or 5 with both ends counted."""
    days = end - begin
    said = ngettext(
        "%(span)s: %(days)s day, or %(both)s with both ends counted.",
        "%(span)s: %(days)s days, or %(both)s with both ends counted.",
        days,
    )
    words = format_span(Span.lasting(begin, end), language=language)
    return said % {"span": words[:1].upper() + words[1:], "days": figures(days), "both": figures(days + 1)}


def _proposals(
    claims: Sequence[ClaimEntry], begins: Sequence[int], lengths: Sequence[Length], language: str
) -> tuple[Proposal, ...]:
    """Readings of an end that a length told would fit, where the beginning is known to the day."""
    found: dict[tuple[str, str], Proposal] = {}
    ends = [claim for claim in claims if claim.attribute == "date" and claim.edge in END_EDGES]
    for told in lengths if len(begins) == 1 else ():
        for claim in ends if told.most is not None else ():
            for each in proposals_in(claim, begins[0] + told.least, begins[0] + told.most, language):
                found.setdefault((each.claim, each.edtf), each)
    return tuple(sorted(found.values(), key=lambda each: -each.score))
