"""Sees movements by what one source literally says of their ways, days and numbers."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.db.models import Q

from chronology.spans import Shape, Span
from geo.models import Place
from timeline.chronicle.claim_columns import with_what_is_said
from timeline.chronicle.witness import OwnDays, Testimony, testimony, told_by
from timeline.models import Claim, Leg
from timeline.weighing import days_of_legs, leg_ends, of_whole_march


@dataclass(frozen=True, slots=True)
class LegTold:
    """A leg as one source gives it; what it does not say is None or empty.

    departs and arrives: a day known within bounds; strength: the claim that gives its number.
    """

    start: Place | None
    via: tuple[Place, ...]
    end: Place | None
    departs: Span | None
    arrives: Span | None
    strength: Claim | None


@dataclass(frozen=True, slots=True)
class MarchTold:
    """A movement as one source gives it; `legs` holds those it speaks of, by primary key."""

    span: Span | None = None
    disputed: bool = False
    legs: Mapping[int, LegTold] = field(default_factory=dict)


UNTOLD = MarchTold()


def marches_told(source: str, movements: Iterable[tuple[int, tuple[int, str] | None]]) -> dict[int, MarchTold]:
    """What the source (a slug) says of each movement; three queries, and one where days are counted from events.

    A movement is given by its primary key and, of the event it belongs to, (primary key, shape) or None.
    """
    of_event = dict(movements)
    claims: dict[int, list[Claim]] = defaultdict(list)
    spoken = Q(movement__in=list(of_event)) | Q(leg__movement__in=list(of_event))
    for claim in (
        with_what_is_said(Claim.objects.published()).filter(spoken, source__slug=source).order_by("number", "key")
    ):
        claims[claim.movement_id or claim.leg.movement_id].append(claim)
    order: dict[int, list[int]] = defaultdict(list)
    for leg, movement in (
        Leg.objects.filter(movement__in=list(of_event)).order_by("movement", "order").values_list("pk", "movement_id")
    ):
        order[movement].append(leg)
    own = OwnDays(source)
    events = told_by(own, [event for event in of_event.values() if event])
    return {
        movement: _march(claims.get(movement, []), order[movement], events.get(event[0]) if event else None, own)
        for movement, event in of_event.items()
    }


def _march(claims: Sequence[Claim], order: Sequence[int], event: Testimony | None, days_of: OwnDays) -> MarchTold:
    own = [claim for claim in claims if claim.movement_id]
    legs, ends, disputed = {}, [], False
    for leg in order:
        of_leg = [claim for claim in claims if claim.leg_id == leg]
        dating = [*of_leg, *of_whole_march(own, first=leg == order[0], last=leg == order[-1])]
        if not dating:
            continue
        days = testimony(dating, Shape.SPAN, days_of)
        ends.append(leg_ends(dating, days.span))
        disputed = disputed or days.disputed
        legs[leg] = _leg(of_leg, ends[-1], [*of_leg, *own])
    whole = testimony(own, Shape.SPAN, days_of)
    span = days_of_legs(ends) or whole.span or (event.span if event else None)
    return MarchTold(span=Span.span(*span.numbers) if span else None, disputed=disputed or whole.disputed, legs=legs)


def _leg(claims: Sequence[Claim], days: tuple[Span | None, Span | None], numbers: Sequence[Claim]) -> LegTold:
    def places(edge: str) -> tuple[Place, ...]:
        return tuple(c.place for c in claims if c.attribute == "place" and c.edge == edge and c.place)

    strengths = [claim for claim in numbers if claim.attribute == "strength"]
    counted = [claim for claim in strengths if claim.low is not None or claim.high is not None]
    return LegTold(
        start=next(iter(places("from")), None),
        via=places("via"),
        end=next(iter(places("to")), None),
        departs=days[0],
        arrives=days[1],
        strength=next(iter([*counted, *strengths]), None),
    )
