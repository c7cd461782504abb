"""Writes places as GeoJSON (RFC 7946), with every spelling and how each came by its point."""

from collections.abc import Iterable, Iterator

from timeline.chronicle.named_entries import PlaceEntry
from timeline.feeds.geojson import head_of, name_in, point_of
from timeline.feeds.imprint import Imprint
from timeline.feeds.json_text import document


def written(places: Iterable[PlaceEntry], imprint: Imprint) -> Iterator[str]:
    """A FeatureCollection in parts; without a point geometry is null."""
    return document(head_of(imprint), "features", (feature(place, imprint) for place in places))


def feature(place: PlaceEntry, imprint: Imprint) -> dict:
    """One place as a feature; `name_fa` and the like are its names in other languages."""
    return {
        "type": "Feature",
        "id": place.id,
        "geometry": point_of(place.lat, place.lon),
        "properties": {
            "title": name_in(place, imprint.language),
            **{f"name_{language}": name for language, name in sorted(place.names.items())},
            "spellings": list(dict.fromkeys(name.text for name in place.variants)),
            "kind": place.kind,
            "uncertainty_km": place.uncertainty_km,
            "lies_in": place.parent.name if place.parent else None,
            "gazetteer_id": place.gazetteer_id,
            "geocoder": place.geocoder,
            "basis": place.basis,
            "events": place.events_count,
            "url": imprint.address(place.url),
        },
    }
