"""Cuts lines where they cross the 180th meridian, so that no map draws them round the globe."""

from collections.abc import Sequence
from itertools import pairwise

from geo.points import Point


def cut(points: Sequence[Point]) -> list[list[Point]]:
    """Return the line in pieces of two points or more, none of which crosses the 180th meridian.

    Two neighbours more than 180 degrees of longitude apart are joined the short way; where that meets the meridian
    (a straight line in degrees) one piece ends at 180 and the next begins at -180, or the other way round, as
    RFC 7946 (3.1.9) asks. Neighbours that are one point count once; a line of one point has no piece.
    cut([Point(52, 170), Point(54, -170)]) is [[(52, 170), (53, 180)], [(53, -180), (54, -170)]].
    """
    pieces = [list(points[:1])]
    for here, there in pairwise(points):
        if abs(there.lon - here.lon) > 180:
            edge = 180.0 if here.lon > there.lon else -180.0
            way = there.lon + 2 * edge - here.lon
            share = (edge - here.lon) / way if way else 0.0
            lat = here.lat + (there.lat - here.lat) * share
            _add(pieces[-1], Point(lat, edge))
            pieces.append([Point(lat, -edge)])
        _add(pieces[-1], there)
    return [piece for piece in pieces if len(piece) > 1]


def _add(piece: list[Point], point: Point) -> None:
    if piece[-1] != point:
        piece.append(point)
