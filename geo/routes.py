"""Lengths, pace and shape of a route, and the point some way along it; pure, degrees and kilometres."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from geopy.distance import geodesic

from geo.points import Point, distance_km

ROAD_FACTOR = 1.3
"""How much longer a road is than the geodesic between its ends. Ballou, Rahardja and Sakai (2002),
"Selected country circuity factors for road travel distance estimation", Transportation Research A 36,
find 1.2 to 1.5 over most of the world's land; a ship is given the geodesic itself."""

SUSTAINED_KM_PER_DAY = {
    "foot": 32.0,
    "column": 25.0,
    "riders": 65.0,
    "coach": 120.0,
    "rail": 800.0,
    "ship": 450.0,
    "unknown": 120.0,
}
"""What each means of travel keeps up day after day, in km; where each figure comes from stands beside it."""

SUSTAINED_SOURCES = {
    "foot": "20 miles, the normal day of US Army FM 21-18, “Foot Marches” (1990)",
    "column": "three German miles, an army’s ordinary march in Clausewitz, “On War”, V.10, and a tenth more",
    "riders": "40 miles, the most for cavalry in campaign in “Cavalry Drill Regulations, United States Army” (1916)",
    "coach": "a carriage on a post road with relays",
    "rail": "33 km an hour through the day and night",
    "ship": "ten knots through the day and night",
    "unknown": "the fastest without steam: a carriage on a post road with relays",
}

SLOW_KM_PER_DAY = 3.0
SLOW_AFTER_DAYS = 10
STEPS = 12

TOO_FAST, TOO_SLOW = "too_fast", "too_slow"


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast a leg was. days: between the middles of departure and arrival, at least one;
    implausible: "", "too_fast" or "too_slow", a question to the dates."""

    days: float
    km_per_day: float
    implausible: str = ""


def length_km(points: Sequence[Point], mode: str = "unknown") -> float | None:
    """Estimated length of the way through the points: the WGS 84 geodesic (Karney 2013) times ROAD_FACTOR.

    None with fewer than two points: no length is known where an end is not. Tehran to Isfahan by road:
    length_km([Point(35.69, 51.42), Point(32.65, 51.67)]) is about 439.
    """
    if len(points) < 2:
        return None
    straight = sum(geodesic(here.lat_lon, there.lat_lon).km for here, there in pairwise(points))
    return straight * (1.0 if mode == "ship" else ROAD_FACTOR)


def pace(
    km: float | None,
    departs: tuple[int | None, int | None] | None,
    arrives: tuple[int | None, int | None] | None,
    mode: str,
) -> Pace | None:
    """The pace of a leg whose departure and arrival are known within [earliest, latest] days, else None.

    Too fast: even the longest time the dates allow asks more than the means of travel sustains. Too
    slow: even the shortest, over more than ten days, makes less than 3 km a day.
    """
    if km is None or not _bounded(departs) or not _bounded(arrives):
        return None
    days = max(1.0, (sum(arrives) - sum(departs)) / 2)
    longest = max(1, arrives[1] - departs[0] + 1)
    shortest = arrives[0] - departs[1]
    implausible = ""
    if km / longest > SUSTAINED_KM_PER_DAY.get(mode, SUSTAINED_KM_PER_DAY["unknown"]):
        implausible = TOO_FAST
    elif shortest > SLOW_AFTER_DAYS and km / shortest < SLOW_KM_PER_DAY:
        implausible = TOO_SLOW
    return Pace(days, km / days, implausible)


def curve(points: Sequence[Point]) -> list[Point]:
    """A smooth line through the points: a Catmull-Rom spline (Catmull and Rom 1974) in degrees, twelve
    steps from one point to the next; its ends are repeated, and through two points it is straight."""
    if len(points) < 3:
        return list(points)
    padded = [points[0], *points, points[-1]]
    line = [points[0]]
    for before, start, end, after in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        for step in range(1, STEPS + 1):
            t = step / STEPS
            line.append(
                Point(
                    _spline(before.lat, start.lat, end.lat, after.lat, t),
                    _spline(before.lon, start.lon, end.lon, after.lon, t),
                )
            )
    return line


def _spline(before: float, start: float, end: float, after: float, t: float) -> float:
    return 0.5 * (
        2 * start
        + (end - before) * t
        + (2 * before - 5 * start + 4 * end - after) * t * t
        + (3 * start - before - 3 * end + after) * t * t * t
    )


def along(points: Sequence[Point], fraction: float) -> Point:
    """The point at a fraction (0 to 1) of the line's length; great-circle lengths, straight in degrees
    between neighbouring points. Needs at least one point."""
    if len(points) == 1 or fraction <= 0:
        return points[0]
    lengths = [distance_km(here, there) for here, there in pairwise(points)]
    left = min(1.0, fraction) * sum(lengths)
    for here, there, length in zip(points, points[1:], lengths, strict=False):
        if left <= length and length > 0:
            share = left / length
            return Point(here.lat + (there.lat - here.lat) * share, here.lon + (there.lon - here.lon) * share)
        left -= length
    return points[-1]


def line_km(points: Sequence[Point]) -> float:
    """Great-circle length of a line, without any road factor."""
    return sum(distance_km(here, there) for here, there in pairwise(points))


def _bounded(days: tuple[int | None, int | None] | None) -> bool:
    return days is not None and None not in days
