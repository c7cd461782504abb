"""Finds the works that say something of what a question asks for."""

from django.db.models import Q, QuerySet

from timeline.filters import EventFilter
from timeline.models import Claim, Event, Movement, Source


def sources_asked(asked: EventFilter) -> QuerySet:
    """The published works with a published claim about an event or march that passes.

    Where works are asked for by `source` or `according_to`, these alone.
    """
    events = asked.restrict(Event.objects.all()).order_by().values("pk")
    told = Q(event__in=events) | Q(participation__event__in=events) | Q(relation__from_event__in=events)
    marches = asked.of_movements()
    if marches is not None:
        movements = marches.restrict(Movement.objects.all()).order_by().values("pk")
        told |= Q(movement__in=movements) | Q(leg__movement__in=movements) | Q(participation__movement__in=movements)
    claims = Claim.objects.published().filter(told).order_by().values("source")
    found = Source.objects.published().filter(pk__in=claims)
    named = [*asked.sources, *filter(None, [asked.according_to])]
    return found.filter(slug__in=named) if named else found
