"""Every address that the API describes stands in one chapter of its page."""

import pytest

from timeline.api.chapters import CHAPTERS, chapter_of, coded, in_chapters


@pytest.mark.parametrize(
    ("address", "chapter"),
    [
        ("/api/v1/events/", "records"),
        ("/api/v1/events/{slug}/", "records"),
        ("/api/v1/window/", "questions"),
        ("/api/v1/events.geojson", "documents"),
        ("/api/v1/atlases/{slug}/whole.json", "documents"),
        ("/feed.json", "documents"),
        ("/events/{slug}.json", "beside"),
        ("/events/{slug}/cite.{style}", "beside"),
        ("/oembed", "beside"),
        ("/api/v1/", "itself"),
        ("/api/v1/schema/", "itself"),
    ],
)
def test_an_address_has_its_chapter(address, chapter):
    assert chapter_of(address) == chapter


def test_chapters_hold_every_operation_once_in_order_and_none_is_empty():
    given = [{"address": address} for address in ("/oembed", "/api/v1/places/", "/api/v1/events/", "/feed.json")]
    told = in_chapters(given)
    assert [(chapter["id"], [each["address"] for each in chapter["operations"]]) for chapter in told] == [
        ("records", ["/api/v1/events/", "/api/v1/places/"]),
        ("documents", ["/feed.json"]),
        ("beside", ["/oembed"]),
    ]
    assert {chapter["id"] for chapter in told} <= set(CHAPTERS)


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("A day.", [("A day.", False)]),
        ("Counted in `LEFT-OUT`.", [("Counted in ", False), ("LEFT-OUT", True), (".", False)]),
        ("`on` a day", [("on", True), (" a day", False)]),
        ("", []),
    ],
)
def test_what_stands_between_backticks_is_code(words, parts):
    assert coded(words) == parts
