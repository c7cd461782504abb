"""Prints the names of a static plate: its places, forces and readings first, then the ground's own."""

from __future__ import annotations

import math
from dataclasses import dataclass

from geo.baseplate.reading import Plate
from geo.labels import Box, Label, place_labels, text_width
from geo.points import Point
from geo.rendering.plate_view import View
from geo.rendering.svg import element, number, text

LONGEST = 48
SIZES = {"capital": 17, "city": 15, "town": 14, "village": 13, "area": 13}
GROUND_SIZES = {"realm": 26, "realm-name": 13, "neighbour": 12, "sea": 16}
GROUND_SPACING = {"realm": 0.5, "realm-name": 0.2, "neighbour": 0.2, "sea": 0.14}
SHIFTS = tuple((across, down) for down in (0, -40, 40, 80) for across in (0, 50, -50, 100, -100))
"""Pixels by which the name of a realm may move to a free spot: it belongs to a wide area, not to a point."""
LANGUAGES = ("en", "fa", "ru")


@dataclass(frozen=True, slots=True)
class Wording:
    """Lines to print beside a point: (words, CSS class, size, language or None) each."""

    id: str
    at: tuple[float, float]
    lines: tuple[tuple[str, str, float, str | None], ...]
    gap: float
    importance: float
    may_stand_off: bool = False

    @property
    def width(self) -> float:
        """Estimated pixels across."""
        return max(text_width(words, size) for words, _, size, _ in self.lines) + 2

    @property
    def height(self) -> float:
        """Pixels from top to bottom."""
        return sum(size * 1.12 for _, _, size, _ in self.lines)


def shortened_words(words: str) -> str:
    """At most 48 letters, cut with an ellipsis."""
    words = " ".join(words.split())
    return words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip() + "…"


def draw_names(wordings: list[Wording], view: View, obstacles: list[Box]) -> tuple[str, dict[str, Box]]:
    """The wordings for which there is room, and their boxes."""
    frame = Box(3, 3, view.width - 6, view.height - 6)
    labels = [
        Label(each.id, *each.at, each.width, each.height, each.gap, each.importance, each.may_stand_off)
        for each in wordings
    ]
    boxes = place_labels(labels, frame=frame, obstacles=obstacles)
    return "".join(_printed(each, boxes[each.id]) for each in wordings if each.id in boxes), boxes


def _printed(wording: Wording, box: Box) -> str:
    x, y, parts = box.centre[0], box.y, ""
    for words, css_class, size, language in wording.lines:
        y += size * 1.12
        parts += element("text", text(words), class_=css_class, x=x, y=y - size * 0.3, lang=language)
    return parts


def draw_ground_names(plate: Plate, view: View, language: str, taken: list[Box]) -> str:
    """Names of realms, seas and the rest of the ground, where nothing else stands."""
    column = 6 + (LANGUAGES.index(language) if language in LANGUAGES else 0)
    printed, taken = "", list(taken)
    frame = Box(0, 0, view.width, view.height)
    for name in plate.names:
        kind, lat, lon, first, last, turn = name[:6]
        if not first <= view.zoom + 0.3 < last + 1:
            continue
        lines = name[column].split("|")
        size = GROUND_SIZES.get(kind, 13)
        spacing = 0 if language == "fa" else GROUND_SPACING.get(kind, 0.08)
        for across, down in SHIFTS if kind.startswith("realm") else SHIFTS[:1]:
            x, y = view.place(Point(lat, lon))
            x, y = x + across, y + down
            box = _ground_box(lines, x, y, size, spacing, turn)
            if frame.holds(box) and not any(box.meets(other) for other in taken):
                taken.append(box)
                printed += _ground_name(kind, lines, x, y, size, turn)
                break
    return printed


def _ground_box(lines: list[str], x: float, y: float, size: float, spacing: float, turn: float) -> Box:
    wide = max(
        text_width(line.upper() if spacing > 0.15 else line, size) + spacing * size * len(line) for line in lines
    )
    high = size * 1.4 * len(lines)
    angle = math.radians(turn)
    width = abs(wide * math.cos(angle)) + abs(high * math.sin(angle))
    height = abs(wide * math.sin(angle)) + abs(high * math.cos(angle))
    return Box(x - width / 2, y - height / 2, width, height)


def _ground_name(kind: str, lines: list[str], x: float, y: float, size: float, turn: float) -> str:
    lead = size * 1.4
    top = y - lead * (len(lines) - 1) / 2 + size * 0.3
    parts = "".join(element("tspan", text(line), x=x, y=top + lead * index) for index, line in enumerate(lines))
    return element(
        "text", parts, class_=f"plate-name plate-name-{kind}",
        transform=f"rotate({turn} {number(x)} {number(y)})" if turn else None,
    )  # fmt: skip
