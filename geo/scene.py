"""What a map shows on a day, apart from how it is drawn: places, routes, tokens, rings and ghosts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from geo.points import Bounds, Point, bounds_of

Pattern = Literal["solid", "double", "sleepered", "beaded", "barbed"]
"""Structure of a side's line, so that colour never speaks alone."""

Shape = Literal["circle", "square", "lozenge", "triangle", "hexagon"]
"""Shape of a side's token."""

RouteState = Literal["made", "ahead", "planned"]
"""Made by the day shown, still ahead of it, or planned and never made."""


@dataclass(frozen=True, slots=True)
class Side:
    """How a side is told apart: its slug (which the stylesheet colours), its shape and its line."""

    slug: str
    shape: Shape = "circle"
    pattern: Pattern = "solid"


@dataclass(frozen=True, slots=True)
class Place:
    """A place with its sign: `kind` is capital, city, town, village or area.

    `other_name` is the name in the other script. `importance` from 0 up decides who is named where there
    is no room for all. `uncertainty_km` above 0 draws the ring in which the place may be.
    """

    id: str
    at: Point
    name: str
    other_name: str = ""
    kind: str = "city"
    importance: int = 0
    uncertainty_km: float = 0.0
    selected: bool = False


@dataclass(frozen=True, slots=True)
class Route:
    """A march through two points or more, in order.

    `inferred`: no source gives the way between the points. `end_known` False: the source stops before the
    march does, and the line fades. `strength` is the number of people, None where no source gives one.
    `note` is a word printed at its middle, such as "planned" or "end not given".
    """

    id: str
    through: tuple[Point, ...]
    side: Side
    inferred: bool = False
    end_known: bool = True
    strength: int | None = None
    state: RouteState = "made"
    note: str = ""


@dataclass(frozen=True, slots=True)
class Token:
    """A force where it stands: a letter in the side's shape, its name, and its strength in words."""

    id: str
    at: Point
    side: Side
    letter: str
    name: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Ring:
    """Where something may be: a circle of so many kilometres; `side` None is a place's own ring."""

    id: str
    at: Point
    km: float
    side: Side | None = None


@dataclass(frozen=True, slots=True)
class Ghost:
    """Where a rejected or rival reading puts a force, with the reading in words ("if 22 July")."""

    id: str
    at: Point
    side: Side
    letter: str
    reading: str


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything to draw; `bounds` None means just what the drawn things need."""

    places: tuple[Place, ...] = ()
    routes: tuple[Route, ...] = ()
    tokens: tuple[Token, ...] = ()
    rings: tuple[Ring, ...] = ()
    ghosts: tuple[Ghost, ...] = ()
    bounds: Bounds | None = None

    def points(self) -> Iterator[Point]:
        """Every point that is drawn."""
        for thing in (*self.places, *self.tokens, *self.rings, *self.ghosts):
            yield thing.at
        for route in self.routes:
            yield from route.through

    def extent(self, *, least_degrees: float = 1.6) -> Bounds | None:
        """The bounds given, or those of what is drawn with a margin; None for an empty scene."""
        if self.bounds:
            return self.bounds
        tight = bounds_of(self.points())
        if tight is None:
            return None
        width, height = tight.east - tight.west, tight.north - tight.south
        margin = max(0.14 * max(width, height), (least_degrees - max(width, height)) / 2)
        return tight.grown(margin)
