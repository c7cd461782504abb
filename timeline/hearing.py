"""Passes events and movements by what one source literally says of them, all its statements together."""

from chronology.spans import Span
from geo.points import Point, distance_km
from timeline.chronicle.march_witness import MarchTold, marches_told
from timeline.chronicle.witness import Testimony, testimonies
from timeline.querysets import POSSIBLY, by_source_q

MOST_HEARD = 2000
"""Of more events than these a source is not heard: they are passed statement by statement, in SQL."""

HEARD = ("begin", "end", "on", "boxes", "places", "inside", "near", "disputed")
"""The fields of a filter that ask what a source says: when, where, and whether it contradicts itself."""


def asks(asked) -> bool:
    """Whether a filter (timeline.filters.EventFilter) asks anything that the source must be heard for."""
    return asked.without(*HEARD) != asked


def heard_events(asked, events):
    """The events of the queryset that pass what the filter asks of its source; None where they are too many.

    Two queries.
    """
    mentioned = events.filter(by_source_q(asked.according_to)).order_by()
    rows = list(mentioned.values_list("pk", "shape")[: MOST_HEARD + 1])
    if len(rows) > MOST_HEARD:
        return None
    told = testimonies(asked.according_to, rows)
    return events.filter(pk__in=[pk for pk, said in told.items() if _event_passes(asked, said)])


def heard_movements(asked, movements):
    """The same of movements, of which a source tells few; four queries."""
    rows = movements.order_by().values_list("pk", "event_id", "event__shape")
    told = marches_told(asked.according_to, [(pk, (event, shape) if event else None) for pk, event, shape in rows])
    return movements.filter(pk__in=[pk for pk, said in told.items() if _march_passes(asked, said)])


def _event_passes(asked, said: Testimony) -> bool:
    return (
        _in_days(asked, said.span)
        and (not asked.disputed or said.disputed in asked.disputed)
        and (not asked.places or (said.place is not None and said.place.pk in asked.inside))
        and (not asked.boxes or _in_a_box(asked, said.place))
        and (not asked.near or _is_near(asked, said.place))
    )


def _march_passes(asked, said: MarchTold) -> bool:
    ends = [place for leg in said.legs.values() for place in (leg.start, leg.end)]
    return (
        _in_days(asked, said.span)
        and (not asked.disputed or said.disputed in asked.disputed)
        and (not asked.boxes or any(_in_a_box(asked, place) for place in ends))
    )


def _in_days(asked, span: Span | None) -> bool:
    """Whether a span shares a day with the window, where one is asked, and with one of the days."""
    if asked.window is None and not asked.on:
        return True
    if span is None:
        return False

    def shares(other: Span) -> bool:
        days = Span.lasting(other.bounds[0], other.bounds[3])
        return span.possibly_overlaps(days) if asked.certainty == POSSIBLY else span.certainly_overlaps(days)

    return (asked.window is None or shares(asked.window)) and (not asked.on or any(map(shares, asked.on)))


def _in_a_box(asked, place) -> bool:
    if place is None or not place.has_point:
        return False
    lat, lon = place.latitude, place.longitude
    return any(west <= lon <= east and south <= lat <= north for west, south, east, north in asked.boxes)


def _is_near(asked, place) -> bool:
    if place is None or not place.has_point:
        return False
    return distance_km(Point(*asked.near), Point(place.latitude, place.longitude)) <= asked.radius_km
