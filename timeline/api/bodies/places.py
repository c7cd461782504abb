"""How a place looks in JSON, on its own and as an event or leg names it."""

from typing import TypedDict

from timeline.api.bodies.links import ReferenceBody, optional_reference
from timeline.chronicle.named_entries import PlaceEntry
from timeline.chronicle.values import NameEntry, PlaceMention


class NameBody(TypedDict):
    """One spelling; source is the slug of the work that prints it, or null."""

    text: str
    language: str
    script: str
    kind: str
    source: str | None


class MentionBody(TypedDict):
    """A place as another record names it; degrees and kilometres, null where nobody knows."""

    id: str
    url: str
    name: str
    names: dict[str, str]
    kind: str
    lat: float | None
    lon: float | None
    uncertainty_km: float | None
    relation: str
    other: ReferenceBody | None


class GeocodingBody(TypedDict):
    """How the place came by its point."""

    geocoder: str
    query: str
    on: str
    accepted_by: str
    basis: str
    gazetteer_id: str


class PlaceBody(TypedDict):
    """A place with its names and provenance."""

    id: str
    url: str
    name: str
    names: dict[str, str]
    variants: list[NameBody]
    kind: str
    kind_label: str
    lat: float | None
    lon: float | None
    uncertainty_km: float | None
    parent: ReferenceBody | None
    geocoding: GeocodingBody
    events_count: int
    modified: str


def name_in(name: str, names: dict[str, str], language: str) -> str:
    """The name in the language, else the record's own."""
    return names.get(language.partition("-")[0], "") or name


def names_body(names: tuple[NameEntry, ...]) -> list[NameBody]:
    """Every spelling."""
    return [
        {
            "text": name.text,
            "language": name.language,
            "script": name.script,
            "kind": name.kind,
            "source": name.source or None,
        }
        for name in names
    ]


def mention_body(place: PlaceMention, language: str) -> MentionBody:
    """A place as an event or leg names it."""
    return {
        "id": place.id,
        "url": place.url,
        "name": name_in(place.name, place.names, language),
        "names": place.names,
        "kind": place.kind,
        "lat": place.lat,
        "lon": place.lon,
        "uncertainty_km": place.uncertainty_km,
        "relation": place.relation,
        "other": optional_reference(place.other),
    }


def place_body(place: PlaceEntry, language: str) -> PlaceBody:
    """The place itself."""
    return {
        "id": place.id,
        "url": place.url,
        "name": name_in(place.name, place.names, language),
        "names": place.names,
        "variants": names_body(place.variants),
        "kind": place.kind,
        "kind_label": place.kind_label,
        "lat": place.lat,
        "lon": place.lon,
        "uncertainty_km": place.uncertainty_km,
        "parent": optional_reference(place.parent),
        "geocoding": {
            "geocoder": place.geocoder,
            "query": place.geocode_query,
            "on": place.geocoded_on,
            "accepted_by": place.accepted_by,
            "basis": place.basis,
            "gazetteer_id": place.gazetteer_id,
        },
        "events_count": place.events_count,
        "modified": place.modified.isoformat(),
    }
