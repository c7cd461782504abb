"""Points on the globe: the only place that swaps latitude and longitude.

Everywhere else in the project a position is latitude first. Formats that write longitude first (GeoJSON,
TopoJSON, shapefiles) come in through `from_lon_lat` and go out through `Point.lon_lat`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

EARTH_RADIUS_KM = 6371.0088
"""Mean radius R1 of the WGS 84 ellipsoid, as the IUGG defines it: (2a + b) / 3."""

MERCATOR_LIMIT = 85.05112877980659
"""The latitude at which Web Mercator's world is a square: atan(sinh(pi)) in degrees."""


class PointError(ValueError):
    """A coordinate is not a finite number, or lies outside the globe; mend the value and try again."""


@dataclass(frozen=True, slots=True, order=True)
class Point:
    """A place on the globe: `lat` from -90 to 90 and `lon` from -180 to 180, in decimal degrees (WGS 84)."""

    lat: float
    lon: float

    def __post_init__(self) -> None:
        for name, value, limit in (("latitude", self.lat, 90), ("longitude", self.lon, 180)):
            if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
                raise PointError(f"The {name} {value!r} is not a number.")
            if abs(value) > limit:
                raise PointError(f"The {name} {value} lies outside -{limit} to {limit}.")

    @property
    def lon_lat(self) -> tuple[float, float]:
        """Longitude first, as GeoJSON writes it."""
        return (self.lon, self.lat)

    @property
    def lat_lon(self) -> tuple[float, float]:
        """Latitude first, as Leaflet reads it."""
        return (self.lat, self.lon)


def from_lon_lat(pair: Iterable[float]) -> Point:
    """Read a GeoJSON position (longitude, latitude, and perhaps a height, which is dropped)."""
    values = list(pair)
    if len(values) < 2:
        raise PointError(f"A position needs a longitude and a latitude, not {values!r}.")
    return Point(lat=values[1], lon=values[0])


@dataclass(frozen=True, slots=True)
class Bounds:
    """A box between two parallels and two meridians, in degrees; it never crosses the 180th meridian."""

    south: float
    west: float
    north: float
    east: float

    def __post_init__(self) -> None:
        Point(self.south, self.west)
        Point(self.north, self.east)
        if self.south > self.north or self.west > self.east:
            raise PointError("A box needs its south below its north and its west before its east.")

    @property
    def centre(self) -> Point:
        """The middle in degrees."""
        return Point((self.south + self.north) / 2, (self.west + self.east) / 2)

    def contains(self, point: Point) -> bool:
        """Whether the point lies inside or on the edge."""
        return self.south <= point.lat <= self.north and self.west <= point.lon <= self.east

    def grown(self, degrees: float) -> Bounds:
        """The same box with so many degrees more on every side, cut at the edge of the globe."""
        return Bounds(
            max(-90.0, self.south - degrees),
            max(-180.0, self.west - degrees),
            min(90.0, self.north + degrees),
            min(180.0, self.east + degrees),
        )


def bounds_of(points: Iterable[Point]) -> Bounds | None:
    """The smallest box round the points, or None when there are none."""
    found = list(points)
    if not found:
        return None
    lats = [point.lat for point in found]
    lons = [point.lon for point in found]
    return Bounds(min(lats), min(lons), max(lats), max(lons))


def distance_km(start: Point, end: Point) -> float:
    """Great-circle distance in kilometres by the haversine formula (Sinnott 1984), on the mean sphere.

    Within 0.5 % of the ellipsoid. distance_km(Point(35.69, 51.42), Point(32.65, 51.67)) is about 339.
    """
    lat1, lat2 = math.radians(start.lat), math.radians(end.lat)
    dlat, dlon = lat2 - lat1, math.radians(end.lon - start.lon)
    h = math.sin(dlat / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin(dlon / 2) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(math.sqrt(min(1.0, h)))


def mercator(point: Point) -> tuple[float, float]:
    """Web Mercator in parts of the world: x from 0 in the west to 1 in the east, y from 0 in the north to 1.

    Beyond 85.05 degrees the latitude is held at that limit, as every web map does.
    """
    lat = max(-MERCATOR_LIMIT, min(MERCATOR_LIMIT, point.lat))
    sine = math.sin(math.radians(lat))
    return point.lon / 360 + 0.5, 0.5 - math.log((1 + sine) / (1 - sine)) / (4 * math.pi)


def from_mercator(x: float, y: float) -> Point:
    """The inverse of `mercator`, for x and y from 0 to 1."""
    lat = math.degrees(math.atan(math.sinh(math.pi * (1 - 2 * y))))
    return Point(max(-90.0, min(90.0, lat)), max(-180.0, min(180.0, (x - 0.5) * 360)))
