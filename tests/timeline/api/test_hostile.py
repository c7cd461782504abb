"""Hostile records: markup, marks of direction, ten thousand characters, formulas, holes. All come out as data."""

import json

import pytest
from django.db import transaction

from tests.factories import (
    make_atlas,
    make_claim,
    make_event,
    make_lesson,
    make_movement,
    make_participation,
    make_person,
    make_place,
    make_source,
)

SCRIPT = "</script><script>alert('x')</script><img src=x onerror=alert(1)>"
DIRECTION = "right\u202eto\u2066left\u200f"
FORMULA = '=HYPERLINK("https://example.org")'
LONG = "long " * 2000

ADDRESSES = [
    "/api/v1/events/",
    "/api/v1/movements/",
    "/api/v1/places/",
    "/api/v1/people/",
    "/api/v1/sources/",
    "/api/v1/claims/",
    "/api/v1/lessons/",
    "/api/v1/facets/",
    "/api/v1/window/?from=1900&to=1920",
    "/api/v1/positions/?on=1909-07-11",
    "/api/v1/atlases/revolution/whole.json",
    "/api/v1/events.geojson",
    "/api/v1/movements.geojson",
    "/api/v1/places.geojson",
    "/api/v1/linked-places.json",
    "/feed.json",
]


@pytest.fixture(scope="module", autouse=True)
def hostile(django_db_setup, django_db_blocker):
    """The records are made once for all tests of this file, and taken back after the last."""
    with django_db_blocker.unblock(), transaction.atomic():
        make_hostile_records(make_atlas())
        yield
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def _database(db):
    """Every test here reads the database."""


def make_hostile_records(atlas):
    nowhere = make_place("nowhere", name=SCRIPT[:200], latitude=None, longitude=None)
    source = make_source("source", title=SCRIPT, authors=[SCRIPT, "", ","], issued="not a date")
    for number, text in enumerate((SCRIPT, DIRECTION, FORMULA, LONG, "\u0000".replace("\u0000", " "), "🗺️ " * 500)):
        event = make_event(atlas, f"e{number}", title=text, title_fa=text, summary=text, place=nowhere, source=source)
        make_claim(event=event, source=source, note=text, gap=text[:200], as_printed=text[:300])
        make_participation(event=event, person=make_person(name=text[:200] or "?"))
        make_lesson(
            atlas, title=text[:200], summary=text, steps=({"title": text[:200], "text": text, "question": text},)
        )
    make_event(atlas, "undated", on="", place=None)
    make_event(atlas, "open", on="../1909", shape="span")
    make_event(atlas, "far", on="0001", place=nowhere)
    make_movement(atlas, "lost", title=SCRIPT, legs=((None, None, "", ""), (nowhere, None, "1909-07-11", "")))
    make_movement(atlas, "still", title=LONG, legs=((nowhere, nowhere, "1909-07-11", "1909-07-11"),))


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("language", ["en", "fa", "ru"])
def test_every_answer_is_sound(client, address, language):
    joint = "&" if "?" in address else "?"
    response = client.get(f"{address}{joint}lang={language}")
    assert response.status_code == 200, response.content[:500]
    assert "html" not in response["Content-Type"]
    assert response["X-Content-Type-Options"] == "nosniff"
    json.loads(response.content)


def test_texts_come_out_as_they_went_in(client):
    titles = {event["title"] for event in client.get("/api/v1/events/").json()["results"]}
    assert {SCRIPT, DIRECTION, FORMULA, LONG} <= titles


def test_an_unplaced_event_has_no_point(client):
    for event in client.get("/api/v1/atlases/revolution/whole.json").json()["events"]:
        assert (event["lat"], event["lon"]) == (None, None)


VALUES = [
    "'; DROP TABLE timeline_event; --", "%", "_", "\\", "<script>", "\u202e", "١٣٢٧", "💥", "a" * 200, "%00", "\ufffd",
]  # fmt: skip
KEYS = ["q", "side", "place", "from", "bbox", "near", "after", "ordering", "page_size", "atlas", "lang"]


@pytest.mark.parametrize("key", KEYS)
def test_no_value_of_a_parameter_breaks_the_server(client, key):
    for value in VALUES:
        response = client.get("/api/v1/events/", {key: value, **({} if key == "page_size" else {"page_size": 1})})
        assert response.status_code in (200, 400), value
        json.loads(response.content)


def test_wild_cards_of_sql_are_plain_characters(client):
    assert client.get("/api/v1/events/", {"q": "%"}).json()["count"] == 0
