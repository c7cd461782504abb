"""Gathers what the map of a lesson's sheet shows: the places it tells of, and the marches under way in its days."""

from collections.abc import Iterable
from math import cos, radians

from django.db.models import Q
from django.http import QueryDict

from chronology.spans import Span
from geo.models import Place
from geo.points import Bounds
from timeline.chronicle import movement_entries, place_entries
from timeline.chronicle.atlases import AtlasEntry
from timeline.chronicle.lessons import LessonEntry
from timeline.chronicle.marches import DAYS, MOST
from timeline.embedding.state import map_view
from timeline.models import Atlas, Event, Movement
from timeline.pages.claim_words import language
from timeline.pages.maps import SmallMap, lesson_map
from timeline.pages.record_names import chosen_in
from timeline.parameters import Parameters, days
from timeline.querysets import POSSIBLY, overlapping_q

# Half of what the map of the atlas page shows up and down, in pixels, and what one measures at zoom 0, in degrees.
HALF, PIXEL = 240, 360 / 256
CLOSEST = 12


def map_of_lesson(lesson: LessonEntry, record: Atlas, atlas: AtlasEntry) -> SmallMap | None:
    """The map; as many queries for one step as for fifty."""
    queries = [QueryDict(step.state) for step in lesson.steps]
    chosen = [chosen_in(query) for query in queries]
    cursor = _hull(queries)
    events = Event.objects.published().filter(atlas=record, slug__in=_slugs(chosen, "event"))
    places = Q(events__in=events) | Q(slug__in=_slugs(chosen, "place"))
    told = place_entries(Place.objects.published().filter(places).distinct())
    marching = Q(slug__in=_slugs(chosen, "movement"))
    if cursor is not None:
        around = Span.lasting(cursor.earliest - DAYS, cursor.latest + DAYS)
        marching |= overlapping_q(around, POSSIBLY, shaped=False)
    marches = Movement.objects.published().filter(marching, atlas=record).order_by("-importance", "pk")[:MOST]
    marched = movement_entries(marches, language())
    return lesson_map(lesson.title, told, marched, atlas, days=cursor, bounds=_widest(queries))


def _slugs(chosen: Iterable[tuple[str, str]], wanted: str) -> list[str]:
    return [slug for kind, slug in chosen if kind == wanted]


def _hull(queries: Iterable[QueryDict]) -> Span | None:
    """From the first to the last day on which a step puts the cursor."""
    read = [Parameters(query, lenient=True).read("day", days) for query in queries]
    known = [day for span in read if span for day in (span.earliest, span.latest) if day is not None]
    return Span.lasting(min(known), max(known)) if known else None


def _widest(queries: Iterable[QueryDict]) -> Bounds | None:
    """What the widest of their views of the map shows, None where they have none."""
    read = [Parameters(query, lenient=True).read("map", map_view) for query in queries]
    views = [view for view in read if view]
    if not views:
        return None
    lat, lon, zoom = min(views, key=lambda view: view[2])
    # The plate is drawn neither at the poles nor house by house.
    lat, half = max(-80.0, min(80.0, lat)), HALF * PIXEL / 2 ** min(zoom, CLOSEST)
    high = half * cos(radians(lat))
    return Bounds(max(-84.0, lat - high), max(-180.0, lon - half), min(84.0, lat + high), min(180.0, lon + half))
