"""Packs lines of grid points into text and back: differences in base 64, with each point's level."""

from __future__ import annotations

from collections.abc import Sequence

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
VALUES = {digit: value for value, digit in enumerate(DIGITS)}

GridPoint = tuple[int, int]


def pack(points: Sequence[GridPoint], levels: Sequence[int]) -> list[str]:
    """Two strings: the differences (x and y in turn, the first from 0) and one digit of zoom a point.

    A difference is folded to a whole number from 0 (0, -1, 1, -2 ...) and written in groups of five bits,
    the lowest first, each group but the last with 32 added; `frontend/src/map/plate-decode.js` reads it.
    """
    digits: list[str] = []
    last = (0, 0)
    for point in points:
        for value, before in zip(point, last, strict=True):
            difference = value - before
            folded = difference * 2 if difference >= 0 else -difference * 2 - 1
            while folded > 31:
                digits.append(DIGITS[folded & 31 | 32])
                folded >>= 5
            digits.append(DIGITS[folded])
        last = point
    return ["".join(digits), "".join(str(level) for level in levels)]


def unpack(packed: Sequence[str]) -> tuple[list[GridPoint], list[int]]:
    """The inverse of `pack`. ValueError when the text is cut short."""
    values: list[int] = []
    folded = shift = 0
    for digit in packed[0]:
        group = VALUES[digit]
        folded |= (group & 31) << shift
        shift += 5
        if group < 32:
            values.append(-(folded + 1) // 2 if folded & 1 else folded // 2)
            folded = shift = 0
    levels = [int(digit) for digit in packed[1]]
    if shift or len(values) != 2 * len(levels):
        raise ValueError("A line of the plate is cut short.")
    points: list[GridPoint] = []
    x = y = 0
    for dx, dy in zip(values[::2], values[1::2], strict=True):
        x, y = x + dx, y + dy
        points.append((x, y))
    return points, levels
