"""Finds the line of a leg from the places it names."""

from geo.antimeridian import cut
from geo.points import Point
from timeline.chronicle.entries import LegEntry

Position = tuple[float, float]

DECIMALS = 6
"""Of a degree: ten centimetres, as RFC 7946 (11.2) advises; nothing here is known better."""


def line_of(leg: LegEntry) -> list[list[Position]]:
    """The pieces of a leg's line, each of (longitude, latitude) in degrees; none with fewer than two known points.

    It joins the known places straight, in their order: which way was taken between them no source says here.
    """
    stops = (leg.start, *leg.via, leg.end)
    points = [Point(stop.lat, stop.lon) for stop in stops if stop and stop.lat is not None and stop.lon is not None]
    return [[position(point.lat, point.lon) for point in piece] for piece in cut(points)]


def position(lat: float, lon: float) -> Position:
    """A position as the formats write it: longitude first."""
    lon, lat = Point(lat, lon).lon_lat
    return round(lon, DECIMALS), round(lat, DECIMALS)
