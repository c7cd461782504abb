"""Whole documents of places and marches take every filter that events have."""

import json

import pytest


@pytest.fixture
def ids(fetched):
    """ids("places.geojson?q=tauris") are the last parts of what the features are called."""

    def found(address: str) -> set[str]:
        features = json.loads(fetched(address))["features"]
        return {(each.get("id") or each["@id"].rstrip("/").rpartition("/")[2]) for each in features}

    return found


PLACES = [
    ("q=tauris", set()),
    ("q=تبریز", {"tabriz"}),
    ("q=rasht&q=zanjan", {"rasht", "zanjan"}),
    ("bbox=46,38,47,39&q=tabriz", {"tabriz"}),
    ("bbox=172,50,174,54", {"attu"}),
    ("near=37.3,49.6&radius_km=20", {"rasht"}),
    ("according_to=browne", {"tabriz"}),
]


@pytest.mark.parametrize("address", ["places.geojson", "linked-places.json"])
@pytest.mark.parametrize(("query", "expected"), PLACES)
def test_places_are_restricted(ids, address, query, expected):
    assert ids(f"{address}?{query}") == expected


MOVEMENTS = [
    ("status=abandoned", {"legless"}),
    ("from=1909-06-01&to=1909-06-30&q=voyage", {"voyage/1"}),
    ("bbox=172,50,174,54", {"voyage/1"}),
]


@pytest.mark.parametrize(("query", "expected"), MOVEMENTS)
def test_movements_are_restricted(ids, query, expected):
    assert ids(f"movements.geojson?{query}") == expected
