"""Sets records of the atlas in a scene and has it drawn: the one place that knows both marches and drawing."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from django.templatetags.static import static
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from chronology.spans import Span
from geo import scene
from geo.points import Bounds, Point, distance_km
from geo.rendering.plate import render_svg
from timeline.chronicle.atlases import AtlasEntry
from timeline.chronicle.entries import EventEntry, LegEntry, MovementEntry, PlaceMention
from timeline.chronicle.named_entries import PlaceEntry
from timeline.filter_words import figures
from timeline.pages.claim_words import language

WIDTH, HEIGHT = 392, 300
WIDE_WIDTH, WIDE_HEIGHT = 392, 392
# Half the width of the country shown round a single place, in degrees.
AROUND = 0.85
MOST_PLACES = 14
# Days after which a leg that has ended is no longer drawn beside an event.
LONG_OVER = 45

SIGNS = {
    "capital": "capital",
    "city": "city",
    "port": "city",
    "town": "town",
    "village": "village",
    "region": "area",
    "province": "area",
    "country": "area",
    "desert": "area",
    "sea": "area",
}


@dataclass(frozen=True, slots=True)
class SmallMap:
    """A drawn map and the sentence under it."""

    svg: SafeString
    caption: str


def event_map(
    event: EventEntry, movements: Iterable[MovementEntry], nearby: Iterable[PlaceEntry], atlas: AtlasEntry
) -> SmallMap | None:
    """Where an event was, with the marches that pass there; None where no point is known."""
    if event.lat is None or event.lon is None:
        return None
    at = Point(event.lat, event.lon)
    bounds = _around(at, event.uncertainty_km)
    routes = [
        route for march in movements for route in _routes(march, atlas, event.when.span) if _touches(route, bounds)
    ]
    places = _mentioned([event.place], selected=event.place.id if event.place else "")
    others = _nearby(nearby, bounds, {place.id for place in places}, routes)
    caption = " ".join(part for part in (placing_words(event.place), _routes_words(routes)) if part)
    return SmallMap(
        _drawn(scene.Scene(tuple(places) + others, tuple(routes), bounds=bounds), event.title, WIDTH, HEIGHT),
        caption,
    )


def movement_map(movement: MovementEntry, atlas: AtlasEntry) -> SmallMap | None:
    """The legs of a march; None where no place of it has a point."""
    mentions = [place for leg in movement.legs for place in (leg.start, *leg.via, leg.end)]
    places = _mentioned(mentions)
    if not places:
        return None
    routes = _routes(movement, atlas)
    drawn = scene.Scene(tuple(places), tuple(routes))
    return SmallMap(_drawn(drawn, movement.title, WIDE_WIDTH, WIDE_HEIGHT), _routes_words(routes))


def lesson_map(
    title: str,
    told: Iterable[PlaceEntry],
    movements: Iterable[MovementEntry],
    atlas: AtlasEntry,
    *,
    days: Span | None,
    bounds: Bounds | None,
) -> SmallMap | None:
    """The places that a lesson tells of, with the marches of its days, inside the bounds where there are any; None
    where nothing of it has a point."""
    movements, own = list(movements), [_place(each, selected=True) for each in told if each.lat is not None]
    routes = [route for march in movements for route in _routes(march, atlas, days)]
    ends = _mentioned(place for march in movements for leg in march.legs for place in (leg.start, *leg.via, leg.end))
    places = {place.id: place for place in (*ends, *own) if bounds is None or _within(place.at, bounds)}
    if bounds is not None:
        routes = [route for route in routes if _touches(route, bounds)]
    if not places:
        return None
    if bounds is None and len(places) == 1:
        bounds = _around(*(place.at for place in places.values()), None)
    drawn = scene.Scene(tuple(places.values()), tuple(routes), bounds=bounds)
    return SmallMap(_drawn(drawn, title, WIDE_WIDTH, WIDE_HEIGHT), _routes_words(routes))


def place_map(place: PlaceEntry, nearby: Iterable[PlaceEntry]) -> SmallMap | None:
    """Where a place is; None where nobody knows."""
    if place.lat is None or place.lon is None:
        return None
    bounds = _around(Point(place.lat, place.lon), place.uncertainty_km)
    own = _place(place, selected=True)
    others = _nearby(nearby, bounds, {place.id}, [])
    return SmallMap(_drawn(scene.Scene((own, *others), bounds=bounds), place.name, WIDTH, HEIGHT), placing_words(place))


def placing_words(place: PlaceMention | PlaceEntry | None) -> str:
    """How sure the point of a place is: "Behjatabad Gate: within 1.2 km."."""
    if place is None or place.lat is None:
        return ""
    if not place.uncertainty_km:
        return _("%(place)s, where it stands on the map.") % {"place": place.name}
    ring = figures(f"{place.uncertainty_km:g}")
    return _("%(place)s, placed within %(km)s km.") % {"place": place.name, "km": ring}


def _routes_words(routes: list) -> str:
    if not routes:
        return ""
    if any(route.inferred for route in routes):
        return _("Routes as far as the sources carry them; broken lines are inferred.")
    return _("Routes as far as the sources carry them.")


def _around(at: Point, uncertainty_km: float | None) -> Bounds:
    half = max(AROUND, (uncertainty_km or 0) / 111 * 1.5)
    return Bounds(
        max(-84.0, at.lat - half * 0.78),
        max(-180.0, at.lon - half * 1.25),
        min(84.0, at.lat + half * 0.78),
        min(180.0, at.lon + half * 1.25),
    )


def _mentioned(mentions: Iterable[PlaceMention | None], selected: str = "") -> list[scene.Place]:
    placed = {each.id: each for each in mentions if each and each.lat is not None}
    return [_place(each, selected=each.id == selected) for each in placed.values()]


def _place(place: PlaceMention | PlaceEntry, *, selected: bool = False, importance: int = 4) -> scene.Place:
    return scene.Place(
        id=place.id,
        at=Point(place.lat, place.lon),
        name=_shown(place.name),
        other_name=_shown(place.names.get("fa", "")) if selected else "",
        kind=SIGNS.get(place.kind, "village"),
        importance=9 if selected else importance,
        uncertainty_km=(place.uncertainty_km or 0.0) if selected else 0.0,
        selected=selected,
    )


def _shown(name: str) -> str:
    return name if len(name) <= 40 else name[:39] + "…"


def _nearby(places: Iterable[PlaceEntry], bounds: Bounds, drawn: set[str], routes: list) -> tuple[scene.Place, ...]:
    """What else is worth naming inside the bounds, the most told of first."""
    inside = [
        place
        for place in places
        if place.id not in drawn
        and place.lat is not None
        and SIGNS.get(place.kind, "") in ("capital", "city", "town", "village")
        and _within(Point(place.lat, place.lon), bounds)
    ]
    ends = {(round(p.lat, 3), round(p.lon, 3)) for route in routes for p in route.through}
    inside.sort(key=lambda place: ((round(place.lat, 3), round(place.lon, 3)) not in ends, -place.events_count))
    return tuple(_place(place, importance=max(1, 4 - rank // 4)) for rank, place in enumerate(inside[:MOST_PLACES]))


def _routes(movement: MovementEntry, atlas: AtlasEntry, days: Span | None = None) -> list[scene.Route]:
    drawn = ((leg, _route(movement, leg, atlas)) for leg in movement.legs)
    shown = ((leg, route) for leg, route in drawn if route is not None and not _long_over(leg, days))
    return [replace(route, state="ahead") if _ahead(movement, leg, route, days) else route for leg, route in shown]


def _long_over(leg: LegEntry, days: Span | None) -> bool:
    """Whether the leg had ended weeks before these days began."""
    if days is None or days.earliest is None or leg.arrives is None or leg.arrives[1] is None:
        return False
    return leg.arrives[1] < days.earliest - LONG_OVER


def _ahead(movement: MovementEntry, leg: LegEntry, route: scene.Route, days: Span | None) -> bool:
    """Whether the leg may have begun only after these days."""
    if days is None or days.latest is None or route.state != "made":
        return False
    if leg.arrives and leg.arrives[1] is not None and leg.arrives[1] <= days.latest:
        return False
    begins = leg.departs[1] if leg.departs else movement.when.span.begin_latest if movement.when.span else None
    return begins is not None and begins > days.latest


def _route(movement: MovementEntry, leg: LegEntry, atlas: AtlasEntry) -> scene.Route | None:
    stops = [place for place in (leg.start, *leg.via, leg.end) if place and place.lat is not None]
    through = tuple(Point(place.lat, place.lon) for place in stops)
    if len(through) < 2 or (distance_km(through[0], through[-1]) < 1 and len(through) == 2):
        return None
    happened = leg.status == "happened" and movement.status == "happened"
    strength = leg.strength.high or leg.strength.low if leg.strength else None
    return scene.Route(
        id=leg.key,
        through=through,
        side=side_of(movement.sides[0] if movement.sides else "", atlas),
        inferred=leg.inferred,
        end_known=leg.end is not None,
        strength=int(strength) if strength and leg.strength.unit in ("men", "") else None,
        state="made" if happened else "planned",
        note="" if happened else leg.status_label,
    )


def side_of(slug: str, atlas: AtlasEntry) -> scene.Side:
    """A side as the plate tells it apart; a march of nobody's side is a plain ink line."""
    side = atlas.sides.get(slug)
    return scene.Side(side.id, side.shape, side.pattern) if side else scene.Side("none")


def _touches(route: scene.Route, bounds: Bounds) -> bool:
    return any(_within(point, bounds) for point in route.through)


def _within(point: Point, bounds: Bounds) -> bool:
    return bounds.south < point.lat < bounds.north and bounds.west < point.lon < bounds.east


def _drawn(scene_: scene.Scene, title: str, width: int, height: int) -> SafeString:
    name = _("Map: %(title)s") % {"title": title if len(title) <= 120 else title[:119] + "…"}
    return mark_safe(_kept(scene_, width, height, language(), name, static("plate/relief.webp")))  # noqa: S308 - render_svg escapes every word


@lru_cache(maxsize=256)
def _kept(scene_: scene.Scene, width: int, height: int, spoken: str, title: str, relief: str) -> str:
    return render_svg(scene_, width=width, height=height, language=spoken, title=title, relief_url=relief)
