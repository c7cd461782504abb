"""Plain land beyond the detailed box, finer round Europe and the Near East than elsewhere."""

from __future__ import annotations

from shapely import difference, get_parts, simplify, union_all
from shapely.geometry.base import BaseGeometry

from geo.baseplate.grid import DETAILED, areas, grid_box, on_grid, shared

NEAR = (-11.0, 22.0, 72.0, 60.0)
"""West, south, east, north of the finer part: London, Odessa, Istanbul and Alexandria lie in it."""

COARSENESS = 24
"""Grid units a coast beyond the box may be off: three eighths of a pixel at zoom 4, three quarters at zoom 5."""

SMALLEST_NEAR, SMALLEST_FAR = 1500, 60_000
"""Islands below so many square units are left out (a pixel at zoom 6 is 256 of them)."""

EVERYWHERE = (-180.0, -90.0, 180.0, 90.0)


def land_beyond(fine: BaseGeometry, coarse: BaseGeometry) -> BaseGeometry:
    """One grid shape of all land outside the box, from fine outlines near it and coarse ones far away."""
    window = grid_box(*NEAR)
    # Cut last: a cut edge that is made simpler leaves a sliver of sea along the whole seam.
    near = shared(simplify(on_grid(fine), COARSENESS), window)
    far = difference(areas(on_grid(coarse)), window, grid_size=1)
    parts = _larger(near, SMALLEST_NEAR) + _larger(far, SMALLEST_FAR)
    joined = union_all(parts, grid_size=1)
    return areas(difference(joined, DETAILED, grid_size=1))


def _larger(geometry: BaseGeometry, area: float) -> list[BaseGeometry]:
    parts = [part for part in get_parts(geometry) if part.geom_type == "Polygon"]
    return [part for part in parts if part.area >= area]
