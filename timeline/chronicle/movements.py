"""Reads movements with their legs and everything said of them, in a fixed number of queries."""

from collections import defaultdict
from dataclasses import replace

from django.db.models import Prefetch, Q

from chronology.spans import Shape
from geo.points import Point
from geo.routes import curve, length_km, pace
from timeline.at_hand import read_together
from timeline.chronicle.claims import claim_entry, claims_by, keys_by, stop_names
from timeline.chronicle.contradictions import contradictions_between
from timeline.chronicle.dating import edtf_of, when_of_movement
from timeline.chronicle.disputes import disputes_of
from timeline.chronicle.entries import DisputeEntry, LegEntry, MovementEntry, MoverEntry
from timeline.chronicle.explained_records import with_explanations
from timeline.chronicle.labels import worded
from timeline.chronicle.march_witness import LegTold, MarchTold, marches_told
from timeline.chronicle.participants import participants, participations, sides_of
from timeline.chronicle.places import mention, names_by_bearer
from timeline.chronicle.references import label, reference
from timeline.chronicle.values import Reference, StrengthEntry, When
from timeline.models import Claim, Decision, Event, Leg, LegStop, Movement, Mover
from timeline.models.vocabulary import Mode, Publication, Status
from timeline.statements import taking_part

LEGS = Leg.objects.select_related("start", "end").order_by("order")
STOPS = LegStop.objects.select_related("place").order_by("order")
MOVERS = Mover.objects.select_related("person", "force", "side").order_by("id")


def movement_entries(
    movements, language: str = "en", according_to: str = "", *, explain: bool = False
) -> tuple[MovementEntry, ...]:
    """Entries of a queryset of movements, in its order; nine queries, however many there are.

    Seven more for each atlas of which one contradicts something else. `explain`: reckon why the sources
    disagree, for a record on its own (two more at most). `according_to` is the slug of a source: legs, days,
    people and claims are then its own, three queries more.
    """
    if not according_to:
        entries = _entries(movements, language)
        return with_explanations(entries, language) if explain else entries
    rows = _rows(movements)
    entries = _Load(rows).entries(language)
    events = {row.pk: (row.event_id, row.event.shape) if row.event else None for row in rows}
    told = marches_told(according_to, events.items())
    return tuple(_told(entry, row, told[row.pk], according_to) for row, entry in zip(rows, entries, strict=True))


def _rows(movements) -> list[Movement]:
    return list(
        movements.select_related("atlas", "theatre", "event").prefetch_related(
            Prefetch("legs", queryset=LEGS),
            Prefetch("legs__stops", queryset=STOPS),
            Prefetch("movers", queryset=MOVERS),
        )
    )


@read_together(Movement, "slug")
def _entries(movements, language: str) -> tuple[MovementEntry, ...]:
    return _Load(_rows(movements)).entries(language)


class _Load:
    """All that belongs to a set of movements, fetched once."""

    def __init__(self, rows: list[Movement]):
        self.rows = rows
        ids = [movement.pk for movement in rows]
        legs = [leg for movement in rows for leg in movement.legs.all()]
        self.leg_owner = {leg.pk: leg.movement_id for leg in legs}
        self.names = names_by_bearer("place", {place.pk for leg in legs for place in _places(leg)})
        self.participations = participations("movement", ids)
        self.decisions = list(
            Decision.objects.filter(Q(movement__in=ids) | Q(leg__movement__in=ids)).select_related("claim")
        )
        claims = list(
            claims_by(Q(movement__in=ids), Q(leg__movement__in=ids), Q(participation__movement__in=ids)).order_by(
                "source__slug", "number", "key"
            )
        )
        self.claims: dict[int, list[Claim]] = defaultdict(list)
        for claim in claims:
            self.claims[self._owner(claim)].append(claim)
        self.of_participation = keys_by(claims, "participation_id")
        self.stops = stop_names(claims)
        self.of_leg = keys_by(claims, "leg_id")
        self.between = contradictions_between({movement.atlas_id for movement in rows if movement.at_odds})

    def _owner(self, claim: Claim) -> int:
        if claim.movement_id:
            return claim.movement_id
        return self.leg_owner[claim.leg_id] if claim.leg_id else claim.participation.movement_id

    def entries(self, language: str) -> tuple[MovementEntry, ...]:
        return tuple(self._entry(movement, language) for movement in self.rows)

    def _entry(self, movement: Movement, language: str) -> MovementEntry:
        claims = self.claims.get(movement.pk, [])
        legs = tuple(self._leg(movement, leg) for leg in movement.legs.all())
        taking_part = self.participations.get(movement.pk, [])
        lengths = [leg.distance_km for leg in legs if leg.distance_km is not None]
        strengths = [leg.strength for leg in legs if leg.strength]
        return MovementEntry(
            id=movement.slug,
            url=movement.get_absolute_url(),
            atlas=movement.atlas.slug,
            title=movement.title,
            title_fa=movement.title_fa,
            summary=movement.summary,
            theatre=movement.theatre.slug,
            theatre_label=label(movement.theatre, language),
            status=movement.status,
            status_label=worded(Status, movement.status),
            sides=sides_of(
                [
                    *(mover.side for mover in movement.movers.all()),
                    *(row.side for row in taking_part),
                ]
            ),
            importance=movement.importance,
            published_on=movement.published_on,
            modified=movement.modified,
            when=when_of_movement(movement),
            disputed=movement.disputed,
            disputes=self._disputes(movement, claims) if movement.disputed else (),
            event=reference(movement.event) if _is_shown(movement.event) else None,
            movers=tuple(_mover(mover) for mover in movement.movers.all()),
            participants=participants(taking_part, self.of_participation),
            legs=legs,
            strength=strengths[0] if strengths else None,
            distance_km=round(sum(lengths), 1) if lengths else None,
            claims=tuple(claim_entry(claim, self.stops) for claim in claims),
        )

    def _leg(self, movement: Movement, leg: Leg) -> LegEntry:
        departs, arrives = days_of(leg, "departs"), days_of(leg, "arrives")
        stops = [leg.start, *(stop.place for stop in leg.stops.all()), leg.end]
        return LegEntry(
            key=f"{movement.slug}/{leg.order}",
            order=leg.order,
            start=mention(leg.start, self.names),
            via=tuple(mention(stop.place, self.names) for stop in leg.stops.all()),
            end=mention(leg.end, self.names),
            departs=departs,
            arrives=arrives,
            mode=leg.mode,
            mode_label=worded(Mode, leg.mode),
            status=leg.status,
            status_label=worded(Status, leg.status),
            inferred=leg.inferred,
            note=leg.note,
            strength=strength_of(leg),
            claims=self.of_leg.get(leg.pk, ()),
            **measured(stops, departs, arrives, mode=leg.mode, status=leg.status),
        )

    def _disputes(self, movement: Movement, claims: list[Claim]) -> tuple[DisputeEntry, ...]:
        own = [claim for claim in claims if claim.movement_id]
        decisions = [decision for decision in self.decisions if decision.movement_id == movement.pk]
        parts = taking_part(self.participations.get(movement.pk, ()), self.of_participation)
        found = list(disputes_of(reference(movement), own, decisions, "span", parts))
        for leg in movement.legs.all():
            of_leg = [claim for claim in claims if claim.leg_id == leg.pk]
            decisions = [decision for decision in self.decisions if decision.leg_id == leg.pk]
            about = Reference("leg", f"{movement.slug}/{leg.order}", str(leg), movement.get_absolute_url())
            found += disputes_of(about, of_leg, decisions, "span")
            found += [dispute for dispute in self.between.get(about.id, ()) if dispute not in found]
        return tuple(found)


def measured(stops: list, departs, arrives, *, mode: str, status: str) -> dict:
    """The fields of a leg that are worked out from its stops (None: not known) and its days."""
    points = [Point(place.latitude, place.longitude) for place in stops if place and place.has_point]
    known_ends = all(end and end.has_point for end in (stops[0], stops[-1]))
    km = length_km(points, mode) if known_ends else None
    speed = pace(km, departs, arrives, mode) if status == "happened" else None
    return {
        "distance_km": round(km, 1) if km is not None else None,
        "days": speed.days if speed else None,
        "km_per_day": round(speed.km_per_day, 1) if speed else None,
        "implausible": speed.implausible if speed else "",
        "geometry": tuple((round(p.lat, 4), round(p.lon, 4)) for p in curve(points)),
    }


def _told(entry: MovementEntry, movement: Movement, march: MarchTold, source: str) -> MovementEntry:
    """The movement as one source tells it: only the legs, people and claims that are its own."""
    claims = tuple(claim for claim in entry.claims if claim.citation.source == source)
    own = {claim.id for claim in claims}
    legs = tuple(
        _leg_told(leg, march.legs[row.pk], own)
        for row, leg in zip(movement.legs.all(), entry.legs, strict=True)
        if row.pk in march.legs
    )
    lengths = [leg.distance_km for leg in legs if leg.distance_km is not None]
    return replace(
        entry,
        when=When(Shape.SPAN.value, march.span, edtf_of(march.span)),
        disputed=march.disputed,
        disputes=(),
        participants=tuple(one for one in entry.participants if own.intersection(one.claims)),
        legs=legs,
        strength=next((leg.strength for leg in legs if leg.strength), None),
        distance_km=round(sum(lengths), 1) if lengths else None,
        claims=claims,
    )


def _leg_told(leg: LegEntry, told: LegTold, own: set[str]) -> LegEntry:
    departs, arrives = ((day.earliest, day.latest) if day else None for day in (told.departs, told.arrives))
    number = told.strength
    return replace(
        leg,
        start=mention(told.start, {}),
        via=tuple(mention(place, {}) for place in told.via),
        end=mention(told.end, {}),
        departs=departs,
        arrives=arrives,
        strength=StrengthEntry(number.low, number.high, number.unit, number.as_printed[:200]) if number else None,
        claims=tuple(key for key in leg.claims if key in own),
        **measured([told.start, *told.via, told.end], departs, arrives, mode=leg.mode, status=leg.status),
    )


def days_of(leg: Leg, name: str) -> tuple[int | None, int | None] | None:
    """The [earliest, latest] day of a leg's `departs` or `arrives`, or None where nothing dates it."""
    bounds = getattr(leg, f"{name}_earliest"), getattr(leg, f"{name}_latest")
    return None if bounds == (None, None) else bounds


def strength_of(leg: Leg) -> StrengthEntry | None:
    """The number on a leg, or None where no source gives one."""
    if leg.strength_low is None and leg.strength_high is None and not leg.strength_printed:
        return None
    return StrengthEntry(leg.strength_low, leg.strength_high, leg.strength_unit, leg.strength_printed)


def _places(leg: Leg) -> list:
    ends = [leg.start, *(stop.place for stop in leg.stops.all()), leg.end]
    return [place for place in ends if place]


def _is_shown(event: Event | None) -> bool:
    """Whether readers see the event with which a march is told."""
    return event is not None and event.publication == Publication.PUBLISHED


def mover_entries(movement: int) -> tuple[MoverEntry, ...]:
    """Who or what moves in the movement of this primary key; one query."""
    return tuple(_mover(mover) for mover in MOVERS.filter(movement=movement))


def _mover(mover: Mover) -> MoverEntry:
    bearer = mover.force or mover.person
    return MoverEntry(
        type=mover.type,
        id=bearer.slug if bearer else "",
        name=mover.name,
        letter=mover.force.letter if mover.force else "",
        side=mover.side.slug if mover.side else "",
        from_leg=mover.from_leg,
        to_leg=mover.to_leg,
    )
