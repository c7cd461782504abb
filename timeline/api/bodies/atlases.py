"""The shapes of an atlas in JSON; timeline/atlas_bodies.py makes them."""

from typing import TypedDict


class TheatreBody(TypedDict):
    """A lane of the timeline."""

    id: str
    label: str
    label_fa: str
    order: int


class SideBody(TypedDict):
    """A party: its colour on the light and the dark plate, its line and its token."""

    id: str
    label: str
    label_fa: str
    colour: str
    colour_dark: str
    pattern: str
    shape: str


class KindBody(TypedDict):
    """A kind of event, one and many."""

    id: str
    label: str
    plural: str


class PeriodBody(TypedDict):
    """A reign, war or siege as a band; begin and end are [earliest, latest] days."""

    id: str
    kind: str
    label: str
    label_fa: str
    row: int
    begin: list[int | None]
    end: list[int | None]


class OverlayBody(TypedDict):
    """A layer that can be laid over the plate."""

    id: str
    label: str


class AtlasBody(TypedDict):
    """An atlas; window is [first, last] day, bounds are west, south, east and north in degrees;
    note says what to do where nothing stands in it yet, else ""."""

    id: str
    url: str
    title: str
    title_fa: str
    description: str
    window: list[int]
    day: int | None
    bounds: list[float]
    languages: list[str]
    theatres: list[TheatreBody]
    sides: list[SideBody]
    kinds: list[KindBody]
    periods: list[PeriodBody]
    rulers: list[str]
    overlays: list[OverlayBody]
    revision: int
    licence: str
    note: str
