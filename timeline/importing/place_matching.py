"""Finds the place that a row of a file names among those there are, or stages a new one."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from geo.coordinates import Axis
from geo.folding import fold
from geo.points import Point, distance_km
from timeline.importing.degrees import Degrees, read_degrees
from timeline.importing.drafting import Draft, Spot
from timeline.importing.known_names import KnownPlace
from timeline.importing.plain_text import check_text
from timeline.importing.refusals import BadRow, cleaned
from timeline.importing.slugs import slug_of

LONGEST_NAME = 200
GIVEN_COLUMNS = ("slug", "name", "kind", "lat", "lon", "uncertainty_km")
SAME_POINT_KM = 2.0


@dataclass(frozen=True, slots=True)
class GivenPoint:
    """A point as a file gives it, with the ring within which it holds, in km."""

    lat: Degrees
    lon: Degrees
    ring_km: float

    @property
    def point(self) -> Point:
        return Point(self.lat.value, self.lon.value)


def read_point(lat: str, lon: str, ring: str = "") -> GivenPoint | None:
    """Return the point of two cells, None where both are empty; raise BadRow. ring: its uncertainty in km."""
    if not lat and not lon:
        return None
    if not lat or not lon:
        raise BadRow("half_a_point", _("A point needs both Lat and Lon, or neither."), lat or lon)
    north, east = read_degrees(lat, Axis.LATITUDE), read_degrees(lon, Axis.LONGITUDE)
    if not north.value and not east.value:
        raise BadRow(
            "null_island",
            _("0, 0 lies in the Atlantic: leave Lat and Lon empty where nobody knows the point."),
            f"{lat}, {lon}",
        )
    return GivenPoint(north, east, read_ring(ring) or max(north.ring_km, east.ring_km))


def read_ring(text: str) -> float | None:
    """Return an uncertainty in kilometres, None for an empty cell; raise BadRow."""
    if not text:
        return None
    try:
        ring = float(text.replace(",", "."))
    except ValueError:
        ring = -1.0
    if not 0 <= ring <= 20_000:
        raise BadRow("bad_uncertainty", _("“%(text)s” is no number of kilometres.") % {"text": text[:40]}, text)
    return ring


def place_given(name: str, lat: str, lon: str, ring: str, kind: str = "other") -> dict[str, str]:
    """A place of another format as a row of places.csv: so a refused one is given back, to be mended and sent in."""
    cells = (slug_of(name), name, kind, lat, lon, ring)
    return {column: cleaned(text) for column, text in zip(GIVEN_COLUMNS, cells, strict=True) if text}


class Places:
    """The places of one file; a new one is staged once, with the first row that names it."""

    def __init__(self, draft: Draft):
        self._draft = draft
        self._new: dict[str, KnownPlace] = {}

    def slug_for(self, name: str, given: GivenPoint | None, spot: Spot, file: str, **more: str) -> str:
        """Return the slug of the place called `name`; raise BadRow where it can't be told which is meant.

        One that there is keeps its point. A new one has the point given, or none. `more` are further cells of
        a new place (kind, gazetteer_id). A place without a name is called by its coordinates.
        """
        name = name or f"{given.lat.text}, {given.lon.text}"
        check_text(name, LONGEST_NAME, _("Place"))
        folded = fold(name)
        if folded in self._new:
            return self._again(self._new[folded], given)
        kept = self._known(name, given)
        if kept is not None:
            self._compare(kept, given, spot)
            return kept.slug
        slug = self._draft.slugs["place"].give(name, "place")
        point = (given.point.lat, given.point.lon, given.ring_km) if given else (None, None, None)
        self._new[folded] = KnownPlace(slug, name, *point)
        self._draft.add("places.csv", spot, **self._cells(self._new[folded], given, file, spot) | more)
        return slug

    def _known(self, name: str, given: GivenPoint | None) -> KnownPlace | None:
        alike = self._draft.known.places_called(name)
        if len(alike) > 1 and given:
            near = [place for place in alike if place.lat is not None and _apart(place, given) <= _reach(place, given)]
            alike = near or alike
        if len(alike) > 1:
            slugs = ", ".join(place.slug for place in alike)
            raise BadRow(
                "ambiguous_place",
                _("Several places are called “%(name)s”: write one of %(slugs)s instead.")
                % {"name": name, "slugs": slugs},
                name,
            )
        return alike[0] if alike else None

    def _again(self, place: KnownPlace, given: GivenPoint | None) -> str:
        if given and place.lat is None:
            raise BadRow(
                "another_point",
                _("“%(name)s” has no point in a row above: give it the same Lat and Lon there.") % {"name": place.name},
                place.name,
            )
        if given and _apart(place, given) > _reach(place, given):
            raise BadRow(
                "another_point",
                _("“%(name)s” lies %(km)d km away in a row above: mend one of the points, or give them two names.")
                % {"name": place.name, "km": round(_apart(place, given))},
                place.name,
            )
        return place.slug

    def _compare(self, place: KnownPlace, given: GivenPoint | None, spot: Spot) -> None:
        if given is None:
            return
        if place.lat is None:
            told = _("“%(name)s” is in the atlas without a point and stays so: place it there.")
            self._draft.lose(told % {"name": place.name}, spot.origin)
        elif _apart(place, given) > _reach(place, given):
            told = _("“%(name)s” keeps the point it has in the atlas, %(km)d km from the one in the file.")
            self._draft.lose(told % {"name": place.name, "km": round(_apart(place, given))}, spot.origin)

    def _cells(self, place: KnownPlace, given: GivenPoint | None, file: str, spot: Spot) -> dict[str, str]:
        cells = {"slug": place.slug, "name": place.name, "kind": "other"}
        if given is None:
            return cells
        basis = _("The coordinates stand in %(file)s, %(spot)s; the ring is as wide as their last figure.")
        return cells | {
            "lat": given.lat.text,
            "lon": given.lon.text,
            "uncertainty_km": f"{given.ring_km:g}",
            "geocoder": "editor",
            "basis": basis % {"file": file, "spot": spot.origin},
        }


def _apart(place: KnownPlace, given: GivenPoint) -> float:
    return distance_km(Point(place.lat, place.lon), given.point)


def _reach(place: KnownPlace, given: GivenPoint) -> float:
    """How far apart two points of one place may lie: each within its ring."""
    return max(SAME_POINT_KM, (place.uncertainty_km or 0.0) + given.ring_km)
