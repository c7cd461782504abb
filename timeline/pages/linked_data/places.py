"""Writes places, persons and forces as schema.org Place, Person and Organization."""

from timeline.chronicle.named_entries import BearerEntry, PlaceEntry
from timeline.chronicle.values import PlaceMention
from timeline.pages.linked_data.graph import Absolute, in_language, page_graph, thing_at


def located(place: PlaceEntry | PlaceMention, absolute: Absolute) -> dict:
    """The place with its point, where one is known, and how far from there it may have been."""
    body = {
        **thing_at(place.url, absolute, "Place", "place"),
        "name": place.name,
        "alternateName": in_language(place.names),
    }
    if place.lat is not None:
        body["geo"] = {"@type": "GeoCoordinates", "latitude": place.lat, "longitude": place.lon}
    if place.lat is not None and place.uncertainty_km:
        body["additionalProperty"] = {
            "@type": "PropertyValue",
            "name": "uncertainty",
            "value": place.uncertainty_km,
            "unitCode": "KMT",
        }
    return {key: value for key, value in body.items() if value}


def place_data(place: PlaceEntry, absolute: Absolute) -> dict:
    """The page of a place and the place, within the one that holds it."""
    parent = place.parent
    holder = {**thing_at(parent.url, absolute, "Place", "place"), "name": parent.name} if parent else None
    body = {
        **located(place, absolute),
        "alternateName": [*in_language(place.names), *_spellings(place.variants, place)],
        "containedInPlace": holder,
    }
    return page_graph(
        place.url, absolute, name=place.name, thing=body, dateModified=place.modified.isoformat(), inLanguage="en"
    )


def bearer_data(bearer: BearerEntry, absolute: Absolute) -> dict:
    """The page of a person or force and the person or force."""
    kind = ("Person", "person") if bearer.type == "person" else ("Organization", "force")
    parent = bearer.parent
    body = {
        **thing_at(bearer.url, absolute, *kind),
        "name": bearer.name,
        "alternateName": [*in_language(bearer.names), *_spellings(bearer.variants, bearer)],
        "description": bearer.note,
        "parentOrganization": {**thing_at(parent.url, absolute, *kind), "name": parent.name} if parent else None,
    }
    return page_graph(
        bearer.url, absolute, name=bearer.name, thing=body, dateModified=bearer.modified.isoformat(), inLanguage="en"
    )


def _spellings(variants, bearer) -> list[str]:
    known = {bearer.name, *bearer.names.values()}
    return list(dict.fromkeys(name.text for name in variants if name.text not in known))
