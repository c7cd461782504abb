"""Writes SVG elements as text, every value escaped and no style attribute anywhere."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape, quoteattr

FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 (fifth edition, production 2) does not admit, even as references."""

Pair = tuple[float, float]


class StyleAttribute(ValueError):
    """A style attribute was asked for; the site's policy forbids it, so use a class."""


def text(words: object) -> str:
    """Words as character data."""
    return escape(FORBIDDEN.sub("", str(words)))


def element(name: str, content: str = "", /, **attributes: object) -> str:
    """One element; `content` is SVG already written. Underscores in attribute names become hyphens.

    A trailing underscore is dropped (`class_`), and attributes that are None are left out.
    """
    written = []
    for key, value in attributes.items():
        attribute = key.rstrip("_").replace("_", "-")
        if attribute == "style":
            raise StyleAttribute(f"The element {name} may not carry a style attribute.")
        if value is not None:
            cleaned = FORBIDDEN.sub("", number(value) if isinstance(value, float) else str(value))
            written.append(f" {attribute}={quoteattr(cleaned)}")
    opening = f"<{name}{''.join(written)}"
    return f"{opening}>{content}</{name}>" if content else f"{opening}/>"


def number(value: float) -> str:
    """A number with one decimal at most, as short as can be."""
    rounded = f"{value:.1f}"
    return rounded[:-2].replace("-0", "0") if rounded.endswith(".0") else rounded


def path_of(lines: Iterable[Sequence[Pair]], *, closed: bool = False) -> str:
    """Path data of polylines in pixels to the tenth, in relative steps; steps under half a pixel are joined."""
    written = []
    for line in lines:
        tenths = [(round(x * 10), round(y * 10)) for x, y in line]
        kept = tenths[:1]
        for point in tenths[1:-1]:
            if abs(point[0] - kept[-1][0]) + abs(point[1] - kept[-1][1]) >= 7:
                kept.append(point)
        kept += tenths[-1:] if len(tenths) > 1 else []
        if len(kept) < (3 if closed else 2):
            continue
        steps = [f"M{_pair(*kept[0])}l"]
        steps += [_pair(here[0] - before[0], here[1] - before[1]) for before, here in itertools.pairwise(kept)]
        written.append(steps[0] + "".join(_joined(steps[1:])) + ("z" if closed else ""))
    return "".join(written)


def _joined(pairs: list[str]) -> Iterable[str]:
    for index, pair in enumerate(pairs):
        yield pair if index == 0 or pair.startswith("-") else " " + pair


def _pair(x: int, y: int) -> str:
    first, second = _tenths(x), _tenths(y)
    return first + second if second.startswith("-") else f"{first} {second}"


def _tenths(value: int) -> str:
    whole, rest = divmod(abs(value), 10)
    sign = "-" if value < 0 else ""
    return f"{sign}{whole or ''}.{rest}" if rest else f"{sign}{whole}"
