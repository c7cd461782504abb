"""The whole-number grid the plate is kept on: one unit is one pixel of the Web Mercator world at zoom 10."""

from __future__ import annotations

import numpy as np
from shapely import MultiPolygon, get_parts, intersection, set_precision, transform
from shapely.geometry import box
from shapely.geometry.base import BaseGeometry

GRID_ZOOM = 10
WORLD = 256 << GRID_ZOOM
"""Units round the equator; a unit is 0.0014 degrees of longitude, finer than the sources' own 0.0036."""

WEST, EAST, SOUTH, NORTH = 36.0, 70.0, 24.0, 50.0
"""The detailed box, in degrees."""

LIMIT = 84.0


def project(lonlat: np.ndarray) -> np.ndarray:
    """Degrees (longitude first, one row a point) to grid units, y growing southwards; not yet rounded."""
    lon = lonlat[:, 0]
    sine = np.sin(np.radians(np.clip(lonlat[:, 1], -LIMIT, LIMIT)))
    y = 0.5 - np.log((1 + sine) / (1 - sine)) / (4 * np.pi)
    return np.column_stack(((lon / 360 + 0.5) * WORLD, y * WORLD))


def unproject(units: np.ndarray) -> np.ndarray:
    """Grid units to degrees, longitude first: the inverse of `project`."""
    lon = (units[:, 0] / WORLD - 0.5) * 360
    lat = np.degrees(np.arctan(np.sinh(np.pi * (1 - 2 * units[:, 1] / WORLD))))
    return np.column_stack((lon, lat))


BOX = (WEST, SOUTH, EAST, NORTH)


def on_grid(geometry: BaseGeometry) -> BaseGeometry:
    """A geometry in degrees, longitude first, laid on the grid: whole numbers, valid."""
    return set_precision(transform(geometry, project), 1)


def areas(geometry: BaseGeometry) -> BaseGeometry:
    """What has an area: overlays and repairs may leave stray points and lines beside it."""
    parts = get_parts(get_parts(geometry))
    return MultiPolygon([part for part in parts if part.geom_type == "Polygon"])


def shared(one: BaseGeometry, other: BaseGeometry) -> BaseGeometry:
    """The area two grid shapes have in common."""
    return areas(intersection(one, other, grid_size=1))


def grid_box(west: float, south: float, east: float, north: float) -> BaseGeometry:
    """A box of degrees in grid units, its corners whole numbers."""
    (x0, y1), (x1, y0) = project(np.array([[west, south], [east, north]])).round()
    return box(x0, y0, x1, y1)


DETAILED = grid_box(WEST, SOUTH, EAST, NORTH)
