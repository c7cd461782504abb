"""Places labels round their points so that none covers another; a pure function of boxes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

POSITIONS = (
    ("east", 1, 0),
    ("west", -1, 0),
    ("north-east", 1, -1),
    ("south-east", 1, 1),
    ("north-west", -1, -1),
    ("south-west", -1, 1),
    ("north", 0, -1),
    ("south", 0, 1),
)
"""Where a label may stand round its point, the best first (after Imhof's rules of 1962): x right, y down."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels, `x` and `y` its upper left corner."""

    x: float
    y: float
    width: float
    height: float

    def meets(self, other: Box) -> bool:
        """Whether the two share more than an edge."""
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )

    def holds(self, other: Box) -> bool:
        """Whether the other lies wholly inside."""
        return (
            self.x <= other.x
            and self.y <= other.y
            and other.x + other.width <= self.x + self.width
            and other.y + other.height <= self.y + self.height
        )

    @property
    def centre(self) -> tuple[float, float]:
        """The middle."""
        return self.x + self.width / 2, self.y + self.height / 2


@dataclass(frozen=True, slots=True)
class Label:
    """A label to place: the point it belongs to, its size, how far it keeps off, and its importance.

    One that `may_stand_off` tries the same positions farther out before it is given up.
    """

    id: str
    x: float
    y: float
    width: float
    height: float
    gap: float = 6.0
    importance: float = 0.0
    may_stand_off: bool = False


def place_labels(labels: Iterable[Label], *, frame: Box, obstacles: Sequence[Box] = ()) -> dict[str, Box]:
    """Boxes by label id; a label for which no position is free is left out.

    The more important choose first, equals in the order given. No box meets another or an obstacle, and
    all lie inside the frame. Labels with the same point count as different things.
    """
    placed: dict[str, Box] = {}
    taken = list(obstacles)
    for label in sorted(labels, key=lambda each: -each.importance):
        box = next((box for box in _choices(label) if _is_free(box, frame, taken)), None)
        if box:
            placed[label.id] = box
            taken.append(box)
    return placed


def _choices(label: Label) -> Iterable[Box]:
    for farther in (0, 10, 22) if label.may_stand_off else (0,):
        for _, right, down in POSITIONS:
            gap = (label.gap + farther) * (0.72 if right and down else 1.0)
            across = right * (gap + label.width / 2)
            along = down * (gap + label.height / 2)
            yield Box(
                label.x + across - label.width / 2,
                label.y + along - label.height / 2,
                label.width,
                label.height,
            )


def _is_free(box: Box, frame: Box, taken: Sequence[Box]) -> bool:
    return frame.holds(box) and not any(box.meets(other) for other in taken)


NARROW, WIDE = set("iljtfrI.,;:'’·|()[] "), set("mwMWQOGDHNU@—жшщюмфЖШЩЮМФ")


def text_width(words: str, size: float) -> float:
    """Estimated width in pixels of words in the project's serif at `size` pixels; errs to the wide side."""
    return size * sum(0.28 if letter in NARROW else 0.82 if letter in WIDE else 0.5 for letter in words)
