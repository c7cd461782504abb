"""Keeps on events and movements whether they take part in a contradiction with others."""

from timeline.contradictions import contradictions
from timeline.models import Atlas, Event, Movement
from timeline.told_order import told_of
from timeline.touched import Touched


def put_at_odds(atlas: Atlas | int) -> Touched:
    """Find the contradictions of a whole atlas again and write `at_odds` where it changed.

    Returns the events and movements that changed: whether they are disputed is to be weighed again.
    Seven queries to read, all of narrow columns; only what is published takes part.
    """
    things = {thing for found in contradictions(told_of(atlas)) for thing in found.things}
    marches = {thing.partition("/")[0] for thing in things if "/" in thing}
    return Touched(events=_put(Event, atlas, things), movements=_put(Movement, atlas, marches))


def _put(model: type[Event] | type[Movement], atlas: Atlas | int, slugs: set[str]) -> frozenset[int]:
    kept = model.objects.filter(atlas=atlas)
    before = dict(kept.filter(at_odds=True).values_list("slug", "pk"))
    now = dict(kept.filter(slug__in=slugs - set(before)).values_list("slug", "pk"))
    gone = {pk for slug, pk in before.items() if slug not in slugs}
    if now:
        model.objects.filter(pk__in=now.values()).update(at_odds=True)
    if gone:
        model.objects.filter(pk__in=gone).update(at_odds=False)
    return frozenset({*now.values(), *gone})
