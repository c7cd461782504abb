"""Reads the filters of places: which of those that an atlas speaks of, where, and by which name."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from functools import reduce
from operator import or_

from django.db.models import F, Q
from django.http import QueryDict

from timeline import querysets
from timeline.chronicle.atlas_places import places_of
from timeline.filter_reading import EVENT_KEYS, read_filter
from timeline.filters import EventFilter
from timeline.models import Claim, Event, Leg, LegStop, Movement
from timeline.problems import Problem

PLACE_KEYS = EVENT_KEYS

# What a place answers by itself; all else is asked of what happened there.
_OF_PLACES = ("boxes", "near", "radius_km", "places", "inside", "asked", "phrases")


@dataclass(frozen=True, slots=True)
class PlaceFilter(EventFilter):
    """Which places are asked for: where, by which name, and of what happened or marched there."""

    def restrict(self, places):
        """The published places of the queryset that pass. `q` is asked of their names in any spelling."""
        return self.pick(places.filter(pk__in=places_of(self.atlases, published=True).values("pk")))

    def pick(self, places):
        """Those of the queryset that pass, of whichever atlas."""
        chosen = places.alias(lat=F("latitude"), lon=F("longitude")).filter(*self._conditions())
        happened = self._of_what_happened()
        if happened is not None:
            chosen = chosen.filter(happened)
        return near_places(chosen, self.near, self.radius_km) if self.near else chosen

    def _of_what_happened(self) -> Q | None:
        """The places of the events that pass, and those that the marches that pass went by; None where all do."""
        told = self.without(*_OF_PLACES)
        if told.without("according_to").is_empty:
            return None
        asked = EventFilter(**{each.name: getattr(told, each.name) for each in fields(told)})
        events = asked.restrict(Event.objects.all()).order_by()
        found = Q(pk__in=events.values("place")) | Q(pk__in=events.values("place_2"))
        if marching := asked.of_movements():
            legs = Leg.objects.filter(movement__in=marching.restrict(Movement.objects.all()).order_by().values("pk"))
            stops = LegStop.objects.filter(leg__in=legs.values("pk"))
            found |= Q(pk__in=legs.values("start")) | Q(pk__in=legs.values("end")) | Q(pk__in=stops.values("place"))
        return found

    def _conditions(self) -> Iterable[Q]:
        if self.places:
            yield Q(pk__in=self.inside)
        if self.boxes:
            yield reduce(or_, (querysets.in_box_q(*one) for one in self.boxes))
        if self.phrases:
            yield reduce(or_, (Q(*(Q(search__contains=word) for word in phrase)) for phrase in self.phrases))
        if self.according_to:
            told = Claim.objects.published().filter(source__slug=self.according_to)
            yield Q(pk__in=told.values("place")) | Q(pk__in=told.values("place_2"))


def near_places(places, near: tuple[float, float], radius_km: float):
    """Those of a queryset of places that lie within so many kilometres of a point (lat, lon)."""
    within = places.alias(lat=F("latitude"), lon=F("longitude")).filter(lat__isnull=False)
    measured = within.filter(querysets.near_q(*near, radius_km)).alias(away_km=querysets.distance_km(*near))
    return measured.filter(away_km__lte=radius_km)


def place_filter(query: QueryDict) -> tuple[PlaceFilter, list[Problem]]:
    """Read the filters of places; what cannot be read is left out of the filter."""
    return read_filter(PlaceFilter, query, PLACE_KEYS)
