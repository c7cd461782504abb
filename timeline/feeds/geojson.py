"""Writes events as GeoJSON (RFC 7946), with their days as `when` timespans beside the properties.

The timespans are those of GeoJSON-T and Linked Places: start and end, each with `earliest` and
`latest` or, where one day is known, `in`.
"""

from collections.abc import Callable, Iterable

from chronology.iso import to_iso
from geo.points import Point
from timeline.chronicle.entries import EventEntry
from timeline.chronicle.values import When

LICENCE_ADDRESSES = {
    "CC BY 4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC0 1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
}


def collection(
    events: Iterable[EventEntry],
    *,
    title: str,
    licence: str,
    address: Callable[[str], str],
    language: str = "en",
) -> dict:
    """A FeatureCollection; `address` makes an absolute URL of a path. Without a point geometry is null."""
    return {
        "type": "FeatureCollection",
        "title": title,
        "license": LICENCE_ADDRESSES.get(licence, licence),
        "attribution": title,
        "features": [feature(event, address, language) for event in events],
    }


def feature(event: EventEntry, address: Callable[[str], str], language: str = "en") -> dict:
    """One event as a feature; coordinates are longitude first, as the format wants them."""
    point = None
    if event.lat is not None and event.lon is not None:
        point = {"type": "Point", "coordinates": list(Point(event.lat, event.lon).lon_lat)}
    made = {
        "type": "Feature",
        "id": event.id,
        "geometry": point,
        "properties": {
            "title": event.title,
            "title_fa": event.title_fa,
            "summary": event.summary,
            "kind": event.kind,
            "theatre": event.theatre,
            "status": event.status,
            "sides": list(event.sides),
            "importance": event.importance,
            "date": event.when.display(language),
            "as_printed": event.when.as_printed,
            "edtf": event.when.edtf,
            "place": event.place.name if event.place else None,
            "uncertainty_km": event.uncertainty_km,
            "disputed": event.disputed,
            "people": [person.who.name for person in event.people],
            "forces": [force.who.name for force in event.forces],
            "citations": list(dict.fromkeys(claim.citation.text for claim in event.claims)),
            "url": address(event.url),
        },
    }
    if timespan := _timespan(event.when):
        made["when"] = {"timespans": [timespan]}
    return made


def _timespan(when: When) -> dict | None:
    if when.span is None:
        return None
    first, begun, ending, last = when.span.numbers
    span = {"start": _edge(first, begun)}
    if not when.span.is_instant:
        span["end"] = _edge(ending, last)
    return {edge: days for edge, days in span.items() if days}


def _edge(earliest: int | None, latest: int | None) -> dict:
    if earliest is not None and earliest == latest:
        return {"in": to_iso(earliest)}
    days = {"earliest": earliest, "latest": latest}
    return {name: to_iso(day) for name, day in days.items() if day is not None}
