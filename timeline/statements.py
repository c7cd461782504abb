"""Turns claim records into the statements that resolution weighs."""

from collections.abc import Iterable, Mapping, Sequence

from chronology.edtf import edtf_choices, parse_edtf
from chronology.spans import Shape, Span
from geo.points import Point, distance_km
from timeline.allegiances import TakingPart
from timeline.anchors import moved
from timeline.fields import span_of
from timeline.models import Claim
from timeline.resolution import Days, Quantity, Spot, Statement

# "near" and "towards" say less than "at": how far out the editors let them reach, in km.
NEAR_KM = 25.0


def date_statement(claim: Claim, shape: Shape) -> Statement | None:
    """Return what a claim says of a date, as `shape`; None where it hangs on something undated.

    A relative claim has no face of its own: the resolver keeps the days it comes to in its columns. Where
    what it hangs on is held to mean another day, those are the days meant, and the printed ones are counted
    from the printed anchor.
    """
    interpretation = getattr(claim, "interpretation", None)
    meant = parse_edtf(interpretation.value) if interpretation else None
    if claim.face:
        spans = edtf_choices(claim.face)
    else:
        span = span_of(claim)
        if span is None:
            return None
        spans, meant = _as_printed(claim) or (span,), meant or span
    meant = None if meant is None else Days(_shaped(meant, shape))
    return _statement(claim, tuple(Days(_shaped(span, shape)) for span in spans), meant)


def counted_statement(claim: Claim, shape: Shape, printed: Span | None, meant: Span | None) -> Statement | None:
    """What a claim says that counts its days from an event, given the event's days as printed and as meant."""
    face = moved(printed, claim.offset_low, claim.offset_high)
    if face is None:
        return None
    read = moved(meant, claim.offset_low, claim.offset_high) or face
    return _statement(claim, (Days(_shaped(face, shape)),), Days(_shaped(read, shape)))


def _as_printed(claim: Claim) -> tuple[Span, ...]:
    """The days that a relative claim comes to as its anchor is printed, where that is held to mean others."""
    anchor = claim.relative_to_claim
    if anchor is None or not anchor.face or getattr(anchor, "interpretation", None) is None:
        return ()
    moves = (moved(span, claim.offset_low, claim.offset_high) for span in edtf_choices(anchor.face))
    return tuple(span for span in moves if span is not None)


def _shaped(span: Span, shape: Shape) -> Span:
    if span.shape == shape:
        return span
    if shape == Shape.INSTANT:
        return Span.instant(span.earliest, span.latest)
    return Span.span(span.earliest, span.latest, span.earliest, span.latest)


def place_statement(claim: Claim) -> Statement | None:
    """Return what a claim says of the place of its subject; None where it only says a direction."""
    if claim.place is None or claim.place_relation == "towards":
        return None
    return _statement(claim, (spot(claim.place, claim.place_relation, claim.place_2),))


def spot(place, relation: str = "at", other=None) -> Spot:
    """Return where a record's place is; `near` widens its ring, `between` is the middle of two."""
    ring = place.uncertainty_km or 0.0
    point = Point(place.latitude, place.longitude) if place.has_point else None
    within = tuple(_parents(place))
    if relation == "between" and other is not None and point and other.has_point:
        middle = Point((point.lat + other.latitude) / 2, (point.lon + other.longitude) / 2)
        half = distance_km(point, Point(other.latitude, other.longitude)) / 2
        return Spot(f"{place.slug}–{other.slug}", within, middle, half)
    if relation == "near":
        return Spot(place.slug, within, point, ring + NEAR_KM)
    return Spot(place.slug, within, point, ring)


def _parents(place) -> Iterable[str]:
    seen = {place.slug}
    while place.parent_id:
        place = place.parent
        if place.slug in seen:
            return
        seen.add(place.slug)
        yield place.slug


def number_statement(claim: Claim) -> Statement | None:
    """Return what a claim says of a number; None where it gives a word without bounds."""
    if claim.low is None and claim.high is None:
        return None
    low = claim.low if claim.low is not None else float("-inf")
    high = claim.high if claim.high is not None else float("inf")
    return _statement(claim, (Quantity(low, high, claim.unit),))


def taking_part(participations, claims: Mapping[int, Sequence[str]]) -> tuple[TakingPart, ...]:
    """Return who takes part, persons and forces at hand; `claims` gives the published keys by primary key."""
    return tuple(
        TakingPart(
            who=row.who.slug,
            role=row.role,
            side=str(row.side_id or ""),
            claims=tuple(claims.get(row.pk, ())),
            person=row.person_id is not None,
        )
        for row in participations
    )


def _statement(claim: Claim, faces: tuple, meant=None) -> Statement:
    return Statement(
        key=claim.key,
        source=claim.source.slug,
        witness=claim.source.witness,
        faces=faces,
        meant=meant,
    )
