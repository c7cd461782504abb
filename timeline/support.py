"""Which published records would be left without a claim if some claims went away."""

from collections.abc import Iterable

from django.db.models import Q

from timeline.models import Claim, Event, Movement
from timeline.models.vocabulary import Publication

SUPPORTING = (
    "event", "movement", "leg__movement", "participation__event", "participation__movement", "relation__from_event",
)  # fmt: skip
"""What leads from a claim to the event or movement that it counts for."""


def of_event(event: Event) -> Q:
    """The claims that count for an event: its own, those of its participations and relations."""
    return Q(event=event) | Q(participation__event=event) | Q(relation__from_event=event)


def of_movement(movement: Movement) -> Q:
    """The claims that count for a movement: its own, those of its legs and participations."""
    return Q(movement=movement) | Q(leg__movement=movement) | Q(participation__movement=movement)


def supported_by(claim: Claim) -> Event | Movement | None:
    """Return the event or movement for which a claim counts."""
    if claim.participation_id:
        return claim.participation.subject
    if claim.relation_id:
        return claim.relation.from_event
    if claim.leg_id:
        return claim.leg.movement
    return claim.event or claim.movement


def left_without_claims(claims: Iterable[Claim]) -> list[Event | Movement]:
    """Return the published events and movements whose every published claim is among `claims`."""
    claims = list(claims)
    going = [claim.pk for claim in claims]
    found = []
    for subject in dict.fromkeys(supported_by(claim) for claim in claims):
        if subject is None or subject.publication != Publication.PUBLISHED:
            continue
        counting = of_event(subject) if isinstance(subject, Event) else of_movement(subject)
        if not Claim.objects.published().filter(counting).exclude(pk__in=going).exists():
            found.append(subject)
    return found
