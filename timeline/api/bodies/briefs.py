"""The shapes of brief records and of what is made of them; timeline/briefs.py and its like make them."""

from typing import NotRequired, TypedDict

from timeline.api.bodies.atlases import AtlasBody
from timeline.api.bodies.movements import MoverBody, StrengthBody


class BriefBody(TypedDict):
    """An event as a screen draws it. when4: the four day numbers; bracket: [from, to] of an undated one;
    ticks: [earliest, latest, source, accepted] for every claimed date; ghosts: [lat, lon] of other places,
    and ghosts_by, where there are any, the sources that say so of each. With according_to, meant4: the day
    numbers that editors hold the source to mean, or null."""

    id: str
    title: str
    fa: str
    kind: str
    theatre: str
    sides: list[str]
    importance: int
    shape: str
    when4: list[int | None]
    bracket: list[int | None] | None
    display: str
    place: str | None
    place_relation: str
    lat: float | None
    lon: float | None
    uncertainty_km: float | None
    disputed: bool
    status: str
    ticks: list[list[int | str]]
    ghosts: list[list[float]]
    ghosts_by: NotRequired[list[list[str]]]
    meant4: NotRequired[list[int | None] | None]
    people: list[str]
    forces: list[str]
    sources: list[str]
    search: str


BriefLegBody = TypedDict(
    "BriefLegBody",
    {
        "order": int,
        "from": str | None,
        "via": list[str],
        "to": str | None,
        "departs": list[int | None] | None,
        "arrives": list[int | None] | None,
        "mode": str,
        "status": str,
        "inferred": bool,
        "strength": StrengthBody | None,
        "km": int | None,
    },
)


class BriefMovementBody(TypedDict):
    """A movement as a screen draws it; places are slugs."""

    id: str
    title: str
    fa: str
    status: str
    theatre: str
    event: str | None
    sides: list[str]
    importance: int
    when4: list[int | None]
    display: str
    disputed: bool
    movers: list[MoverBody]
    people: list[str]
    legs: list[BriefLegBody]
    search: str


class BriefPlaceBody(TypedDict):
    """A place of a whole atlas."""

    id: str
    name: str
    fa: str
    kind: str
    lat: float | None
    lon: float | None
    uncertainty_km: float | None
    parent: str | None
    search: str


class BriefPersonBody(TypedDict):
    """A person of a whole atlas."""

    id: str
    name: str
    fa: str
    search: str


class BriefForceBody(BriefPersonBody):
    """A force of a whole atlas."""

    letter: str
    kind: str


class BriefSourceBody(TypedDict):
    """A source of a whole atlas."""

    id: str
    title: str
    short: str


class WholeBody(TypedDict):
    """A whole atlas. `search` of events and movements leaves out what title and names say already."""

    atlas: AtlasBody
    events: list[BriefBody]
    movements: list[BriefMovementBody]
    places: list[BriefPlaceBody]
    people: list[BriefPersonBody]
    forces: list[BriefForceBody]
    sources: list[BriefSourceBody]
    revision: int


class ClusterBody(TypedDict):
    """The middle of some events, and how many they are."""

    lat: float
    lon: float
    count: int


class PlaceCountBody(TypedDict):
    """How many events a place has."""

    id: str
    count: int


WindowBody = TypedDict(
    "WindowBody",
    {
        "from": int,
        "to": int,
        "total": int,
        "bins": list[list[int]],
        "events": list[BriefBody],
        "clusters": list[ClusterBody],
        "places": list[PlaceCountBody],
        "movements": list[BriefMovementBody],
    },
)


class BearerBody(TypedDict):
    """Who or what has a position."""

    type: str
    id: str | None
    name: str
    letter: str
    side: str | None


class PositionBody(TypedDict):
    """Where a mover is. kind: point, stretch or trace, the mark that fades over the week after the last
    statement; fraction: how far along the leg; uncertainty_km: null on a stretch; claims: what put it there."""

    movement: str
    title: str
    mover: BearerBody
    kind: str
    certainty: str
    lat: float
    lon: float
    place: str | None
    leg: int
    fraction: float
    legs: list[int]
    uncertainty_km: float | None
    faded: float
    claims: list[str]


class PositionsBody(TypedDict):
    """Every mover on one day."""

    on: int
    date: str
    positions: list[PositionBody]


class ChoiceBody(TypedDict):
    """One choice of a filter, and how many events it would show."""

    id: str
    label: str
    count: int


class FacetsBody(TypedDict):
    """The choices of every filter, each counted without its own."""

    side: list[ChoiceBody]
    kind: list[ChoiceBody]
    theatre: list[ChoiceBody]
    force: list[ChoiceBody]
    person: list[ChoiceBody]
    place: list[ChoiceBody]
    source: list[ChoiceBody]
    status: list[ChoiceBody]
    disputed: list[ChoiceBody]
