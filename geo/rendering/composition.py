"""Composes the map of an atlas: which elements, in which order, with which options."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol
from urllib.parse import urlsplit

from django.conf import settings
from django.templatetags.static import static
from django.utils.translation import gettext

from geo.points import Bounds

from .atlas_map import AtlasMap
from .elements import Frame, Inset, Places, Plate, Routes, Tokens, Uncertainty
from .parts import MapParts, parts_of
from .tiles import OnlineTiles

NAMES_FROM = {"capital": 0, "city": 4.5, "port": 5, "town": 5.25, "village": 7}
"""The least zoom at which places of a kind are named when nothing happened there."""


class Framed(Protocol):
    """Anything with a slug and a box in degrees: an atlas."""

    slug: str
    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True, slots=True)
class Assets:
    """Addresses of the files the map needs, all of our own host but the optional tiles."""

    leaflet: str
    leaflet_style: str
    base_plate: str
    relief: str
    tiles: str = ""
    tiles_credit: str = ""
    credit: str = ""


def compose(atlas: Framed) -> MapParts:
    """The map of an atlas as the parts of a page; the same atlas gives the same parts each time."""
    box = Bounds(south=atlas.south, west=atlas.west, north=atlas.north, east=atlas.east)
    return _composed(atlas.slug, box, _assets())


def composed_script(name: str) -> str | None:
    """The script of a map composed by this process, by its name; None where there is none of that name."""
    return _scripts.get(name)


# As many as maps are kept: what an older one was is asked for anew.
_scripts: dict[str, str] = {}
KEPT = 64


@lru_cache(maxsize=KEPT)
def _composed(slug: str, box: Bounds, assets: Assets) -> MapParts:
    chart = AtlasMap(
        centre=box.centre.lat_lon,
        zoom=6,
        scripts=[("leaflet", assets.leaflet)],
        stylesheets=[("leaflet_css", assets.leaflet_style)],
    )
    for element in _elements(box, assets):
        chart.add_child(element)
    parts = parts_of(chart.get_root(), slug=slug)
    while len(_scripts) >= KEPT:
        del _scripts[next(iter(_scripts))]
    _scripts[parts.script_name] = parts.script
    return parts


def _elements(box: Bounds, assets: Assets):
    if assets.tiles:
        yield OnlineTiles(assets.tiles, credit=assets.tiles_credit or urlsplit(assets.tiles).netloc)
    else:
        yield Plate(base_plate=assets.base_plate, relief=assets.relief)
    yield Uncertainty(least_pixels=7)
    yield Routes(most=12, few=300, many=30_000)
    yield Places(names_from=NAMES_FROM)
    yield Tokens(size=16)
    yield Inset(least_width=640, up_to_zoom=7.5)
    yield Frame(
        bounds=[[box.south, box.west], [box.north, box.east]],
        credit=assets.tiles_credit or assets.credit,
    )


def _assets() -> Assets:
    return Assets(
        # Leaflet comes in the bundles of the atlas page: fewer files, and the browser waits for each.
        leaflet=static("frontend/atlas-tiles.js" if settings.MARCHLINES_TILES else "frontend/atlas.js"),
        leaflet_style=static("frontend/atlas.css"),
        base_plate=static("plate/plate.json"),
        relief=static("plate/relief.webp"),
        tiles=settings.MARCHLINES_TILES,
        tiles_credit=settings.MARCHLINES_TILES_CREDIT,
        credit=gettext("Borders and routes approximate"),
    )
