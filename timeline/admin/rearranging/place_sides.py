"""Sets out what two places hold, and words what their merging would make of disagreements."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Model
from django.utils.translation import gettext as _

from geo.coordinates import worded
from geo.models import Place
from geo.points import Point
from timeline.admin.rearranging.sides import ClaimLine, claim_lines
from timeline.models import Claim, Leg, Name
from timeline.pages.claim_words import edge_words
from timeline.pages.disagreements import status_words
from timeline.rearranging.place_foreseeing import foresee_places
from timeline.rearranging.place_reading import claims_naming, legs_through
from timeline.weighing import Disagreement


@dataclass(frozen=True, slots=True)
class PlaceSide:
    """A place as one column of the page."""

    place: Place
    point: str
    names: tuple[Name, ...]
    claims: tuple[ClaimLine, ...]
    legs: tuple[str, ...]
    parts: tuple[Place, ...]


def place_side(place: Place) -> PlaceSide:
    """Return the place set out; seven queries, however much it holds."""
    legs = legs_through(place).select_related("movement", "start", "end").order_by("movement", "order")
    return PlaceSide(
        place=place,
        point=worded(Point(place.latitude, place.longitude)) if place.has_point else "",
        names=tuple(place.names.select_related("source")),
        claims=tuple(claim_lines(Claim.objects.filter(pk__in=claims_naming(place).values("pk"))).values()),
        legs=tuple(f"{leg.movement.title}: {leg}" for leg in legs),
        parts=tuple(place.parts.all()),
    )


@dataclass(frozen=True, slots=True)
class PlaceClash:
    """What comes to disagree about a thing's place, or does so no longer."""

    title: str
    new: tuple[tuple[str, tuple[ClaimLine, ...]], ...]
    settled: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlacesOutlook:
    """How many things were weighed again, and those about which something changes."""

    weighed: int
    clashes: tuple[PlaceClash, ...]


def outlook_of_places(kept: Place, other: Place, values: Mapping[str, object]) -> PlacesOutlook:
    """Word what is foreseen once the two are one, with the chosen columns taken over."""
    weighed, foreseen = foresee_places(kept, other, values)
    keys = {key for each in foreseen for disagreement in each.new for key in disagreement.conflict.claims}
    # Asked for even where there is none, so that the page takes as many queries.
    lines = claim_lines(Claim.objects.filter(key__in=[*keys, ""]))
    return PlacesOutlook(
        weighed,
        tuple(
            PlaceClash(
                title=_title(each.thing),
                new=tuple((_about(one), _lines(one, lines)) for one in each.new),
                settled=tuple(_about(one) for one in each.settled),
            )
            for each in foreseen
        ),
    )


def _title(thing: Model) -> str:
    return f"{thing.movement.title}: {thing}" if isinstance(thing, Leg) else str(thing)


def _about(disagreement: Disagreement) -> str:
    edge = edge_words(disagreement.edge)
    return ", ".join(filter(None, (_("place"), edge, status_words(disagreement.conflict.status))))


def _lines(disagreement: Disagreement, lines: Mapping[str, ClaimLine]) -> tuple[ClaimLine, ...]:
    return tuple(lines[key] for key in disagreement.conflict.claims if key in lines)
