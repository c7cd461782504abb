"""Reads the built plate for pages that are drawn on the server; needs no other package."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from geo.baseplate.encoding import GridPoint, unpack

PLATE_FOLDER = Path(__file__).resolve().parents[2] / "build" / "plate"
PLATE_FILE = "plate.json"
FORMAT = 1

Edges = tuple[int, int, int, int]


@dataclass(frozen=True)
class Line:
    """Grid points with the zoom from which each is needed, and the box round them."""

    points: tuple[GridPoint, ...]
    levels: tuple[int, ...]
    box: Edges

    def at(self, zoom: float) -> list[GridPoint]:
        """The points a zoom needs."""
        return [point for point, level in zip(self.points, self.levels, strict=True) if level <= max(4, zoom)]


@dataclass(frozen=True)
class Plate:
    """The built plate: arcs, rings of arc numbers by realm, and lists of lines by what they are."""

    arcs: tuple[Line, ...]
    land: dict[str, list[list[int]]]
    coast: tuple[Line, ...]
    borders: tuple[Line, ...]
    lakes: list[list[int]]
    rivers: tuple[tuple[int, Line], ...]
    names: list[list]
    extent: Edges
    spheres: dict = field(default_factory=dict)

    def ring(self, numbers: Iterable[int], zoom: float) -> list[GridPoint]:
        """A closed ring of grid points, its first point not repeated."""
        ring: list[GridPoint] = []
        for number in numbers:
            points = self.arcs[number if number >= 0 else ~number].at(zoom)
            ring += points[:-1] if number >= 0 else points[:0:-1]
        return ring

    def box(self, numbers: Iterable[int]) -> Edges:
        """The box round a ring."""
        return _box_of([self.arcs[number if number >= 0 else ~number].box for number in numbers])


def read_plate(folder: Path = PLATE_FOLDER) -> Plate | None:
    """The plate in a folder, or None when it has not been built or is of another format."""
    path = folder / PLATE_FILE
    try:
        return _read(path, path.stat().st_mtime_ns)
    except (OSError, ValueError, KeyError):
        return None


@lru_cache(maxsize=2)
def _read(path: Path, _changed: int) -> Plate:
    plate = json.loads(path.read_text(encoding="utf-8"))
    if plate["format"] != FORMAT:
        raise ValueError(f"The plate has format {plate['format']}, not {FORMAT}.")
    arcs = tuple(_line(packed) for packed in plate["arcs"])
    lake_arcs = {number if number >= 0 else ~number for ring in plate["lakes"] for number in ring}
    inland = {*plate["borders"], *plate["frame"], *lake_arcs}
    return Plate(
        arcs=arcs,
        land=plate["land"],
        coast=tuple(arc for number, arc in enumerate(arcs) if number not in inland),
        borders=tuple(arcs[number] for number in plate["borders"]),
        lakes=plate["lakes"],
        rivers=tuple((first, _line(packed)) for first, *packed in plate["rivers"]),
        names=plate["names"],
        extent=tuple(plate["extent"]),
        spheres=plate["spheres"],
    )


def _line(packed: list[str]) -> Line:
    points, levels = unpack(packed)
    xs, ys = zip(*points, strict=True)
    return Line(tuple(points), tuple(levels), (min(xs), min(ys), max(xs), max(ys)))


def _box_of(boxes: list[Edges]) -> Edges:
    west, north, east, south = zip(*boxes, strict=True)
    return min(west), min(north), max(east), max(south)
