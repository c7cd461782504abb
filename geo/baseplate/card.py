"""Draws the picture by which pages are shown on other sites: the land, empires, coasts, rivers and relief of the plate.

It holds no event and no word: whatever a page tells, of its country it is true.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image, ImageChops, ImageDraw
from shapely import get_parts
from shapely.geometry.base import BaseGeometry

from geo.baseplate.grid import DETAILED, project

WIDTH, HEIGHT = 1200, 630
"""What sites that show pages ask for."""
WEST, EAST, MIDDLE = 38.0, 68.0, 34.2
"""The edges and the middle of the picture, in degrees."""
FINER = 2
SEA, LAND, LAKE, COAST, BORDER, RIVER = "#DAE2DF", "#F6EEDA", "#DAE2DF", "#6E7F80", "#7B6D57", "#86A0A5"
OTHER_LAND = "#EAE2CC"
HOME = "persia"
BEYOND = "beyond"
RIVERS_LONGER = 700.0
"""Grid units from which a river is drawn."""


def draw_card(path: Path, realms: dict[str, BaseGeometry], lakes: list, rivers: list, relief: Path) -> int:
    """Write the card as JPEG; the bytes written. Shapes are in grid units, `relief` is the built picture of slopes."""
    (west, _), (east, _), (_, middle) = project(np.array([[WEST, 0], [EAST, 0], [0, MIDDLE]]))
    scale = WIDTH * FINER / (east - west)
    north = middle - HEIGHT * FINER / scale / 2
    card = Image.new("RGB", (WIDTH * FINER, HEIGHT * FINER), SEA)
    pen = ImageDraw.Draw(card)

    def seen(points) -> list[tuple[float, float]]:
        return [((x - west) * scale, (y - north) * scale) for x, y in points]

    for name, realm in realms.items():
        for part in get_parts(realm):
            pen.polygon(seen(part.exterior.coords), fill=LAND if name == HOME else OTHER_LAND)
            for hole in part.interiors:
                pen.polygon(seen(hole.coords), fill=SEA)
    for lake in lakes:
        for part in get_parts(lake):
            pen.polygon(seen(part.exterior.coords), fill=LAKE, outline=COAST)
    card = _shaded(card, relief, seen)
    pen = ImageDraw.Draw(card)
    for river in rivers:
        if river.length > RIVERS_LONGER:
            pen.line(seen(river.coords), fill=RIVER, width=FINER)
    for name, realm in realms.items():
        for part in get_parts(realm) if name != BEYOND else ():
            pen.line(seen(part.exterior.coords), fill=BORDER if name == HOME else COAST, width=FINER, joint="curve")
    card.resize((WIDTH, HEIGHT), Image.LANCZOS).save(path, "JPEG", quality=82, optimize=True, progressive=True)
    return path.stat().st_size


def _shaded(card: Image.Image, relief: Path, seen) -> Image.Image:
    """The card with the slopes laid on: grey 128 changes nothing."""
    x0, y0, x1, y1 = DETAILED.bounds
    (left, top), (right, bottom) = seen([(x0, y0), (x1, y1)])
    with Image.open(relief) as slopes:
        sized = slopes.convert("L").resize((round(right - left), round(bottom - top)), Image.BILINEAR)
    ground = Image.new("L", card.size, 128)
    ground.paste(sized, (round(left), round(top)))
    softened = ground.point(lambda grey: 128 + (grey - 128) * 0.8)
    return ImageChops.overlay(card, Image.merge("RGB", (softened,) * 3))
