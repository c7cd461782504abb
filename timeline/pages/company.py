"""Finds what else is said of the same thing as a claim: what agrees, what contradicts, what only stands beside."""

from timeline.chronicle.entries import ClaimEntry

COMPARED = ("date", "place", "strength", "casualties", "duration")
SAME_END = {"departs": "begin", "arrives": "end", "": "on", "at": "on"}


def company(claim: ClaimEntry, owner) -> tuple[tuple[ClaimEntry, ...], tuple[ClaimEntry, ...], tuple[ClaimEntry, ...]]:
    """(agreeing, contradicting, beside): claims of the same subject; owner is its event or movement, or None."""
    if owner is None:
        return (), (), ()
    same = [other for other in owner.claims if other.id != claim.id and other.subject == claim.subject]
    clashing = {
        key for dispute in owner.disputes if claim.id in dispute.claims for key in dispute.claims if key != claim.id
    }
    contradicting = tuple(other for other in same if other.id in clashing and _contradicts(claim, other))
    refused = {other.id for other in contradicting}
    of_attribute = [other for other in same if other.attribute == claim.attribute and _end(other) == _end(claim)]
    agreeing = tuple(other for other in of_attribute if other.id not in refused and _agrees(claim, other))
    told = refused | {other.id for other in agreeing}
    return agreeing, contradicting, tuple(other for other in same if other.id not in told)


def _contradicts(claim: ClaimEntry, other: ClaimEntry) -> bool:
    """Whether two claims of one dispute are against each other, and not both against a third."""
    if claim.attribute == other.attribute and _end(claim) == _end(other):
        return not _equal(claim, other) and not _agrees(claim, other)
    return "duration" in (claim.attribute, other.attribute)


def _end(claim: ClaimEntry) -> str:
    return SAME_END.get(claim.edge, claim.edge)


def _equal(claim: ClaimEntry, other: ClaimEntry) -> bool:
    one, two = claim.face, other.face
    if one.when and two.when:
        return one.when.span == two.when.span
    return (one.place, one.low, one.high, one.outcome) == (two.place, two.low, two.high, two.outcome)


def _agrees(claim: ClaimEntry, other: ClaimEntry) -> bool:
    if claim.attribute not in COMPARED:
        return _equal(claim, other)
    one, two = claim.face.when, other.face.when
    if one and two:
        return bool(one.span and two.span and one.span.shape == two.span.shape and one.span.compatible_with(two.span))
    return _equal(claim, other)
