"""Finds what happened just before an event and just after it."""

from django.db.models import F, Q

from timeline.chronicle.rows import Row, event_rows
from timeline.models import Event

MANY = 3


def neighbours(event: Event, language: str = "en") -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """Up to three lines before and three after: by day where it is dated, else by the order of the story.

    Four queries. What is nearest stands next to the event in both.
    """
    others = Event.objects.published().filter(atlas=event.atlas_id).exclude(pk=event.pk)
    day = event.begin_earliest if event.begin_earliest is not None else event.end_latest
    if day is None:
        earlier, later = Q(order__lt=event.order), Q(order__gt=event.order)
        backwards, forwards = ("-order", "-pk"), ("order", "pk")
    else:
        others = others.filter(begin_earliest__isnull=False)
        same = Q(begin_earliest=day)
        earlier = Q(begin_earliest__lt=day) | same & Q(order__lt=event.order)
        later = Q(begin_earliest__gt=day) | same & Q(order__gt=event.order)
        backwards = (F("begin_earliest").desc(), "-order", "-pk")
        forwards = (F("begin_earliest").asc(), "order", "pk")
    before = event_rows(others.filter(earlier).order_by(*backwards)[:MANY], language)
    after = event_rows(others.filter(later).order_by(*forwards)[:MANY], language)
    return before[::-1], after
