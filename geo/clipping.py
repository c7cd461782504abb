"""Cuts rings and lines to a box; pure arithmetic for pages that draw without a geometry library."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

Pair = tuple[float, float]
Edges = tuple[float, float, float, float]
"""Least x, least y, greatest x, greatest y."""


def clip_ring(ring: Sequence[Pair], box: Edges) -> list[Pair]:
    """The part of a ring (not repeating its first point) inside the box, by Sutherland and Hodgman (1974)."""
    points = list(ring)
    for side, limit in enumerate(box):
        points = _clip_side(points, side & 1, limit, keep_above=side < 2)
    return points


def _clip_side(points: list[Pair], axis: int, limit: float, *, keep_above: bool) -> list[Pair]:
    kept: list[Pair] = []
    for before, here in zip(points[-1:] + points[:-1], points, strict=True):
        was_in = (before[axis] >= limit) if keep_above else (before[axis] <= limit)
        is_in = (here[axis] >= limit) if keep_above else (here[axis] <= limit)
        if was_in != is_in:
            share = (limit - before[axis]) / (here[axis] - before[axis])
            crossing = before[1 - axis] + share * (here[1 - axis] - before[1 - axis])
            kept.append((limit, crossing) if axis == 0 else (crossing, limit))
        if is_in:
            kept.append(here)
    return kept


def clip_line(line: Sequence[Pair], box: Edges) -> list[list[Pair]]:
    """The stretches of a line that come near the box; what passes wholly on one side of it is left out."""
    pieces: list[list[Pair]] = []
    drawing = False
    for start, end in itertools.pairwise(line):
        seen = not any(
            (start[axis] < box[axis] and end[axis] < box[axis])
            or (start[axis] > box[axis + 2] and end[axis] > box[axis + 2])
            for axis in (0, 1)
        )
        if seen and drawing:
            pieces[-1].append(end)
        elif seen:
            pieces.append([start, end])
        drawing = seen
    return pieces


def overlap(one: Edges, other: Edges) -> bool:
    """Whether two boxes share at least a point."""
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]
