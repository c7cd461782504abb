"""Finds the places that may be the same as one that is about to be saved: near it, or of one name with it."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q
from django.db.models.functions import Length

from geo.folding import fold
from geo.models import Place
from geo.points import Point, distance_km

NEAR_KM = 2.0
MOST = 50
KM_PER_DEGREE = 111.0
"""A degree of latitude; a little less than it is at the equator, so that the box is never too small."""


@dataclass(frozen=True, slots=True)
class Alike:
    """A place that may be the same: km to it, None where either has no point; the spelling both have, or ""."""

    place: Place
    km: float | None
    spelling: str

    @property
    def is_near(self) -> bool:
        return self.km is not None and self.km <= NEAR_KM


def places_alike(
    names: Iterable[str], point: Point | None, *, but: int | None = None, parent: int | None = None
) -> list[Alike]:
    """Places within two kilometres of the point, and those with one of the names in any spelling; two queries.

    The namesakes come first, then what is nearest. `but` is the place itself; what it lies in (`parent`) and
    what lies in it are no doubles of it.
    """
    folded = {fold(name): name for name in names if fold(name)}
    asked = Q()
    for spelling in folded:
        asked |= _worded(spelling)
    if point is not None:
        asked |= _about(point)
    if not asked:
        return []
    places = Place.objects.filter(asked).exclude(pk__in=[key for key in (but, parent) if key])
    if but:
        places = places.exclude(parent=but)
    found = [
        alike
        for place in places.order_by(Length("search"), "pk").prefetch_related("names")[: 20 * MOST]
        if (alike := _alike(place, folded, point)).spelling or alike.is_near
    ]
    return sorted(found, key=_order)[:MOST]


def _worded(spelling: str) -> Q:
    """Places in whose folded text the spelling stands as whole words."""
    return (
        Q(search=spelling)
        | Q(search__startswith=f"{spelling} ")
        | Q(search__endswith=f" {spelling}")
        | Q(search__contains=f" {spelling} ")
    )


def _about(point: Point) -> Q:
    """The box of places that may lie near; across the 180th meridian nothing is looked for."""
    high = NEAR_KM / KM_PER_DEGREE
    wide = min(180.0, high / max(0.01, math.cos(math.radians(point.lat))))
    return Q(
        latitude__gte=point.lat - high,
        latitude__lte=point.lat + high,
        longitude__gte=point.lon - wide,
        longitude__lte=point.lon + wide,
    )


def _alike(place: Place, folded: dict[str, str], point: Point | None) -> Alike:
    spellings = [place.name, *(name.text for name in place.names.all())]
    km = distance_km(point, Point(place.latitude, place.longitude)) if point and place.has_point else None
    return Alike(place, km, next((text for text in spellings if fold(text) in folded), ""))


def _order(alike: Alike) -> tuple:
    return (not alike.spelling, alike.km if alike.km is not None else math.inf, alike.place.name)
