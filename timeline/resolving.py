"""Writes what the claims come to onto the records: the only module that copies resolved values."""

from collections.abc import Mapping
from types import MappingProxyType

from chronology.edtf import format_edtf
from chronology.spans import Shape, Span
from geo.models import Place
from timeline.allegiances import TakingPart
from timeline.anchors import Anchors, is_relative
from timeline.at_odds import put_at_odds
from timeline.bracketing import put_brackets
from timeline.columns import write_columns
from timeline.fields import COLUMNS, put_range, put_span, range_of, span_of
from timeline.models import Atlas, Claim, Event, Leg, Movement
from timeline.models.vocabulary import Publication
from timeline.resolution import Spot
from timeline.searchable import search_event, search_movement
from timeline.statements import taking_part
from timeline.touched import Touched, reached_from
from timeline.weighable import with_claims, with_legs
from timeline.weighing import Weighed, days_of_legs, leg_ends, of_whole_march, weigh

EVENT_COLUMNS = [
    *COLUMNS, "edtf", "date_rule", "date_claim",
    "place", "place_relation", "place_2", "place_rule", "lat", "lon", "uncertainty_km",
    "disputed", "published_claims", "search",
]  # fmt: skip
MOVEMENT_COLUMNS = [*COLUMNS, "disputed", "published_claims", "search"]
LEG_COLUMNS = [
    "departs_earliest", "departs_latest", "arrives_earliest", "arrives_latest",
    "strength_low", "strength_high", "strength_unit", "strength_printed",
]  # fmt: skip


def resolve_atlas(atlas: Atlas) -> None:
    """Weigh every claim of an atlas again and keep what changed on its records.

    Raises RelativeDateCycle where relative statements hang on each other in a ring.
    """
    put_at_odds(atlas)
    _weigh(Event.objects.filter(atlas=atlas), Movement.objects.filter(atlas=atlas))
    put_brackets(atlas)


def resolve_published(atlas: Atlas) -> None:
    """Weigh again what contradicts others, or no longer does, now that other records are published."""
    changed = put_at_odds(atlas)
    _weigh(Event.objects.filter(pk__in=changed.events), Movement.objects.filter(pk__in=changed.movements))


def resolve_touched(touched: Touched) -> None:
    """Weigh again only what a change reaches; the records then stand as after resolving the whole.

    Raises RelativeDateCycle as resolve_atlas does.
    """
    reached = reached_from(touched)
    atlases = {*reached.atlases, *Event.objects.filter(pk__in=reached.events).values_list("atlas", flat=True)}
    for atlas in atlases:
        reached |= put_at_odds(atlas)
    _weigh(Event.objects.filter(pk__in=reached.events), Movement.objects.filter(pk__in=reached.movements))
    for atlas in atlases:
        put_brackets(atlas)


def _weigh(events, movements) -> None:
    Pass(list(with_claims(events)), list(with_legs(movements))).write()


class Pass:
    """One weighing of a set of events and movements; the order of relative dates is found on the way.

    They come with their claims and parts (`with_claims`, `with_legs`). unwritten: places by slug that the
    database does not have yet.
    """

    def __init__(
        self, events: list[Event], movements: list[Movement], unwritten: Mapping[str, Place] = MappingProxyType({})
    ):
        self.events = {event.pk: event for event in events}
        self.movements = movements
        self.unwritten = unwritten
        self.anchors = Anchors(self._days_of_event)
        self.weighed: dict[int, Weighed] = {}
        self.claims: list[Claim] = []

    def put(self) -> None:
        """Put the values on the records, and write nothing."""
        for event in self.events.values():
            self._weigh(event)
        places = self._places()
        for event in self.events.values():
            self._put_event(event, self.weighed[event.pk], places)
        for movement in self.movements:
            self._put_movement(movement)

    def write(self) -> None:
        """Put the values on the records and keep them."""
        self.put()
        legs = [leg for movement in self.movements for leg in movement.legs.all()]
        write_columns(self.claims, [*COLUMNS, "face_shape"])
        write_columns(self.events.values(), EVENT_COLUMNS)
        write_columns(legs, LEG_COLUMNS)
        write_columns(self.movements, MOVEMENT_COLUMNS)

    def _days_of_event(self, event: Event) -> Span | None:
        own = self.events.get(event.pk)
        if own is None:
            return span_of(event)
        return self._weigh(own).span

    def _weigh(self, event: Event) -> Weighed:
        if event.pk not in self.weighed:
            claims = list(event.claims.all())
            self._put_relative_days(claims)
            parts = _parts(event)
            self.weighed[event.pk] = weigh(claims, event.decisions.all(), Shape(event.shape), parts)
        return self.weighed[event.pk]

    def _put_relative_days(self, claims: list[Claim]) -> None:
        for claim in claims:
            if claim.attribute == "date" and is_relative(claim) and not claim.face:
                span = self.anchors.days_of(claim)
                put_span(claim, span)
                claim.face_shape = span.shape if span else ""
                self.claims.append(claim)

    def _places(self) -> dict[str, Place]:
        slugs = {
            slug
            for weighed in self.weighed.values()
            if isinstance(weighed.place.value, Spot)
            for slug in weighed.place.value.place.split("–")
        }
        kept = Place.objects.filter(slug__in=slugs - self.unwritten.keys())
        return {**self.unwritten, **{place.slug: place for place in kept}}

    def _put_event(self, event: Event, weighed: Weighed, places: dict[str, Place]) -> None:
        claims = {claim.key: claim for claim in event.claims.all()}
        put_span(event, weighed.span)
        event.edtf = format_edtf(weighed.span) if weighed.span else ""
        event.date_rule = weighed.date.rule
        event.date_claim = claims.get(weighed.date.accepted)
        spot = weighed.place.value
        event.place = event.place_2 = event.lat = event.lon = event.uncertainty_km = None
        event.place_relation, event.place_rule = "", weighed.place.rule
        if isinstance(spot, Spot):
            slugs = spot.place.split("–")
            event.place = places.get(slugs[0])
            event.place_2 = places.get(slugs[1]) if len(slugs) > 1 else None
            accepted = claims.get(weighed.place.accepted)
            event.place_relation = accepted.place_relation or "at" if accepted else "at"
            event.uncertainty_km = spot.ring_km
            if spot.point:
                event.lat, event.lon = spot.point.lat_lon
        event.disputed = event.at_odds or bool(weighed.disagreements)
        event.published_claims = _counted(event, list(event.relations_out.all()))
        event.search = search_event(event)

    def _put_movement(self, movement: Movement) -> None:
        legs = list(movement.legs.all())
        own = list(movement.claims.all())
        self._put_relative_days(own)
        whole = weigh(own, movement.decisions.all(), Shape.SPAN, _parts(movement))
        disputed = movement.at_odds or bool(whole.disagreements)
        for leg in legs:
            disputed |= self._put_leg(leg, movement, own, legs)
        ends = [(range_of(leg, "departs"), range_of(leg, "arrives")) for leg in legs]
        put_span(movement, days_of_legs(ends) or whole.span or self._days_of_its_event(movement))
        movement.disputed = disputed
        movement.published_claims = _counted(movement, legs)
        movement.search = search_movement(movement)

    def _days_of_its_event(self, movement: Movement) -> Span | None:
        if movement.event is None:
            return None
        span = self._days_of_event(movement.event)
        if span is None:
            return None
        return Span.span(span.begin_earliest, span.begin_latest, span.end_earliest, span.end_latest)

    def _put_leg(self, leg: Leg, movement: Movement, of_movement: list[Claim], legs: list[Leg]) -> bool:
        claims = list(leg.claims.all())
        self._put_relative_days(claims)
        claims += of_whole_march(of_movement, first=leg is legs[0], last=leg is legs[-1])
        weighed = weigh(claims, leg.decisions.all(), Shape.SPAN)
        departs, arrives = leg_ends(claims, weighed.span)
        put_range(leg, "departs", departs)
        put_range(leg, "arrives", arrives)
        strengths = [c for c in [*claims, *of_movement] if c.attribute == "strength"]
        _put_strength(leg, strengths)
        return bool(weighed.disagreements)


def _parts(subject) -> tuple[TakingPart, ...]:
    rows = list(subject.participations.all())
    published = {row.pk: [c.key for c in row.claims.all() if c.publication == Publication.PUBLISHED] for row in rows}
    return taking_part(rows, published)


def _put_strength(leg: Leg, claims: list[Claim]) -> None:
    told = next((c for c in claims if c.low is not None or c.high is not None), None)
    told = told or next(iter(claims), None)
    leg.strength_low = told.low if told else None
    leg.strength_high = told.high if told else None
    leg.strength_unit = told.unit if told else ""
    leg.strength_printed = told.as_printed[:200] if told else ""


def _counted(subject, parts: list) -> int:
    own = len(subject.claims.all())
    shared = sum(
        1
        for participation in subject.participations.all()
        for claim in participation.claims.all()
        if claim.publication == Publication.PUBLISHED
    )
    return own + shared + sum(len(part.claims.all()) for part in parts)
