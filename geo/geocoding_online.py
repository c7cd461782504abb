"""Asks Nominatim for candidates where the operator turned it on: for editors only, once a second at most."""

import logging
from dataclasses import dataclass

from django.conf import settings
from django.core.cache import cache
from geopy.exc import GeopyError
from geopy.geocoders import Nominatim
from geopy.location import Location

from geo.folding import fold
from geo.geocoding import Candidate
from geo.models import PlaceKind
from geo.points import Point, PointError, distance_km

NOMINATIM = "nominatim"
PATIENCE = 6
"""Seconds after which an editor rather goes on without it."""
PAUSE = 1
"""Seconds between two questions, as the usage policy of OpenStreetMap's servers asks."""
KEPT = 24 * 60 * 60
"""Seconds for which an answer is kept: the policy asks for that too."""

logger = logging.getLogger(__name__)


class OnlineGeocodingFailed(Exception):
    """Nothing came from the online geocoder; what the gazetteer has is as good as before. Trying again helps
    where `code` is busy or unreachable; where it is refused the operator must look at the settings."""

    def __init__(self, code: str):
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class _Kept:
    candidates: tuple[Candidate, ...]


def is_on() -> bool:
    """Whether the operator turned the online geocoder on."""
    return bool(settings.MARCHLINES_NOMINATIM_AGENT)


def online_candidates(name: str, *, language: str = "en", limit: int = 8) -> list[Candidate]:
    """What Nominatim takes a name to mean, in its order; [] where it is off or knows none.

    Raises OnlineGeocodingFailed.
    """
    if not is_on() or not fold(name):
        return []
    key = f"nominatim:{language}:{limit}:{fold(name)}".encode().hex()[:240]
    kept = cache.get(key)
    if kept is None:
        kept = _Kept(tuple(_asked(name, language, limit)))
        cache.set(key, kept, KEPT)
    return list(kept.candidates)


def _asked(name: str, language: str, limit: int) -> list[Candidate]:
    if not cache.add("nominatim:asked", 1, PAUSE):
        raise OnlineGeocodingFailed("busy")
    domain = {"domain": settings.MARCHLINES_NOMINATIM_DOMAIN} if settings.MARCHLINES_NOMINATIM_DOMAIN else {}
    try:
        geocoder = Nominatim(user_agent=settings.MARCHLINES_NOMINATIM_AGENT, timeout=PATIENCE, **domain)
        found = geocoder.geocode(
            name, exactly_one=False, limit=limit, language=language, addressdetails=True, namedetails=True
        )
    except GeopyError as error:
        logger.warning("Nominatim did not answer: %s", error)
        refused = type(error).__name__ in ("GeocoderInsufficientPrivileges", "GeocoderAuthenticationFailure")
        raise OnlineGeocodingFailed("refused" if refused else "unreachable") from error
    return [candidate for location in found or () if (candidate := _candidate(location)) is not None]


def _candidate(location: Location) -> Candidate | None:
    raw = location.raw
    try:
        point = Point(location.latitude, location.longitude)
    except PointError:
        return None
    named = raw.get("namedetails") or {}
    name = raw.get("name") or named.get("name") or location.address
    spellings = tuple(dict.fromkeys([name, *(text for key, text in named.items() if key.startswith("name"))]))
    return Candidate(
        geocoder=NOMINATIM,
        id=f"osm:{raw.get('osm_type', '')}/{raw.get('osm_id', '')}",
        name=name,
        names=spellings,
        point=point,
        country=str((raw.get("address") or {}).get("country_code", "")).upper(),
        population=0,
        uncertainty_km=_reach(raw.get("boundingbox"), point),
        score=max(0.0, min(1.0, float(raw.get("importance") or 0))),
        kind=raw["type"] if raw.get("type") in PlaceKind.values else str(raw.get("type", "")).replace("_", " ")[:40],
    )


def _reach(box: list[str] | None, point: Point) -> float | None:
    """Kilometres from the point to the furthest corner of the box it stands for, where one is told."""
    try:
        south, north, west, east = (float(side) for side in box or ())
        corners = [Point(lat, lon) for lat in (south, north) for lon in (west, east)]
    except (ValueError, PointError):
        return None
    furthest = max(distance_km(point, corner) for corner in corners)
    return round(furthest, 1) if furthest >= 0.1 else None
