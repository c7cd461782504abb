"""Whole documents take the filters of their kind, and no others."""

import json

import pytest
from django.test import Client


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


@pytest.mark.parametrize(
    ("address", "query"),
    [("movements.geojson", "kind=battle"), ("places.geojson", "from=1909"), ("linked-places.json", "side=royalists")],
)
def test_what_a_kind_has_not_is_refused_by_name(hard_atlas, address, query):
    response = Client().get(f"/api/v1/{address}?{query}")
    assert response.status_code == 400
    error = response.json()["error"]
    assert (error["code"], error["field"]) == ("unknown_parameter", query.partition("=")[0])
