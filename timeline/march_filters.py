"""Reads the filters of whole documents for movements: all that events have, asked of where a march passes and who
tells of it."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from functools import reduce
from operator import or_

from django.db.models import Q
from django.http import QueryDict

from geo.models import Place
from timeline import querysets
from timeline.filter_reading import EVENT_KEYS, read_filter
from timeline.filters import EventFilter, MovementFilter
from timeline.models import Leg, LegStop
from timeline.place_filters import near_places
from timeline.problems import Problem


@dataclass(frozen=True, slots=True)
class MarchFilter(MovementFilter):
    """Which marches are asked for. Of the kinds of events none passes: a march is no event."""

    def _conditions(self) -> Iterable[Q]:
        yield from MovementFilter._conditions(self)
        if self.kinds:
            yield Q(pk__in=[])
        if self.places:
            yield _by_way_of(Place.objects.filter(pk__in=self.inside))
        if self.near:
            yield _by_way_of(near_places(Place.objects.all(), self.near, self.radius_km))
        if self.sources:
            yield reduce(or_, (querysets.marches_by_source_q(source) for source in self.sources))


def march_filter(query: QueryDict) -> tuple[MarchFilter, list[Problem]]:
    """Read every filter that events have, for marches."""
    return read_filter(MarchFilter, query, EVENT_KEYS)


def marches_of(asked: EventFilter) -> MarchFilter:
    """What is asked of events, asked of marches."""
    return MarchFilter(**{each.name: getattr(asked, each.name) for each in fields(asked)})


def _by_way_of(places) -> Q:
    """The movements with an end or a stop at one of these places."""
    keys = places.order_by().values("pk")
    stops = LegStop.objects.filter(place__in=keys).values("leg")
    legs = Leg.objects.filter(Q(start__in=keys) | Q(end__in=keys) | Q(pk__in=stops))
    return Q(pk__in=legs.values("movement"))
