"""Every address refuses every bad value of everything it takes, by name, and takes the good ones together."""

import pytest
from django.core.cache import cache
from django.db import transaction

from tests.timeline.api.every_address import every_address, question_of
from tests.timeline.api.small_atlas import small_atlas

pytestmark = pytest.mark.django_db

ADDRESSES = every_address()
# What a parameter can't be.
BAD = {
    "atlas": "nowhere",
    "from": "yesterday",
    "to": "1909-13",
    "on": "1909-02-30",
    "certainty": "maybe",
    "bbox": "60,30,44,40",
    "place": "atlantis",
    "near": "91,0",
    "radius_km": "-1",
    "side": "martians",
    "kind": "fight",
    "theatre": "moon",
    "force": "nobody",
    "person": "nobody",
    "source": "nowhere",
    "status": "done",
    "disputed": "maybe",
    "q": "' «» – ",
    "according_to": "nowhere",
    "event": "nothing",
    "movement": "nothing",
    "attribute": "colour",
    "explained_by": "magic",
    "page_size": "000000000050999",
    "ordering": "colour",
    "bins": "1001",
    "limit": "0",
    "calendar": "mayan",
    "year": "3001",
    "country": "Persia",
}
# Fifty different ones where there are so many, else one fifty times.
GOOD = {
    "atlas": "revolution",
    "on": [f"19{year:02}-07-13/19{year:02}-08" for year in range(50)],
    "bbox": [f"44,{south / 2},62,40" for south in range(50)],
    "q": [f"{number} e t a o i n s h r d l u" for number in range(50)],
    "place": "tehran",
    "side": "constitutionalists",
    "kind": "battle",
    "theatre": "tehran",
    "force": "cossacks",
    "person": "yeprem",
    "source": "wiki",
    "status": "happened",
    "disputed": "true",
    "event": "capture",
    "movement": "march",
    "attribute": "date",
}
# What is free text, and what one kind of address means by a word that others mean otherwise.
FREE = {("/api/v1/geocode/", "q"), ("/api/v1/disputes/", "kind"), ("/api/v1/disputes/", "status")}
# Read after everything else, or tested with the pages.
MANY = ("events", "movements", "places", "claims", "disputes")
LATER = {"lang", "after", "date"}


@pytest.fixture(scope="module", autouse=True)
def told(django_db_setup, django_db_blocker):
    """The records are made once for all tests of this file, and taken back after the last."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield small_atlas()
        transaction.set_rollback(True)


def taken(address: str) -> set[str]:
    return set(ADDRESSES[address].parameters) - LATER


def refused(client, address: str, query: dict) -> dict[str, dict]:
    """The problems of the answer by field."""
    cache.clear()
    response = client.get(address, query)
    assert response.status_code == 400, (address, query, response.status_code)
    assert response["Content-Type"] == "application/json"
    assert response["Cache-Control"] == "no-store"
    body = response.json()
    found = body.get("errors", [body["error"]])
    assert body["error"] == found[0]
    for error in found:
        assert set(error) == {"code", "message", "field", "value"}
        assert error["message"].endswith("."), error
    return {error["field"]: error for error in found}


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_bad_value_is_told_by_name(client, address):
    bad = {key: BAD[key] for key in taken(address) if (address, key) not in FREE}
    found = refused(client, address, question_of(address) | bad) if bad else {}
    assert set(found) >= set(bad)
    assert {key: found[key]["value"] for key in bad} == bad


@pytest.mark.parametrize("value", ["", "\x00", "x" * 201], ids=["empty", "nul", "long"])
@pytest.mark.parametrize("address", ADDRESSES)
def test_what_no_parameter_can_be_is_told_of_each(client, address, value):
    keys = taken(address)
    found = refused(client, address, question_of(address) | dict.fromkeys(keys, value)) if keys else {}
    assert set(found) == keys
    assert {error["code"] for error in found.values()} <= {"empty_value", "too_long"}


@pytest.mark.parametrize("address", ADDRESSES)
def test_what_an_address_does_not_take_is_refused_there(client, address):
    found = refused(client, address, question_of(address) | {"colour": "red", "lang": "xx"})
    assert {key: error["code"] for key, error in found.items()} == {
        "colour": "unknown_parameter",
        "lang": "bad_language",
    }
    for key in sorted(BAD.keys() - set(ADDRESSES[address].parameters))[:3]:
        assert refused(client, address, question_of(address) | {key: BAD[key]})[key]["code"] == "unknown_parameter"


@pytest.mark.parametrize(
    "address", [f"/api/v1/{kind}/" for kind in ("events", "movements", "places", "claims", "disputes")]
)
def test_as_many_values_as_may_be_given_are_answered(client, address):
    """Fifty of each at once: what a database makes of it is no fault of whoever asks."""
    many = {
        key: GOOD[key] if isinstance(GOOD[key], list) else [GOOD[key]] * 50
        for key in taken(address) & GOOD.keys()
        if (address, key) not in FREE
    }
    response = client.get(address, question_of(address) | many)
    assert response.status_code == 200, response.content[:500]


@pytest.mark.parametrize("address", [address for address, view in ADDRESSES.items() if "after" in view.parameters])
@pytest.mark.parametrize(
    "after", ["nobody-knows", "~", "~!!", "~bnVsbA", "~WzEsMiwzXQ", "~" + "A" * 500, "20090101T000000000000Z-x"]
)
def test_a_page_that_begins_nowhere_is_refused(client, address, after):
    error = refused(client, address, {"after": after})["after"]
    assert error["code"] in ("bad_cursor", "too_long")
