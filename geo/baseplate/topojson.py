"""Decodes the quantized TopoJSON of world-atlas into polygons, by the TopoJSON 1.0 specification."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from shapely import make_valid, union_all
from shapely.geometry import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from geo.baseplate.grid import areas

Box = tuple[float, float, float, float]


def read_polygons(path: Path, collection: str, *, within: Box) -> dict[str, BaseGeometry]:
    """Polygons of one collection that touch a box (west, south, east, north), in degrees.

    Longitude comes first; the keys are numeric ISO codes, or names where there is no code, or ''.
    """
    topology = json.loads(path.read_text(encoding="utf-8"))
    arcs = _decode_arcs(topology)
    found: dict[str, list[BaseGeometry]] = {}
    for geometry in topology["objects"][collection]["geometries"]:
        key = geometry.get("id") or geometry.get("properties", {}).get("name", "")
        polygons = [shape for shape in _polygons(geometry, arcs) if _touches(shape, within)]
        if polygons:
            found.setdefault(key, []).append(areas(make_valid(MultiPolygon(polygons))))
    return {key: parts[0] if len(parts) == 1 else union_all(parts) for key, parts in found.items()}


def _decode_arcs(topology: dict) -> list[np.ndarray]:
    scale = np.array(topology["transform"]["scale"])
    translate = np.array(topology["transform"]["translate"])
    return [np.cumsum(np.array(arc), axis=0) * scale + translate for arc in topology["arcs"]]


def _ring(indexes: list[int], arcs: list[np.ndarray]) -> np.ndarray:
    pieces = [arcs[index] if index >= 0 else arcs[~index][::-1] for index in indexes]
    return _unrolled(np.vstack([pieces[0], *(piece[1:] for piece in pieces[1:])]))


def _polygons(geometry: dict, arcs: list[np.ndarray]) -> list[Polygon]:
    groups = {"Polygon": lambda g: [g["arcs"]], "MultiPolygon": lambda g: g["arcs"]}.get(geometry["type"])
    if groups is None:
        return []
    polygons = []
    for rings in groups(geometry):
        outlines = [ring for ring in (_ring(indexes, arcs) for indexes in rings) if len(ring) >= 4]
        if outlines:
            polygons.append(Polygon(outlines[0], outlines[1:]))
    return polygons


def _touches(polygon: Polygon, within: Box) -> bool:
    west, south, east, north = polygon.bounds
    return west <= within[2] and east >= within[0] and south <= within[3] and north >= within[1]


def _unrolled(ring: np.ndarray) -> np.ndarray:
    """The ring without jumps at the 180th meridian: beyond it longitudes run on past 180."""
    jumps = np.diff(ring[:, 0])
    turns = np.concatenate(([0.0], np.cumsum(np.where(jumps > 180, -360, np.where(jumps < -180, 360, 0)))))
    unrolled = ring.copy()
    unrolled[:, 0] += turns
    unrolled[:, 0] -= 360 * np.round(unrolled[:, 0].mean() / 360)
    return unrolled
