"""The map's parts: our own host only, the same each time, nothing that a policy without inline scripts refuses."""

import json
import re
import subprocess
from dataclasses import dataclass, replace

import pytest
from branca.element import Element

from geo.rendering.atlas_map import AtlasMap
from geo.rendering.composition import compose
from geo.rendering.elements import Frame, MapElement, Places
from geo.rendering.parts import UnknownHeaderPart, parts_of
from geo.rendering.tile_address import tile_origin

HOSTILE = '</script><script>alert(1)</script>\' onload="x" \u2028'


@dataclass(frozen=True)
class Sheet:
    """An atlas as the composition sees it."""

    slug: str = "persia"
    west: float = 44.0
    south: float = 32.0
    east: float = 60.0
    north: float = 40.5


def _map(**assets):
    lists = {"scripts": [("leaflet", "/static/leaflet.js")], "stylesheets": [("style", "/static/leaflet.css")]}
    return AtlasMap(centre=(36, 52), zoom=6, **{**lists, **assets})


def _everything(parts) -> str:
    return "\n".join([parts.html, parts.script, parts.script_name, *parts.stylesheets, *parts.scripts])


def test_no_part_names_another_host():
    assert re.findall(r"(?:https?:)?//[a-z0-9.-]+\.[a-z]{2,}", _everything(compose(Sheet()))) == []


def test_folium_alone_would_name_other_hosts():
    """Shows that the test above can fail."""
    import folium

    figure = folium.Map(location=(36, 52)).get_root()
    assert re.findall(r"https?://[a-z0-9.-]+", figure.render())


def test_the_same_atlas_gives_the_same_parts():
    from geo.rendering import composition

    first = compose(Sheet())
    composition._composed.cache_clear()
    assert compose(Sheet()) == first


def test_another_box_gives_another_file_name():
    assert compose(Sheet()).script_name != compose(replace(Sheet(), east=61.0)).script_name


def test_the_script_is_named_by_its_content():
    assert re.fullmatch(r"persia\.[0-9a-f]{12}\.js", compose(Sheet()).script_name)


def test_one_maps_assets_do_not_leak_into_another():
    first = _map()
    first.add_js_link("more", "/static/more.js")
    second = parts_of(_map().get_root(), slug="second")
    assert second.scripts == ("/static/leaflet.js",)
    assert "/static/more.js" in parts_of(first.get_root(), slug="first").scripts


def test_the_html_holds_one_element_and_nothing_inline():
    html = compose(Sheet()).html
    assert html == '<div class="folium-map" id="atlas-map" dir="ltr"></div>\n'


def test_an_unknown_header_part_is_refused():
    chart = _map()
    chart.get_root().header.add_child(Element("<style>body{}</style>"), name="surprise")
    with pytest.raises(UnknownHeaderPart, match="surprise"):
        parts_of(chart.get_root(), slug="x")


@pytest.mark.parametrize("element", [Places(names_from={HOSTILE: 5}), Frame(bounds=[[1, 2], [3, 4]], credit=HOSTILE)])
def test_a_hostile_text_cannot_leave_the_script(element):
    chart = _map()
    chart.add_child(element)
    script = parts_of(chart.get_root(), slug="x").script
    assert "<" not in script
    assert "&" not in script


def test_every_element_announces_itself_with_its_map_and_options():
    script = compose(Sheet()).script
    kinds = re.findall(r'kind: "([a-z]+)"', script)
    assert kinds == ["plate", "uncertainty", "routes", "places", "tokens", "inset", "frame"]
    assert len(kinds) == len(re.findall(r"map: map_atlas,", script))
    assert {kind.kind for kind in MapElement.__subclasses__()} == set(kinds)


def test_the_script_runs_in_node_against_a_stand_in_for_leaflet(tmp_path):
    stand_in = (
        "globalThis.window = globalThis; globalThis.matchMedia = () => ({matches: false});"
        "globalThis.L = {map: (id, options) => ({id, options})};"
        + compose(Sheet()).script
        + "console.log(JSON.stringify(window.marchlines.elements));"
    )
    file = tmp_path / "map.cjs"
    file.write_text(stand_in, encoding="utf-8")
    try:
        told = subprocess.run(["node", str(file)], capture_output=True, text=True, check=True)
    except FileNotFoundError:
        pytest.skip("no Node on this machine: the script is checked by the browser tests alone")
    elements = json.loads(told.stdout)
    assert elements[-1]["options"]["bounds"] == [[32, 44], [40.5, 60]]
    options = elements[0]["map"]["options"]
    assert (options["minZoom"], options["maxZoom"], options["attributionControl"]) == (4, 13, False)


def test_online_tiles_take_the_plates_place_and_say_their_referrer(settings):
    settings.MARCHLINES_TILES = "https://tiles.example.org/{z}/{x}/{y}.png"
    script = compose(Sheet()).script
    assert "https://tiles.example.org/{z}/{x}/{y}.png" in script
    assert '"referrerPolicy": "strict-origin-when-cross-origin"' in script
    assert 'kind: "plate"' not in script


@pytest.mark.parametrize(
    ("address", "origin"),
    [
        ("https://tiles.example.org/{z}/{x}/{y}.png", "https://tiles.example.org"),
        ("https://{s}.tiles.example.org/{z}/{x}/{y}.png", "https://*.tiles.example.org"),
        ("http://127.0.0.1:9000/{z}/{x}/{y}", "http://127.0.0.1:9000"),
    ],
)
def test_a_tile_address_gives_the_origin_a_policy_must_allow(address, origin):
    assert tile_origin(address) == origin


@pytest.mark.parametrize(
    "address",
    [
        "tiles",
        "https://example.org/{z}/{x}.png",
        "javascript:{z}{x}{y}",
        "https://a b/{z}/{x}/{y}",
        "https://a;b/{z}/{x}/{y}",
    ],
)
def test_what_is_no_tile_address_is_refused(address):
    with pytest.raises(ValueError, match=r"is not the address|lacks"):
        tile_origin(address)


def test_the_check_names_a_bad_tile_address(settings):
    from geo.checks import tile_layer_is_an_address

    settings.MARCHLINES_TILES = "tiles"
    assert [found.id for found in tile_layer_is_an_address(None)] == ["geo.E001"]
    settings.MARCHLINES_TILES = ""
    assert tile_layer_is_an_address(None) == []
