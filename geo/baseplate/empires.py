"""Merges today's countries into the realms of 1909: Persia, Russia, the Ottoman Empire and their neighbours."""

from __future__ import annotations

from shapely import difference, polygonize, union_all
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from geo.baseplate.grid import DETAILED, on_grid, shared

REALMS: dict[str, tuple[str, ...]] = {
    "persia": ("364",),
    "russia": (
        "643",
        "051",
        "031",
        "268",
        "795",
        "860",
        "398",
        "762",
        "417",
        "804",
        "498",
        "Baikonur",
    ),
    "ottoman": ("792", "368", "760", "422", "376", "275", "400"),
    "afghanistan": ("004",),
    "india": ("356", "586"),
    "arabia": ("682", "414", "512", "784", "634", "048", "887"),
}
"""Numeric ISO 3166 codes of today's countries in each realm; what is in none is plain ground."""

KARS = ((41.45, 41.60), (41.55, 41.30), (41.75, 40.95), (41.62, 40.62), (41.95, 40.30), (42.10, 40.02),
        (42.55, 39.98), (43.05, 39.92), (43.55, 39.78), (44.15, 39.72), (44.60, 39.85), (44.60, 41.60))  # fmt: skip
"""Hand-drawn outline of the province Russia held from 1878 to 1918 (Kars, Ardahan, Olti, Kaghyzman).

Longitude first. Its northern and eastern sides lie in Russian land, so only the Turkish part is cut.
"""

OTHER = "other"


def realms(countries: dict[str, BaseGeometry]) -> dict[str, BaseGeometry]:
    """Grid polygons by realm inside the detailed box, sharing their borders point for point."""
    merged = {}
    taken: set[str] = set()
    for realm, codes in REALMS.items():
        merged[realm] = _laid_down([countries[code] for code in codes if code in countries])
        taken.update(codes)
    merged[OTHER] = _laid_down([shape for code, shape in countries.items() if code not in taken])
    kars = shared(merged["ottoman"], on_grid(Polygon(KARS)))
    merged["ottoman"] = difference(merged["ottoman"], kars, grid_size=1)
    merged["russia"] = union_all([merged["russia"], kars], grid_size=1)
    return noded(merged)


def _laid_down(shapes: list[BaseGeometry]) -> BaseGeometry:
    return union_all([shared(on_grid(shape), DETAILED) for shape in shapes], grid_size=1)


def noded(merged: dict[str, BaseGeometry]) -> dict[str, BaseGeometry]:
    """Cut all outlines at each other's corners, so that a border is the same points on both its sides."""
    outlines = union_all([shape.boundary for shape in merged.values()], grid_size=1)
    faces: dict[str, list[BaseGeometry]] = {realm: [] for realm in merged}
    for face in polygonize([outlines]).geoms:
        inside = face.representative_point()
        owner = next((realm for realm, shape in merged.items() if shape.contains(inside)), None)
        if owner:
            faces[owner].append(face)
    return {realm: union_all(parts) for realm, parts in faces.items() if parts}
