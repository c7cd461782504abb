"""Writes records as schema.org JSON-LD."""

from collections.abc import Callable

from timeline.chronicle.entries import EventEntry
from timeline.chronicle.named_entries import BearerEntry, PlaceEntry, SourceEntry

Absolute = Callable[[str], str]
CONTEXT = "https://schema.org"


def event_data(event: EventEntry, absolute: Absolute) -> dict:
    """An Event; its days as EDTF, which for a plain day is ISO 8601."""
    body = {
        "@context": CONTEXT,
        "@type": "Event",
        "@id": absolute(event.url),
        "url": absolute(event.url),
        "name": event.title,
        "description": event.summary,
        "inLanguage": "en",
        "dateModified": event.modified.isoformat(),
    }
    if event.title_fa:
        body["alternateName"] = {"@value": event.title_fa, "@language": "fa"}
    if event.when.edtf:
        first, _slash, last = event.when.edtf.partition("/")
        body["temporalCoverage"] = event.when.edtf
        body["startDate"] = first
        if last:
            body["endDate"] = last
    if event.place:
        body["location"] = _located(event.place, absolute)
    people = [
        {"@type": "Person" if kind == "person" else "Organization", "name": row.who.name, "url": absolute(row.who.url)}
        for kind, rows in (("person", event.people), ("force", event.forces))
        for row in rows
    ]
    if people:
        body["attendee"] = people
    body["citation"] = list(dict.fromkeys(claim.citation.text for claim in event.claims))
    return {key: value for key, value in body.items() if value}


def place_data(place: PlaceEntry, absolute: Absolute) -> dict:
    """A Place."""
    return {"@context": CONTEXT, **_located(place, absolute)}


def bearer_data(bearer: BearerEntry, absolute: Absolute) -> dict:
    """A Person or an Organization."""
    return {
        "@context": CONTEXT,
        "@type": "Person" if bearer.type == "person" else "Organization",
        "@id": absolute(bearer.url),
        "url": absolute(bearer.url),
        "name": bearer.name,
        "alternateName": [name.text for name in bearer.variants if name.text != bearer.name],
    }


def source_data(source: SourceEntry, absolute: Absolute) -> dict:
    """A CreativeWork."""
    body = {
        "@context": CONTEXT,
        "@type": "CreativeWork",
        "@id": absolute(source.url),
        "url": absolute(source.url),
        "name": source.title,
        "author": list(source.authors),
        "isPartOf": source.container,
        "datePublished": source.issued,
        "inLanguage": source.language,
    }
    return {key: value for key, value in body.items() if value}


def _located(place, absolute: Absolute) -> dict:
    body = {
        "@type": "Place",
        "@id": absolute(place.url),
        "url": absolute(place.url),
        "name": place.name,
        "alternateName": [name for language, name in place.names.items() if language != "en"],
    }
    if place.lat is not None:
        body["geo"] = {"@type": "GeoCoordinates", "latitude": place.lat, "longitude": place.lon}
    return body
