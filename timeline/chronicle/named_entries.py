"""The shapes in which places, persons, forces and sources are handed over: frozen, without a database behind them."""

from dataclasses import dataclass
from datetime import datetime

from timeline.chronicle.values import NameEntry, Reference


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """A place with its names and how it came by its point."""

    id: str
    url: str
    name: str
    names: dict[str, str]
    variants: tuple[NameEntry, ...]
    kind: str
    kind_label: str
    lat: float | None
    lon: float | None
    uncertainty_km: float | None
    parent: Reference | None
    geocoder: str
    geocode_query: str
    geocoded_on: str
    accepted_by: str
    basis: str
    gazetteer_id: str
    events_count: int
    modified: datetime


@dataclass(frozen=True, slots=True)
class BearerEntry:
    """A person or force with its names; kind, letter and parent are a force's."""

    type: str
    id: str
    url: str
    name: str
    names: dict[str, str]
    variants: tuple[NameEntry, ...]
    note: str
    kind: str
    kind_label: str
    letter: str
    parent: Reference | None
    events_count: int
    modified: datetime


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A bibliographic record; csl is the same as CSL-JSON."""

    id: str
    url: str
    type: str
    title: str
    short: str
    authors: tuple[str, ...]
    container: str
    issued: str
    publisher: str
    language: str
    address: str
    note: str
    based_on: Reference | None
    csl: dict
    citation: str
    claims_count: int
    modified: datetime
