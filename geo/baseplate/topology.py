"""Cuts polygons that share borders into arcs, each kept once, and says what each arc divides."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from shapely import get_parts
from shapely.geometry.base import BaseGeometry

GridPoint = tuple[int, int]
Arc = tuple[GridPoint, ...]


@dataclass
class Topology:
    """Arcs and, for each named shape, rings of arc numbers (a negative number ~n is arc n backwards)."""

    arcs: list[Arc] = field(default_factory=list)
    rings: dict[str, list[list[int]]] = field(default_factory=dict)
    sides: list[set[str]] = field(default_factory=list)

    def between(self, *names: str) -> list[int]:
        """Numbers of the arcs that have exactly these shapes beside them."""
        return [number for number, sides in enumerate(self.sides) if sides == set(names)]


def cut(shapes: Mapping[str, BaseGeometry]) -> Topology:
    """Cut whole-number polygons at every point where three lines meet.

    Borders must run through the same points on both sides. The method is that of TopoJSON's extract, cut
    and dedup: a point is a junction when its neighbours are not the same two in every ring through it.
    """
    rings = {name: [ring for part in get_parts(shape) for ring in _rings(part)] for name, shape in shapes.items()}
    junctions = _junctions([ring for found in rings.values() for ring in found])
    topology = Topology()
    known: dict[Arc, int] = {}
    for name, found in rings.items():
        topology.rings[name] = [
            [_number(arc, name, topology, known) for arc in _split(ring, junctions)] for ring in found
        ]
    return topology


def _rings(polygon: BaseGeometry) -> list[list[GridPoint]]:
    outlines = [polygon.exterior, *polygon.interiors]
    return [[(round(x), round(y)) for x, y in line.coords[:-1]] for line in outlines]


def _junctions(rings: list[list[GridPoint]]) -> set[GridPoint]:
    neighbours: dict[GridPoint, set[GridPoint]] = defaultdict(set)
    for ring in rings:
        for before, here, after in zip(ring[-1:] + ring[:-1], ring, ring[1:] + ring[:1], strict=True):
            neighbours[here].update((before, after))
    return {point for point, beside in neighbours.items() if len(beside) > 2}


def _split(ring: list[GridPoint], junctions: set[GridPoint]) -> list[Arc]:
    cuts = [index for index, point in enumerate(ring) if point in junctions]
    if not cuts:
        start = ring.index(min(ring))
        turned = ring[start:] + ring[:start]
        return [(*turned, turned[0])]
    turned = ring[cuts[0] :] + ring[: cuts[0]] + [ring[cuts[0]]]
    places = [cut - cuts[0] for cut in cuts] + [len(ring)]
    return [tuple(turned[a : b + 1]) for a, b in itertools.pairwise(places)]


def _number(arc: Arc, name: str, topology: Topology, known: dict[Arc, int]) -> int:
    backwards = arc[::-1]
    if arc in known:
        number, sign = known[arc], False
    elif backwards in known:
        number, sign = known[backwards], True
    else:
        number, sign = len(topology.arcs), False
        known[arc] = number
        topology.arcs.append(arc)
        topology.sides.append(set())
    topology.sides[number].add(name)
    return ~number if sign else number
