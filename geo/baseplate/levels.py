"""Says from which zoom on each point of a line is needed, so that a redraw takes only those it needs."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import numpy as np

from geo.baseplate.grid import GRID_ZOOM

FIRST, LAST = 4, 8
"""Zooms with a selection of their own; below the first its selection serves, from the last on all points."""


def levels(points: Sequence[tuple[int, int]], *, last: int = LAST) -> list[int | None]:
    """The lowest zoom at which each point is needed, None where even zoom `last` does without it.

    Douglas and Peucker's selection (1973), once a zoom with a tolerance of a quarter of a pixel, each zoom
    adding to the points of the one before. The two ends are needed everywhere.
    """
    line = np.array(points, dtype=float)
    found: list[int | None] = [None] * len(line)
    found[0] = found[-1] = FIRST
    for zoom in range(FIRST, last + 1):
        tolerance = 0.25 * 2.0 ** (GRID_ZOOM - zoom)
        kept = [index for index, level in enumerate(found) if level is not None]
        for start, end in itertools.pairwise(kept):
            for index in _needed(line, start, end, tolerance):
                found[index] = zoom
    return found


def _needed(line: np.ndarray, start: int, end: int, tolerance: float) -> list[int]:
    needed, waiting = [], [(start, end)]
    while waiting:
        first, last = waiting.pop()
        if last - first < 2:
            continue
        distances = _distances(line[first + 1 : last], line[first], line[last])
        farthest = int(distances.argmax())
        if distances[farthest] > tolerance:
            index = first + 1 + farthest
            needed.append(index)
            waiting += [(first, index), (index, last)]
    return needed


def _distances(points: np.ndarray, start: np.ndarray, end: np.ndarray) -> np.ndarray:
    """Distances of points from a stretch of line, also where it has no length (a ring's two ends)."""
    along = end - start
    length = float(along @ along)
    if length == 0:
        return np.hypot(*(points - start).T)
    share = np.clip((points - start) @ along / length, 0, 1)
    return np.hypot(*(points - start - share[:, None] * along).T)
