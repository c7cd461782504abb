"""Weighs what is claimed of places as it would stand once two places are one; nothing is written."""

from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from dataclasses import dataclass

from django.db.models import Q

from chronology.spans import Shape
from geo.models import Place
from timeline.models import Claim, Decision, Event, Leg, Movement
from timeline.touched import touched_by
from timeline.weighable import weighable_claims
from timeline.weighing import Disagreement, of_whole_march, weigh


@dataclass(frozen=True, slots=True)
class ForeseenPlaces:
    """What will disagree about where one thing was, and what will no longer."""

    thing: Event | Movement | Leg
    new: tuple[Disagreement, ...]
    settled: tuple[Disagreement, ...]


def foresee_places(kept: Place, gone: Place, values: Mapping[str, object]) -> tuple[int, list[ForeseenPlaces]]:
    """Return how many things are weighed, and those about which something changes; nine queries or so.

    values: columns of the kept place as the plan leaves it, its parent among them where that changes.
    """
    touched = touched_by(gone) | touched_by(kept)
    things = list(_things(touched.events, touched.movements))
    now = [_disagreements(claims, decisions) for _thing, claims, decisions in things]
    _join({claim.pk: claim for _thing, claims, _decisions in things for claim in claims}.values(), kept, gone, values)
    found = []
    for (thing, claims, decisions), before in zip(things, now, strict=True):
        after = _disagreements(claims, decisions)
        new = tuple(each for about, each in after.items() if about not in before)
        settled = tuple(each for about, each in before.items() if about not in after)
        if new or settled:
            found.append(ForeseenPlaces(thing, new, settled))
    return len(things), found


def _disagreements(claims: Iterable[Claim], decisions: Iterable[Decision]) -> dict[tuple, Disagreement]:
    # Only places are weighed, so that the shape of dates is of no account.
    weighed = weigh(claims, decisions, Shape.SPAN)
    return {(each.edge, frozenset(each.conflict.claims)): each for each in weighed.disagreements}


def _things(events: Iterable[int], movements: Iterable[int]) -> Iterator[tuple]:
    """Everything claimed to be at a place, with its claims of places and its decisions about them."""
    told = weighable_claims().filter(attribute="place")
    claims = list(told.filter(Q(event__in=events) | Q(movement__in=movements) | Q(leg__movement__in=movements)))
    decisions = list(
        Decision.objects.filter(attribute="place")
        .filter(Q(event__in=events) | Q(movement__in=movements) | Q(leg__movement__in=movements))
        .select_related("claim")
    )

    def own(records, column: str, key: int) -> list:
        return [record for record in records if getattr(record, column) == key]

    for event in Event.objects.filter(pk__in=events):
        yield event, own(claims, "event_id", event.pk), own(decisions, "event_id", event.pk)
    legs = Leg.objects.filter(movement__in=movements).select_related("start", "end", "movement").order_by("order")
    of_movement: dict[int, list[Leg]] = {}
    for leg in legs:
        of_movement.setdefault(leg.movement_id, []).append(leg)
    for movement in Movement.objects.filter(pk__in=movements):
        whole = own(claims, "movement_id", movement.pk)
        yield movement, whole, own(decisions, "movement_id", movement.pk)
        stretches = of_movement.get(movement.pk, [])
        for leg in stretches:
            onward = of_whole_march(whole, first=leg is stretches[0], last=leg is stretches[-1])
            yield leg, [*own(claims, "leg_id", leg.pk), *onward], own(decisions, "leg_id", leg.pk)


def _join(claims: Iterable[Claim], kept: Place, gone: Place, values: Mapping[str, object]) -> None:
    """Let claims that were read for this name one place where they named two."""
    one = copy(kept)
    for column, value in values.items():
        setattr(one, column, value)
    both = {kept.pk, gone.pk}

    def joined(place: Place | None) -> Place | None:
        if place is None or place.pk in both:
            return one if place else None
        seen = set()
        inside = place
        while inside.parent_id and inside.pk not in seen:
            seen.add(inside.pk)
            if inside.parent_id in both:
                inside.parent = one
                break
            inside = inside.parent
        return place

    for claim in claims:
        claim.place, claim.place_2 = joined(claim.place), joined(claim.place_2)
