"""Finds the movements that pass a place or were under way in some days."""

from django.db.models import Q

from chronology.spans import Span
from timeline.models import Event, Movement

# What was under way so many days before or after an event is drawn beside it.
DAYS = 12
MOST = 12


def marches_around(event: Event, span: Span | None):
    """The published movements told with an event: its own, and those under way in its days."""
    chosen = Q(event=event)
    if span is not None and span.earliest is not None and span.latest is not None:
        first, last = span.earliest - DAYS, span.latest + DAYS
        if last - first < 6 * DAYS:
            chosen |= Q(
                atlas=event.atlas_id,
                begin_earliest__lte=last,
                end_latest__gte=first,
                begin_earliest__gte=first - 120,
                end_latest__lte=last + 120,
            )
    return Movement.objects.published().filter(chosen).order_by("-importance", "pk")[:MOST]


def marches_through(places: list[int]):
    """The published movements with an end or a stop at one of these places (primary keys)."""
    through = Q(legs__start__in=places) | Q(legs__end__in=places) | Q(legs__stops__place__in=places)
    ids = Movement.objects.published().filter(through).values("pk")
    return Movement.objects.published().filter(pk__in=ids).order_by("begin_earliest", "pk")
