"""Finds the movements that pass a place or were under way in some days."""

from django.db.models import Q

from chronology.spans import Span
from timeline.models import Event, Movement
from timeline.querysets import POSSIBLY, overlapping_q

# What was under way so many days before or after an event is drawn beside it.
DAYS = 5
MOST = 14


def marches_around(event: Event, span: Span | None):
    """The published movements told with an event: its own, and those under way in its days."""
    chosen = Q(event=event)
    if span is not None and span.earliest is not None and span.latest is not None and span.latest - span.earliest < 90:
        chosen |= Q(atlas=event.atlas_id) & overlapping_q(
            Span.lasting(span.earliest - DAYS, span.latest + DAYS), POSSIBLY, shaped=False
        )
    return Movement.objects.published().filter(chosen).order_by("-importance", "pk")[:MOST]


def marches_through(places: list[int]):
    """The published movements with an end or a stop at one of these places (primary keys)."""
    through = Q(legs__start__in=places) | Q(legs__end__in=places) | Q(legs__stops__place__in=places)
    ids = Movement.objects.published().filter(through).values("pk")
    return Movement.objects.published().filter(pk__in=ids).order_by("begin_earliest", "pk")
