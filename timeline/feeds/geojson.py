"""Writes events as GeoJSON (RFC 7946), with their days as `when` timespans beside the properties.

The timespans are those of GeoJSON-T and Linked Places: start and end, each with `earliest` and
`latest` or, where one day is known, `in`.
"""

from collections.abc import Iterable, Iterator

from geo.points import Point
from timeline.chronicle.entries import EventEntry
from timeline.feeds.imprint import Imprint
from timeline.feeds.json_text import document
from timeline.feeds.timespans import timespan_of

DECIMALS = 6
"""Of a degree: ten centimetres, as RFC 7946 (11.2) advises; nothing here is known better."""


def written(events: Iterable[EventEntry], imprint: Imprint) -> Iterator[str]:
    """A FeatureCollection in parts; without a point geometry is null."""
    return document(head_of(imprint), "features", (feature(event, imprint) for event in events))


def head_of(imprint: Imprint) -> dict:
    """What a collection says of itself."""
    return {
        "type": "FeatureCollection",
        "title": imprint.title,
        "license": imprint.licence_address,
        "attribution": imprint.attribution,
        "links": [{"rel": "about", "href": imprint.home, "title": imprint.title}],
    }


def feature(event: EventEntry, imprint: Imprint) -> dict:
    """One event as a feature."""
    made = {
        "type": "Feature",
        "id": event.id,
        "geometry": point_of(event.lat, event.lon),
        "properties": _properties(event, imprint),
    }
    if event.when.span is not None:
        made["when"] = {"timespans": [timespan_of(event.when.span)]}
    return made


def _properties(event: EventEntry, imprint: Imprint) -> dict:
    place = event.place
    return {
        "title": titled(event, imprint.language),
        "title_fa": event.title_fa,
        "summary": event.summary,
        "kind": event.kind,
        "theatre": event.theatre,
        "status": event.status,
        "sides": list(event.sides),
        "importance": event.importance,
        "date": event.when.display(imprint.language),
        "as_printed": event.when.as_printed,
        "edtf": event.when.edtf,
        "place": place.name if place else None,
        "uncertainty_km": event.uncertainty_km,
        "disputed": event.disputed,
        "people": [person.who.name for person in event.people],
        "forces": [force.who.name for force in event.forces],
        "citations": list(dict.fromkeys(claim.citation.text for claim in event.claims)),
        "url": imprint.address(event.url),
    }


def titled(record, language: str) -> str:
    """The title of an event or movement in the language, where it has one, else its own."""
    return (record.title_fa if language.startswith("fa") else "") or record.title


def point_of(lat: float | None, lon: float | None) -> dict | None:
    """A Point; coordinates are longitude first, as the format wants them. None where nobody knows."""
    if lat is None or lon is None:
        return None
    return {"type": "Point", "coordinates": [round(degrees, DECIMALS) for degrees in Point(lat, lon).lon_lat]}
