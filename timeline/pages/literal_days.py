"""Takes a date that hangs on a misread one back to what is printed: the day by the words, before any reading."""

from dataclasses import replace

from timeline.chronicle.entries import ClaimEntry
from timeline.chronicle.values import When
from timeline.pages.claim_words import anchor_words


def literally(claim: ClaimEntry) -> ClaimEntry:
    """The claim with the day its words give where it hangs on a date that an editor reads otherwise.

    Its resolved day follows the reading of that date, and becomes what the claim is held to mean; any other claim
    is handed back as it came.
    """
    anchor, resolved = claim.relative_to, claim.face.when
    if claim.interpreted or anchor is None or anchor.said is None or anchor.meant is None or resolved is None:
        return claim
    span = anchor.said.when.span
    if span is None or anchor.low is None or anchor.high is None:
        return claim
    when = When(resolved.shape, span.shift(anchor.low, anchor.high))
    held = replace(anchor.meant, reading=claim.face)
    return replace(claim, face=replace(claim.face, when=when), accepted=False, interpreted=held)


def as_read(claim: ClaimEntry) -> ClaimEntry:
    """The claim as editors read it: where it hangs on a date they read otherwise, with the words and the reading of
    that date."""
    if literally(claim) is claim:
        return claim
    return replace(claim, as_printed=claim.relative_to.said.as_printed, interpreted=claim.relative_to.meant)


def hanging_words(claim: ClaimEntry) -> str:
    """How far from which printed words a date lies: "the same day as “22 July”"; "" where it stands by itself."""
    anchor = claim.relative_to
    if anchor is None or anchor.said is None or not anchor.said.as_printed:
        return ""
    return f"{anchor_words(anchor)} “{anchor.said.as_printed}”"
