"""Writes events as GeoJSON (RFC 7946), with their days as `when` timespans beside the properties.

The timespans are those of GeoJSON-T and Linked Places: start and end, each with `earliest` and
`latest` or, where one day is known, `in`.
"""

from collections.abc import Iterable, Iterator

from chronology.iso import to_iso
from timeline.chronicle.entries import EventEntry
from timeline.chronicle.named_entries import PlaceEntry
from timeline.chronicle.values import PlaceMention, When
from timeline.feeds.imprint import Imprint
from timeline.feeds.json_text import document
from timeline.feeds.lines import position
from timeline.feeds.timespans import timespan_of


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
        **outer_days(event.when),
        "as_printed": event.when.as_printed,
        "edtf": event.when.edtf,
        "place": name_in(place, imprint.language) if place else None,
        "uncertainty_km": event.uncertainty_km,
        "disputed": event.disputed,
        "people": [person.who.name for person in event.people],
        "forces": [force.who.name for force in event.forces],
        "citations": list(dict.fromkeys(claim.citation.text for claim in event.claims)),
        "url": imprint.address(event.url),
    }


def outer_days(when: When) -> dict[str, str | None]:
    """The first and the last day that are possible, as programs take them that know no `when`."""
    first, last = (when.span.earliest, when.span.latest) if when.span else (None, None)
    return {name: None if day is None else to_iso(day) for name, day in (("earliest", first), ("latest", last))}


def titled(record, language: str) -> str:
    """The title of an event or movement in the language, where it has one, else its own."""
    return (record.title_fa if language.startswith("fa") else "") or record.title


def name_in(place: PlaceMention | PlaceEntry, language: str) -> str:
    """The name of a place in the language, where it has one, else its own."""
    return place.names.get(language.partition("-")[0], "") or place.name


def point_of(lat: float | None, lon: float | None) -> dict | None:
    """A Point; None where nobody knows."""
    if lat is None or lon is None:
        return None
    return {"type": "Point", "coordinates": list(position(lat, lon))}
