"""Takes a date that hangs on a misread one back to what is printed: the day by the words, before any reading."""

from dataclasses import replace

from chronology.edtf import format_edtf
from chronology.spans import Span
from timeline.chronicle.entries import ClaimEntry
from timeline.chronicle.values import When


def literally(claim: ClaimEntry) -> ClaimEntry:
    """The claim with the day its words give, accepted only where that very day stands.

    Where it hangs on a date that an editor reads otherwise, its resolved day follows that reading, and becomes what
    the claim is held to mean. A claim that nobody reads otherwise is handed back as it came.
    """
    if claim.interpreted:
        stands = claim.accepted and claim.interpreted.reading == claim.face
        return claim if stands == claim.accepted else replace(claim, accepted=False)
    span = _by_its_words(claim)
    if span is None:
        return claim
    when = claim.face.when
    literal = When(when.shape, span, format_edtf(span), when.as_printed, when.calendar)
    held = replace(claim.relative_to.meant, reading=claim.face)
    return replace(claim, face=replace(claim.face, when=literal), accepted=False, interpreted=held)


def as_read(claim: ClaimEntry) -> ClaimEntry:
    """The claim as editors read it: where it hangs on a date they read otherwise, with the words and the reading of
    that date."""
    meant = claim.relative_to.meant if claim.relative_to else None
    if not claim.interpreted or not meant or replace(claim.interpreted, reading=meant.reading) != meant:
        return claim
    return replace(claim, as_printed=claim.relative_to.said.as_printed, interpreted=meant)


def _by_its_words(claim: ClaimEntry) -> Span | None:
    """The day that the words give of a claim that hangs on a date read otherwise; None for any other."""
    anchor = claim.relative_to
    if claim.interpreted or claim.face.when is None or anchor is None or anchor.said is None or anchor.meant is None:
        return None
    span = anchor.said.when.span
    return span.shift(anchor.low, anchor.high) if span and None not in (anchor.low, anchor.high) else None
