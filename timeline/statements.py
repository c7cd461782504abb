"""Turns claim records into the statements that resolution weighs."""

from collections.abc import Iterable

from chronology.edtf import edtf_choices, parse_edtf
from chronology.spans import Shape, Span
from geo.points import Point, distance_km
from timeline.fields import span_of
from timeline.models import Claim
from timeline.resolution import Days, Quantity, Spot, Statement

# "near" and "towards" say less than "at": how far out the editors let them reach, in km.
NEAR_KM = 25.0

def date_statement(claim: Claim, shape: Shape) -> Statement | None:
    """Return what a claim says of a date, as `shape`; None where it hangs on something undated.

    A relative claim has no face of its own: the resolver keeps the days it comes to in its columns.
    """
    if claim.face:
        faces = tuple(Days(_shaped(span, shape)) for span in edtf_choices(claim.face))
    else:
        span = span_of(claim)
        if span is None:
            return None
        faces = (Days(_shaped(span, shape)),)
    interpretation = getattr(claim, "interpretation", None)
    meant = Days(_shaped(parse_edtf(interpretation.value), shape)) if interpretation else None
    return _statement(claim, faces, meant)


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

def _statement(claim: Claim, faces: tuple, meant=None) -> Statement:
    return Statement(
        key=claim.key,
        source=claim.source.slug,
        witness=claim.source.witness,
        faces=faces,
        meant=meant,
    )
