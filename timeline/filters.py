"""The filters of a question: each restricts a queryset of events or movements, and says itself in words."""

from collections.abc import Iterable
from dataclasses import dataclass, field, fields, replace
from functools import reduce
from operator import or_

from django.db.models import Q

from chronology.spans import Span
from geo.models import Place
from timeline import hearing, querysets
from timeline.filter_words import sentence
from timeline.models import Leg

DEFAULT_RADIUS_KM = 50.0


@dataclass(frozen=True, slots=True)
class EventFilter:
    """Which events are asked for; an empty field asks for all. Slugs throughout; spans are as given.

    begin and end: of the window; on: any of these; boxes: (west, south, east, north); near: (lat, lon);
    places holds what was asked, inside every place that lies in those; phrases: the folded words of each q.
    """

    atlases: tuple[int, ...] = ()
    begin: Span | None = None
    end: Span | None = None
    on: tuple[Span, ...] = ()
    certainty: str = querysets.CERTAINLY
    boxes: tuple[tuple[float, float, float, float], ...] = ()
    places: tuple[str, ...] = ()
    inside: tuple[int, ...] = ()
    near: tuple[float, float] | None = None
    radius_km: float = DEFAULT_RADIUS_KM
    sides: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    theatres: tuple[str, ...] = ()
    forces: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    disputed: tuple[bool, ...] = ()
    asked: tuple[str, ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()
    according_to: str = ""
    names: dict[str, dict[str, str]] = field(default_factory=dict, compare=False)

    def sentence(self, shown: int, total: int) -> str:
        """What is shown, in words: "12 of 96 events: battles, May to July 1909"."""
        return sentence(self, shown, total, self.names)

    @property
    def window(self) -> Span | None:
        """The stretch from the first day of `from` to the last of `to`, or None where neither is asked."""
        if self.begin is None and self.end is None:
            return None
        first = self.begin.earliest if self.begin else None
        last = self.end.latest if self.end else None
        return Span.span(first, first, last, last)

    def without(self, *names: str) -> "EventFilter":
        """The same filter with these fields emptied."""
        defaults = {each.name: each.default for each in fields(self) if each.name in names}
        return replace(self, **defaults)

    @property
    def is_empty(self) -> bool:
        """Whether it asks for everything of its atlas."""
        return self.without("atlases", "certainty", "radius_km") == type(self)()

    def of_movements(self) -> "MovementFilter | None":
        """The same asked of movements; None where it asks for what only events have: no movement passes."""
        if self.kinds or self.places or self.near or self.sources:
            return None
        return MovementFilter(**{each.name: getattr(self, each.name) for each in fields(self)})

    def restrict(self, events):
        """The published events of the queryset that pass."""
        chosen, asked = events.published().filter(atlas__in=self.atlases), self
        if self.according_to and hearing.asks(self):
            heard = hearing.heard_events(self, chosen)
            if heard is None:
                chosen = chosen.filter(*self._days_told())
            else:
                chosen, asked = heard, self.without(*hearing.HEARD)
        elif not self.according_to:
            chosen = _dated(chosen, self)
        chosen = chosen.filter(*asked._conditions())
        return chosen.near(*asked.near, asked.radius_km) if asked.near else chosen

    def _days_told(self) -> Iterable[Q]:
        """The window and the days, asked of each statement of the one source."""
        if self.window is not None:
            yield querysets.told_overlapping_q(self.according_to, self.window, self.certainty)
        if self.on:
            told = (querysets.told_overlapping_q(self.according_to, day, self.certainty) for day in self.on)
            yield reduce(or_, told)

    def _conditions(self) -> Iterable[Q]:
        yield from _common(self, "event")
        if self.boxes:
            yield reduce(or_, (querysets.in_box_q(*one) for one in self.boxes))
        if self.places:
            yield Q(place__in=self.inside)
        if self.kinds:
            yield Q(kind__in=self.kinds)
        if self.sources:
            yield querysets.by_source_q(*self.sources)
        if self.according_to:
            yield querysets.by_source_q(self.according_to)


@dataclass(frozen=True, slots=True)
class MovementFilter(EventFilter):
    """Which movements are asked for: the fields of events that movements have."""

    def restrict(self, movements):
        """The published movements of the queryset that pass."""
        chosen = movements.published().filter(atlas__in=self.atlases)
        if not self.according_to:
            return _dated(chosen, self).filter(*self._conditions())
        told = chosen.filter(*self.without(*hearing.HEARD)._conditions())
        return hearing.heard_movements(self, told) if hearing.asks(self) else told

    def _conditions(self) -> Iterable[Q]:
        yield from _common(self, "movement")
        if self.boxes:
            yield reduce(or_, (_leg_in(*one) for one in self.boxes))
        if self.according_to:
            yield querysets.marches_by_source_q(self.according_to)


def _leg_in(west: float, south: float, east: float, north: float) -> Q:
    inside = Place.objects.filter(
        latitude__gte=south, latitude__lte=north, longitude__gte=west, longitude__lte=east
    ).values("pk")
    return Q(pk__in=Leg.objects.filter(Q(start__in=inside) | Q(end__in=inside)).values("movement"))


def _dated(chosen, asked: EventFilter):
    if asked.window is not None:
        chosen = chosen.overlapping(asked.window, asked.certainty)
    if asked.on:
        shaped = chosen.shaped
        on = (querysets.overlapping_q(day, asked.certainty, shaped=shaped) for day in asked.on)
        chosen = chosen.filter(reduce(or_, on))
    return chosen


def _common(asked: EventFilter, subject: str) -> Iterable[Q]:
    for bearer, slugs in (("side", asked.sides), ("force", asked.forces), ("person", asked.people)):
        if slugs:
            yield querysets.by_bearer_q(subject, bearer, *slugs, told_by=asked.according_to)
    if asked.theatres:
        yield Q(theatre__slug__in=asked.theatres)
    if asked.statuses:
        yield Q(status__in=asked.statuses)
    if asked.disputed:
        yield Q(disputed__in=asked.disputed)
    if asked.phrases:
        yield reduce(or_, (Q(*(Q(search__contains=word) for word in phrase)) for phrase in asked.phrases))
