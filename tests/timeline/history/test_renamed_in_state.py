"""An address that names a renamed record in its state leads to the one that names it as it is called now."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import make_atlas, make_event, make_force, make_place, make_source
from timeline.models import FormerSlug

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def world(lasting):
    """Everything here was called "old-…" once; "old-day" is the slug of another event by now."""
    atlas = make_atlas()
    make_atlas("fork", title="The Fork", is_default=False)
    book, square = make_source("book"), make_place("square")
    make_event(atlas, "entry", on="1909-07-13", place=square, source=book)
    make_event(atlas, "old-day", on="1909-07-14", source=book)
    make_force("horse")
    for kind, new in (
        ("event", "entry"),
        ("place", "square"),
        ("force", "horse"),
        ("source", "book"),
        ("atlas", "fork"),
    ):
        FormerSlug.objects.create(kind=kind, old=f"old-{new}", new=new)
    FormerSlug.objects.create(kind="event", old="old-day", new="entry")


LED = {
    "at=event:old-entry": "at=event:entry",
    "day=1909-07-13&at=event:old-entry&lanes=side": "day=1909-07-13&at=event:entry&lanes=side",
    "place=old-square&force=old-horse&force=horse": "place=square&force=horse&force=horse",
    "according_to=old-book&compare=old-book": "according_to=book&compare=book",
    "at=place:old-square&q=old-square": "at=place:square&q=old-square",
}


@pytest.mark.parametrize("page", ["/", "/a/revolution/", "/embed/a/revolution/"])
@pytest.mark.parametrize("asked", LED)
def test_the_atlas_is_led_to_the_present_names(world, client, page, asked):
    answer = client.get(f"{page}?{asked}")
    assert (answer.status_code, answer.headers.get("Location")) == (301, f"{page}?{LED[asked]}")


STAYS = [
    "",
    "at=event:entry",
    "at=event:old-day",
    "at=event:nowhere",
    "at=old-entry",
    "at=side:old-entry",
    "side=old-horse",
]


@pytest.mark.parametrize("asked", STAYS)
def test_what_names_no_renamed_record_stays(world, client, asked):
    assert client.get(f"/?{asked}").status_code == 200


@pytest.mark.parametrize(("asked", "queries"), [("", 0), ("day=1909-07-13", 0), ("at=event:entry&place=square", 1)])
def test_only_a_view_that_names_a_record_asks_for_former_names(world, client, asked, queries):
    with CaptureQueriesContext(connection) as captured:
        client.get(f"/?{asked}")
    assert sum("formerslug" in query["sql"] for query in captured) == queries


FILTERED = {
    "/api/v1/events/?place=old-square": ["entry"],
    "/api/v1/events/?force=old-horse": [],
    "/api/v1/events/?source=old-book&source=book": ["entry", "old-day"],
    "/api/v1/events/?atlas=old-fork": [],
    "/api/v1/events/?according_to=old-book": ["entry", "old-day"],
}


@pytest.mark.parametrize("address", FILTERED)
def test_filters_know_the_earlier_names(world, client, address):
    answer = client.get(address)
    assert answer.status_code == 200, answer.content
    assert [event["id"] for event in json.loads(answer.content)["results"]] == FILTERED[address]


def test_a_list_of_a_renamed_atlas_is_framed_by_it(world, client):
    assert "The Fork" in client.get("/events/?atlas=old-fork").content.decode()
    assert "The Fork" not in client.get("/events/?atlas=nowhere").content.decode()


def test_a_name_that_nothing_ever_had_is_refused(world, client):
    answer = client.get("/api/v1/events/?place=old-nowhere")
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "unknown_slug")
