"""Static plates: well-formed, escaped, without styles or scripts, small, and drawing what the scene says."""

import re
from xml.etree import ElementTree

import pytest

from geo.points import Bounds, Point
from geo.rendering.plate import render_svg
from geo.rendering.plate_routes import curve, shortened, width_of
from geo.rendering.plate_signs import spread
from geo.rendering.plate_view import fit
from geo.rendering.svg import StyleAttribute, element, number, path_of
from geo.scene import Ghost, Place, Ring, Route, Scene, Side, Token

SVG = "{http://www.w3.org/2000/svg}"
SIDES = {
    "constitutionalists": Side("constitutionalists", "circle", "solid"),
    "royalists": Side("royalists", "square", "double"),
    "russia": Side("russia", "lozenge", "sleepered"),
    "ottoman": Side("ottoman", "triangle", "beaded"),
    "britain": Side("britain", "hexagon", "barbed"),
}
HOSTILE = "</text><script>alert(1)</script>\"' onload=x &amp; \u202e\u200f\x00\x0b" + "x" * 10_000
TEHRAN, QAZVIN, RASHT = Point(35.69, 51.42), Point(36.27, 50.0), Point(37.28, 49.58)


def drawn(scene, **options):
    svg = render_svg(scene, **{"width": 390, "height": 300, "title": "A map", **options})
    return svg, ElementTree.fromstring(svg)  # noqa: S314  our own output, judged here


def classes(root):
    return [css for node in root.iter() for css in node.get("class", "").split()]


def hostile_scene():
    side = Side(HOSTILE)
    return Scene(
        places=(Place(HOSTILE, TEHRAN, HOSTILE, HOSTILE, HOSTILE, uncertainty_km=20),),
        routes=(Route(HOSTILE, (QAZVIN, TEHRAN), side, note=HOSTILE),),
        tokens=(Token(HOSTILE, QAZVIN, side, "<", HOSTILE, HOSTILE),),
        rings=(Ring(HOSTILE, RASHT, 30, side),),
        ghosts=(Ghost(HOSTILE, RASHT, side, "&", HOSTILE),),
    )


def test_words_of_the_data_never_become_elements_or_attributes():
    svg, root = drawn(hostile_scene(), title=HOSTILE)
    names = {node.tag.removeprefix(SVG) for node in root.iter()}
    assert "script" not in names
    assert not any(
        attribute.startswith("on") or attribute == "style" for node in root.iter() for attribute in node.attrib
    )
    assert "<script" not in svg


@pytest.mark.parametrize("language", ["en", "fa", "ru"])
def test_a_plate_is_well_formed_in_every_language_and_named_for_readers_of_screens(language):
    svg, root = drawn(Scene(places=(Place("t", TEHRAN, "Tehran", "تهران", "capital"),)), language=language)
    assert root.tag == SVG + "svg"
    assert root.get("role") == "img"
    title = root.find(f"{SVG}title")
    assert title.text == "A map"
    assert root.get("aria-labelledby") == title.get("id")
    assert "style=" not in svg


def test_no_colour_is_written_into_the_picture():
    svg, _ = drawn(hostile_scene(), relief_url="relief.webp")
    assert not re.search(r"#[0-9a-fA-F]{3,8}[\"';]", svg)
    assert "rgb(" not in svg


@pytest.mark.parametrize(("width", "height"), [(390, 300), (780, 560), (1200, 900)])
def test_a_picture_stays_small(width, height):
    places = tuple(Place(f"p{n}", Point(30 + n * 0.1, 45 + n * 0.15), f"Place {n}") for n in range(60))
    svg, _ = drawn(Scene(places=places), width=width, height=height)
    assert len(svg.encode()) < 40_000


def test_two_pictures_on_a_page_share_no_id():
    _, one = drawn(Scene(places=(Place("t", TEHRAN, "Tehran"),)))
    _, other = drawn(Scene(places=(Place("q", QAZVIN, "Qazvin"),)))
    ids = [[node.get("id") for node in root.iter() if node.get("id")] for root in (one, other)]
    assert len(set(ids[0])) == len(ids[0])
    assert not set(ids[0]) & set(ids[1])


def test_every_reference_inside_a_picture_has_its_target():
    routes = tuple(Route(slug, (RASHT, QAZVIN, TEHRAN), side, end_known=False) for slug, side in SIDES.items())
    svg, root = drawn(Scene(routes=routes), relief_url="relief.webp")
    ids = {node.get("id") for node in root.iter()}
    targets = set(re.findall(r"url\(#([^)]+)\)", svg)) | {node.get("href")[1:] for node in root.iter(SVG + "use")}
    assert targets
    assert targets <= ids


def test_the_ink_of_the_relief_ends_with_its_picture():
    _, root = drawn(Scene(places=(Place("t", TEHRAN, "Tehran"),)), relief_url="relief.webp")
    regions = [tuple(node.get(side) for side in ("x", "y", "width", "height")) for node in root.iter(SVG + "filter")]
    assert regions == [("0", "0", "100%", "100%")] * 2


def test_without_a_built_plate_the_scene_stands_on_plain_ground(tmp_path):
    _, root = drawn(Scene(places=(Place("t", TEHRAN, "Tehran"),)), folder=tmp_path)
    found = classes(root)
    assert "plate-place" in found
    assert "plate-coast" not in found
    assert "Tehran" in "".join(root.itertext())


@pytest.mark.parametrize(
    ("slug", "mark"),
    [
        ("constitutionalists", "route-line"),
        ("royalists", "route-core"),
        ("russia", "route-sleepers"),
        ("ottoman", "route-beads"),
        ("britain", "route-barbs"),
    ],
)
def test_each_side_has_its_own_structure_besides_its_colour(slug, mark, tmp_path):
    _, root = drawn(Scene(routes=(Route("r", (RASHT, TEHRAN), SIDES[slug]),)), folder=tmp_path)
    marks = {"route-core", "route-sleepers", "route-beads", "route-barbs"}
    found = set(classes(root))
    assert mark in found
    assert found & marks <= {mark}
    assert f"side-{slug}" in found


def test_an_inferred_route_says_so_and_a_known_one_does_not(tmp_path):
    for inferred in (True, False):
        route = Route("r", (RASHT, TEHRAN), SIDES["russia"], inferred=inferred)
        _, root = drawn(Scene(routes=(route,)), folder=tmp_path)
        assert ("is-inferred" in classes(root)) is inferred


@pytest.mark.parametrize(
    ("end_known", "state", "heads"), [(True, "made", 1), (False, "made", 0), (True, "planned", 0), (True, "ahead", 1)]
)
def test_only_a_march_whose_end_is_told_has_a_head(end_known, state, heads, tmp_path):
    route = Route("r", (RASHT, TEHRAN), SIDES["russia"], end_known=end_known, state=state)
    _, root = drawn(Scene(routes=(route,)), folder=tmp_path)
    assert classes(root).count("route-head") == heads


def test_width_grows_with_the_root_of_the_strength_and_keeps_its_limits():
    def width(strength, slug="constitutionalists"):
        return width_of(Route("r", (RASHT, TEHRAN), SIDES[slug], strength=strength))

    assert width(None) == 4
    assert width(None, "royalists") == 5
    assert width(300) == pytest.approx(5)
    assert width(30_000) == pytest.approx(12)
    assert width(1_000_000) == 12
    assert 5 < width(3000) < 8


def test_a_curve_passes_through_every_stated_place():
    points = [(0.0, 0.0), (100.0, 20.0), (120.0, 90.0), (30.0, 140.0)]
    line = curve(points)
    for point in points:
        assert any(abs(x - point[0]) < 1e-6 and abs(y - point[1]) < 1e-6 for x, y in line)


def test_a_shortened_line_loses_just_that_length():
    assert shortened([(0, 0), (10, 0), (20, 0)], 5) == [(0, 0), (10, 0), (15, 0)]
    assert shortened([(0, 0), (10, 0), (20, 0)], 15) == [(0, 0), (5, 0)]


def test_tokens_that_would_cover_each_other_stand_in_a_column():
    settled = spread([(50, 50), (55, 52), (52, 49), (200, 50)])
    assert settled[3] == (200, 50)
    for index, one in enumerate(settled):
        for other in settled[index + 1 :]:
            assert abs(one[0] - other[0]) >= 16 or abs(one[1] - other[1]) >= 16


def test_a_ring_has_its_true_radius(tmp_path):
    scene = Scene(rings=(Ring("r", TEHRAN, 50),), bounds=Bounds(34.69, 50.42, 36.69, 52.42))
    _, root = drawn(scene, width=400, height=400, folder=tmp_path)
    [ring] = [node for node in root.iter(SVG + "circle") if "plate-ring" in node.get("class")]
    view = fit(scene.bounds, 400, 400)
    north = view.place(Point(35.69 + 50 / 111.2, 51.42))
    assert float(ring.get("r")) == pytest.approx(view.place(TEHRAN)[1] - north[1], rel=0.01)


def test_a_view_shows_its_bounds_whole_and_in_the_middle():
    box = Bounds(30, 45, 40, 60)
    view = fit(box, 300, 500)
    x0, y0 = view.place(Point(40, 45))
    x1, y1 = view.place(Point(30, 60))
    assert 0 <= round(x0, 6) < x1 <= 300.000001
    assert 0 <= round(y0, 6) < y1 <= 500
    assert x0 + x1 == pytest.approx(300)
    assert y0 + y1 == pytest.approx(500)


def test_long_names_are_cut_on_the_plate(tmp_path):
    _, root = drawn(Scene(places=(Place("t", TEHRAN, "very long name " * 100),)), width=900, folder=tmp_path)
    assert max(len(words) for words in root.itertext()) <= 48


def test_a_style_attribute_cannot_be_written():
    with pytest.raises(StyleAttribute):
        element("rect", style="fill:red")


@pytest.mark.parametrize(("value", "words"), [(1.0, "1"), (0.04, "0"), (-0.04, "0"), (12.35, "12.3"), (-3.0, "-3")])
def test_numbers_are_short(value, words):
    assert number(value) == words


def test_path_steps_add_up_to_the_line():
    line = [(0.0, 0.0), (3.3, -4.7), (10.0, 2.0), (10.0, 12.1)]
    data = path_of([line])
    start, steps = data[1:].split("l")
    x, y = (float(part) for part in start.split())
    numbers = [float(part) for part in re.findall(r"-?(?:\d+\.\d|\d+|\.\d)", steps)]
    assert (x + sum(numbers[::2]), y + sum(numbers[1::2])) == pytest.approx(line[-1])


def test_the_scale_is_true_at_the_middle_of_the_picture_and_in_the_readers_digits(tmp_path):
    box = Bounds(34.69, 50.42, 36.69, 52.42)
    view = fit(box, 400, 400)
    _, root = drawn(Scene(bounds=box), width=400, height=400, language="fa", folder=tmp_path)
    [bar] = [node for node in root.iter(SVG + "path") if node.get("class") == "plate-scale-bar"]
    length = float(re.search(r"h([\d.]+)", bar.get("d")).group(1))
    figures = [node.text for node in root.iter(SVG + "text") if node.get("class") == "plate-scale-figure"]
    assert figures[-1].startswith("۵۰")
    assert length * view.km_per_pixel(view.centre.lat) == pytest.approx(50, rel=0.01)
