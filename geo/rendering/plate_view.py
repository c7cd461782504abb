"""Fits bounds into a picture: grid units and degrees to pixels, and pixels to kilometres."""

from __future__ import annotations

import math
from dataclasses import dataclass

from geo.points import Bounds, Point, from_mercator, mercator

GRID_WORLD = 256 << 10
GRID_ZOOM = 10
EQUATOR_KM = 40075.017


@dataclass(frozen=True, slots=True)
class View:
    """A picture's size in pixels, its upper left corner in grid units, and pixels to a grid unit."""

    width: int
    height: int
    left: float
    top: float
    scale: float

    @property
    def zoom(self) -> float:
        """The web map zoom of the same scale."""
        return GRID_ZOOM + math.log2(self.scale)

    def place(self, point: Point) -> tuple[float, float]:
        """Where a point of the globe falls, in pixels."""
        x, y = mercator(point)
        return (x * GRID_WORLD - self.left) * self.scale, (y * GRID_WORLD - self.top) * self.scale

    def pixels(self, x: float, y: float) -> tuple[float, float]:
        """Where a grid point falls, in pixels."""
        return (x - self.left) * self.scale, (y - self.top) * self.scale

    def edges(self, margin: float) -> tuple[float, float, float, float]:
        """The picture with so many pixels more on every side, in grid units."""
        more = margin / self.scale
        right, bottom = self.left + self.width / self.scale, self.top + self.height / self.scale
        return self.left - more, self.top - more, right + more, bottom + more

    @property
    def centre(self) -> Point:
        """The middle of the picture."""
        x = (self.left + self.width / 2 / self.scale) / GRID_WORLD
        y = (self.top + self.height / 2 / self.scale) / GRID_WORLD
        return from_mercator(min(1.0, max(0.0, x)), min(1.0, max(0.0, y)))

    def km_per_pixel(self, latitude: float) -> float:
        """Kilometres along the ground a pixel covers at a latitude."""
        return EQUATOR_KM * math.cos(math.radians(latitude)) / (GRID_WORLD * self.scale)


def fit(bounds: Bounds, width: int, height: int) -> View:
    """The largest view of the bounds in so many pixels, the bounds in its middle."""
    west, north = mercator(Point(bounds.north, bounds.west))
    east, south = mercator(Point(bounds.south, bounds.east))
    across, down = max((east - west) * GRID_WORLD, 1e-3), max((south - north) * GRID_WORLD, 1e-3)
    scale = min(width / across, height / down, 8.0)
    middle_x, middle_y = (west + east) / 2 * GRID_WORLD, (north + south) / 2 * GRID_WORLD
    return View(width, height, middle_x - width / 2 / scale, middle_y - height / 2 / scale, scale)
