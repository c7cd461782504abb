"""Reads the filters of places: which of those that an atlas speaks of, where, and by which name."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import F, Q
from django.http import QueryDict

from timeline import querysets
from timeline.chronicle.atlas_places import places_of
from timeline.filters import EventFilter, read_filter
from timeline.models import Claim
from timeline.problems import Problem

PLACE_KEYS = ("atlas", "bbox", "near", "radius_km", "q", "according_to")


@dataclass(frozen=True, slots=True)
class PlaceFilter(EventFilter):
    """Which places are asked for: the fields of events that places have."""

    def restrict(self, places):
        """The published places of the queryset that pass. `q` is asked of their names in any spelling."""
        return self.pick(places.filter(pk__in=places_of(self.atlases, published=True).values("pk")))

    def pick(self, places):
        """Those of the queryset that pass, of whichever atlas."""
        chosen = places.alias(lat=F("latitude"), lon=F("longitude")).filter(*self._conditions())
        if self.near is None:
            return chosen
        near = chosen.filter(querysets.near_q(*self.near, self.radius_km), lat__isnull=False)
        return near.alias(away_km=querysets.distance_km(*self.near)).filter(away_km__lte=self.radius_km)

    def _conditions(self) -> Iterable[Q]:
        if self.boxes:
            yield reduce(or_, (querysets.in_box_q(*one) for one in self.boxes))
        if self.phrases:
            yield reduce(or_, (Q(*(Q(search__contains=word) for word in phrase)) for phrase in self.phrases))
        if self.according_to:
            told = Claim.objects.published().filter(source__slug=self.according_to)
            yield Q(pk__in=told.values("place")) | Q(pk__in=told.values("place_2"))


def place_filter(query: QueryDict) -> tuple[PlaceFilter, list[Problem]]:
    """Read the filters of places; what cannot be read is left out of the filter."""
    return read_filter(PlaceFilter, query, PLACE_KEYS)
