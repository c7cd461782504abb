"""Turns the name of a place into candidates for its point, through geopy; it never writes.

The places that editors have accepted come first, the offline gazetteer second. A person chooses.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings
from geopy.geocoders.base import Geocoder
from geopy.location import Location

from geo.folding import fold
from geo.gazetteer import geonames, index
from geo.gazetteer.records import GazetteerRecord
from geo.models import Place
from geo.points import Point

ATLAS, GEONAMES = "atlas", "geonames"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A point the name may mean. score: from 0 to 1; geocoder: who proposes it; id: its number there.

    kind: a PlaceKind where the geocoder has one, its own word, or "" where it says nothing.
    """

    geocoder: str
    id: str
    name: str
    names: tuple[str, ...]
    point: Point
    country: str
    population: int
    uncertainty_km: float | None
    score: float
    kind: str = ""


class OfflineGazetteer(Geocoder):
    """A geopy geocoder over GeoNames as shipped with the installation; it asks no other host."""

    def __init__(self, path: Path | None = None, **options):
        super().__init__(scheme="https", **options)
        self.path = path or settings.DATA_DIR / "gazetteer.sqlite3"

    def geocode(self, query: str, *, exactly_one: bool = True, countries: tuple[str, ...] = (), limit: int = 10):
        """A geopy Location, or a list of them, or None; `raw` holds the record and its score."""
        found = [
            _location(score, record)
            for score, record in index.find(_filled(self.path), query)
            if not countries or record.country in countries
        ][:limit]
        if not found:
            return None
        return found[0] if exactly_one else found


def candidates(name: str, *, countries: tuple[str, ...] = (), limit: int = 10) -> list[Candidate]:
    """What a name may mean, likeliest first: accepted places of the atlas, then the gazetteer."""
    known = _accepted(name)
    found = OfflineGazetteer().geocode(name, exactly_one=False, countries=countries, limit=limit) or []
    return (known + [location.raw["candidate"] for location in found])[:limit]


def _accepted(name: str) -> list[Candidate]:
    folded = fold(name)
    if not folded:
        return []
    places = Place.objects.published().placed().filter(search__contains=folded).prefetch_related("names")
    made = []
    for place in places:
        spellings = tuple(dict.fromkeys([place.name, *(each.text for each in place.names.all())]))
        exact = folded in {fold(spelling) for spelling in spellings}
        made.append(
            Candidate(
                geocoder=ATLAS,
                id=place.slug,
                name=place.name,
                names=spellings,
                point=Point(place.latitude, place.longitude),
                country="",
                population=0,
                uncertainty_km=place.uncertainty_km,
                score=index.EXACT if exact else index.BEGINNING,
                kind=place.kind,
            )
        )
    return sorted(made, key=lambda candidate: (-candidate.score, candidate.name))


def _location(score: float, record: GazetteerRecord) -> Location:
    candidate = Candidate(
        geocoder=GEONAMES,
        id=record.id,
        name=record.name,
        names=record.names,
        point=record.point,
        country=record.country,
        population=record.population,
        uncertainty_km=None,
        score=score,
    )
    return Location(f"{record.name}, {record.country}", record.point.lat_lon, {"candidate": candidate})


@cache
def _filled(path: Path) -> Path:
    """The index, filled at first use where the set-up has not done so."""
    if not path.exists():
        index.fill(path, geonames.records())
    return path
