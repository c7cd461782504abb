"""What a place holds, as plain data that a merging of two is planned from."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from timeline.rearranging.holdings import FormerAddress
from timeline.rearranging.plan import Row


@dataclass(frozen=True, slots=True)
class HeldPlace:
    """The place itself; above: the keys of what it lies in, the nearest first."""

    key: int
    slug: str
    name: str
    published: bool = True
    above: tuple[int, ...] = ()

    @property
    def row(self) -> Row:
        return Row("place", self.key)

    @property
    def subject(self) -> tuple[str, str, str]:
        return "place", self.slug, self.name


@dataclass(frozen=True, slots=True)
class HeldName:
    """One spelling; two that are alike in `said` say the same."""

    key: int
    text: str
    language: str
    kind: str
    rest: tuple = ()

    @property
    def row(self) -> Row:
        return Row("name", self.key)

    @property
    def said(self) -> tuple:
        return self.text, self.language, self.kind, self.rest


@dataclass(frozen=True, slots=True)
class PlacedClaim:
    """A claim that names the place: as its place, as the other end of "between", or on a route of slugs."""

    key: int
    name: str
    place: int | None = None
    place_2: int | None = None
    route: tuple[str, ...] = ()

    @property
    def row(self) -> Row:
        return Row("claim", self.key)


@dataclass(frozen=True, slots=True)
class HeldLeg:
    """A stretch of a march that sets out from, comes to or passes the place; stops: (key, place) of what it passes."""

    key: int
    name: str
    start: int | None = None
    end: int | None = None
    stops: tuple[tuple[int, int], ...] = ()

    @property
    def row(self) -> Row:
        return Row("leg", self.key)

    @property
    def places(self) -> frozenset[int]:
        return frozenset({self.start, self.end, *(place for _key, place in self.stops)} - {None})


@dataclass(frozen=True, slots=True)
class PlaceHoldings:
    """A place with all that refers to it.

    parts: keys of the places that lie in it; former: redirects from or to it; stamps: the version of every
    row by which a change made meanwhile is noticed; called: what to call each.
    """

    place: HeldPlace
    names: tuple[HeldName, ...] = ()
    claims: tuple[PlacedClaim, ...] = ()
    legs: tuple[HeldLeg, ...] = ()
    parts: tuple[int, ...] = ()
    former: tuple[FormerAddress, ...] = ()
    stamps: Mapping[Row, str] = field(default_factory=dict)
    called: Mapping[Row, str] = field(default_factory=dict)
