"""What one screen needs of a stretch of time: counts, the weightiest events, clusters, places; the hot SQL.

A day number is an integer throughout; degrees are WGS 84.
"""

from dataclasses import dataclass

from django.db.models import Avg, Count, F, IntegerField, Value
from django.db.models.functions import Cast, Floor, Greatest, Least

from chronology.spans import Span
from timeline.briefs import event_briefs
from timeline.models import Leg
from timeline.movement_briefs import movement_briefs

CELLS_ACROSS = 32
MOST_LEGS = 200
MOST_PLACES = 500


@dataclass(frozen=True, slots=True)
class Screen:
    """A stretch of days and a box of the map, with how much detail is wanted."""

    first: int
    last: int
    box: tuple[float, float, float, float]
    bins: int
    limit: int

    @property
    def span(self) -> Span:
        """The stretch, from its first day to its last."""
        return Span.lasting(self.first, self.last)

    @property
    def days(self) -> int:
        """How many days it has, both ends counted."""
        return self.last - self.first + 1


def window(events, movements, screen: Screen, language: str = "en", according_to: str = "") -> dict:
    """The body of window/ for chosen events and movements, in a fixed number of queries.

    `according_to` is the slug of a source: events and marches are then as it tells them, counts as all do.
    """
    return {
        "from": screen.first,
        "to": screen.last,
        "total": events.count(),
        "bins": bins(events, screen),
        "events": weightiest(events, screen.limit, language, according_to),
        "clusters": clusters(events, screen.box),
        "places": places(events),
        "movements": marches(movements, language, according_to),
    }


def bins(events, screen: Screen) -> list[list[int]]:
    """[first day of the bin, number of events that begin in it]; empty bins are left out.

    What began before the stretch, or may have, counts in the first bin; what may begin after it, in
    the last.
    """
    begin = Least(Greatest(F("begin_earliest"), Value(screen.first)), Value(screen.last))
    number = (begin - Value(screen.first)) * Value(screen.bins) / Value(screen.days)
    rows = (
        events.filter(begin_earliest__isnull=False)
        .order_by()
        .annotate(bin=Cast(Floor(number), IntegerField()))
        .values_list("bin")
        .annotate(events=Count("pk"))
        .order_by("bin")
    )
    return [[screen.first - (-bin_ * screen.days // screen.bins), count] for bin_, count in rows]


def weightiest(events, limit: int, language: str, according_to: str = "") -> list[dict]:
    """The brief records of at most `limit` events, the most important first, then by day."""
    ordered = events.order_by("-importance", F("begin_earliest").asc(nulls_last=True), "pk")
    return event_briefs(ordered[:limit], language, according_to)


def clusters(events, box: tuple[float, float, float, float]) -> list[dict]:
    """Where events lie, a grid cell each: the middle of its points in degrees, and their number."""
    west, south, east, north = box
    size = max((east - west) / CELLS_ACROSS, (north - south) / CELLS_ACROSS, 1e-4)
    rows = (
        events.filter(lat__isnull=False)
        .order_by()
        .annotate(
            row=Cast(Floor(F("lat") / Value(size)), IntegerField()),
            column=Cast(Floor(F("lon") / Value(size)), IntegerField()),
        )
        .values("row", "column")
        .annotate(at_lat=Avg("lat"), at_lon=Avg("lon"), events=Count("pk"))
        .order_by("-events", "row", "column")
    )
    return [
        {"lat": round(cell["at_lat"], 4), "lon": round(cell["at_lon"], 4), "count": cell["events"]} for cell in rows
    ]


def places(events) -> list[dict]:
    """How many events each place has, the fullest first."""
    rows = (
        events.filter(place__isnull=False)
        .order_by()
        .values_list("place__slug")
        .annotate(events=Count("pk"))
        .order_by("-events", "place__slug")
    )
    return [{"id": slug, "count": count} for slug, count in rows[:MOST_PLACES]]


def marches(movements, language: str, according_to: str = "") -> list[dict]:
    """The brief records of the weightiest movements, as many as have 200 legs between them, of all
    sources or as one tells them."""
    ordered = movements.order_by("-importance", F("begin_earliest").asc(nulls_last=True), "pk")
    legs = dict(
        Leg.objects.filter(movement__in=ordered.order_by().values("pk"))
        .order_by()
        .values_list("movement")
        .annotate(legs=Count("pk"))
    )
    kept, left = [], MOST_LEGS
    for pk in ordered.values_list("pk", flat=True)[:MOST_LEGS]:
        left -= legs.get(pk, 0)
        if left < 0:
            break
        kept.append(pk)
    return movement_briefs(ordered.filter(pk__in=kept), language, according_to)
