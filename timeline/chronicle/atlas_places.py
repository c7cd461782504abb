"""Finds the places that an atlas speaks of, and reads them with what others lie in first."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.db.models import Max, Min, Q

from chronology.julian_day import FIRST_DAY, LAST_DAY
from geo.models import Place
from timeline.chronicle.in_parts import PART
from timeline.chronicle.named_entries import PlaceEntry
from timeline.chronicle.places import place_entries
from timeline.models import Atlas, Claim, Event, Leg, LegStop, Movement


@dataclass(frozen=True, slots=True)
class Attested:
    """The days in which an atlas tells of its places: what is told of each (by slug), else the atlas's window."""

    told: Mapping[str, tuple[int, int]]
    window: tuple[int, int]

    def days(self, place: str) -> tuple[int, int]:
        """The first and the last day, as day numbers, of which it is certain that something is told of it."""
        return self.told.get(place, self.window)


def attested_in(atlases: Iterable[int]) -> Attested:
    """What the published events and legs of these atlases (primary keys) attest; four queries."""
    atlases = list(atlases)
    legs = Leg.objects.filter(movement__atlas__in=atlases, movement__publication="published")
    told: dict[str, tuple[int, int]] = {}
    for records, place, first, last in (
        (Event.objects.published().filter(atlas__in=atlases), "place", "begin_latest", "end_earliest"),
        (legs, "start", "departs_latest", "departs_earliest"),
        (legs, "end", "arrives_latest", "arrives_earliest"),
    ):
        dated = records.exclude(**{place: None}).exclude(**{first: None}).exclude(**{last: None})
        for slug, begun, ending in dated.values_list(f"{place}__slug").annotate(Min(first), Max(last)):
            known = told.get(slug, (begun, ending))
            told[slug] = min(known[0], begun), max(known[1], ending)
    window = Atlas.objects.filter(pk__in=atlases).aggregate(first=Min("window_from"), last=Max("window_to"))
    return Attested(told, (window["first"] or FIRST_DAY, window["last"] or LAST_DAY))


def places_of(atlases: Iterable[int], *, published: bool = False):
    """The places of the events, legs and claims of these atlases (primary keys), and those that these lie in.

    `published`: only those that readers may see, of records that they may see. A few queries, one for each level.
    """
    of_atlas: dict[str, object] = {"atlas__in": list(atlases)}
    if published:
        of_atlas["publication"] = "published"
    events, movements = Event.objects.filter(**of_atlas), Movement.objects.filter(**of_atlas)
    legs = Leg.objects.filter(movement__in=movements.values("pk"))
    stops = LegStop.objects.filter(leg__in=legs.values("pk"))
    claims = Claim.objects.filter(
        Q(event__in=events.values("pk")) | Q(movement__in=movements.values("pk")) | Q(leg__in=legs.values("pk"))
    )
    if published:
        claims = claims.published()
    named = Q(pk__in=stops.values("place"))
    for records, columns in ((events, ("place", "place_2")), (claims, ("place", "place_2")), (legs, ("start", "end"))):
        for column in columns:
            named |= Q(pk__in=records.values(column))
    around = _around(Place.objects.filter(named))
    places = Place.objects.filter(named | Q(pk__in=around))
    return places.published() if published else places


def _around(places) -> set[int]:
    """The primary keys of all places that these lie in, however far up."""
    found: set[int] = set()
    above = set(places.exclude(parent=None).values_list("parent", flat=True))
    while above - found:
        found |= above
        above = set(Place.objects.filter(pk__in=above).exclude(parent=None).values_list("parent", flat=True))
    return found


def outermost_first(places) -> Iterator[PlaceEntry]:
    """Entries of a queryset of places, part by part: those that lie in none of the others, then what lies in them."""
    rows = {pk: (slug, parent) for pk, slug, parent in places.values_list("pk", "slug", "parent")}
    order = sorted(rows, key=lambda pk: (_depth(pk, rows), rows[pk][0]))
    for start in range(0, len(order), PART):
        part = order[start : start + PART]
        found = {entry.id: entry for entry in place_entries(Place.objects.filter(pk__in=part))}
        yield from (found[rows[pk][0]] for pk in part if rows[pk][0] in found)


def _depth(pk: int, rows: Mapping[int, tuple[str, int | None]]) -> int:
    """How many of these places a place lies in, one in the other; a ring, which no form lets pass, ends too."""
    seen = {pk}
    while (parent := rows[pk][1]) in rows and parent not in seen:
        seen.add(parent)
        pk = parent
    return len(seen)
