"""How a GeoJSON document looks."""

from typing import Any, NotRequired, TypedDict


class LinkBody(TypedDict):
    """What a document is about: the atlas, by its address."""

    rel: str
    href: str
    title: str


class FeatureBody(TypedDict):
    """One record. geometry: longitude first, null where nobody knows; when: {"timespans": [{start, end}]}, each edge
    with `in`, or `earliest` and `latest`, as ISO days; missing where nothing dates it."""

    type: str
    id: str
    geometry: dict[str, Any] | None
    properties: dict[str, Any]
    when: NotRequired[dict[str, Any]]


class FeatureCollectionBody(TypedDict):
    """A FeatureCollection (RFC 7946) with its title, licence and attribution."""

    type: str
    title: str
    license: str
    attribution: str
    links: list[LinkBody]
    features: list[FeatureBody]


PlaceFeatureBody = TypedDict(
    "PlaceFeatureBody",
    {
        "@id": str,
        "type": str,
        "properties": dict[str, Any],
        "when": dict[str, Any],
        "names": list[dict[str, Any]],
        "types": list[dict[str, Any]],
        "geometry": dict[str, Any] | None,
        "relations": NotRequired[list[dict[str, Any]]],
        "links": NotRequired[list[dict[str, Any]]],
    },
)

LinkedPlacesBody = TypedDict(
    "LinkedPlacesBody",
    {
        "type": str,
        "title": str,
        "license": str,
        "attribution": str,
        "links": list[LinkBody],
        "@context": str,
        "features": list[PlaceFeatureBody],
    },
)
