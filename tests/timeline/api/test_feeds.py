"""The feeds, asked for: pages that tell nothing twice, titles that say the filter, refusals."""

import feedparser
import pytest
from django.http import QueryDict
from jsonschema import Draft202012Validator

from tests.factories import make_atlas, make_event
from tests.timeline.feeds.json_feed_schema import JSON_FEED
from timeline.api.formats.register import FEEDS
from timeline.feeds.imprint import imprint_of
from timeline.filter_reading import event_filter
from timeline.models import Event

pytestmark = pytest.mark.django_db


@pytest.fixture
def five(atlas, monkeypatch):
    monkeypatch.setattr("timeline.api.formats.feeds.FEED_LENGTH", 2)
    return [make_event(atlas, f"e{number}", on="1909-07-13") for number in range(5)]


def told(feed: dict) -> list[str]:
    return [item["_event"]["id"] for item in feed["items"]]


def test_a_record_changed_between_two_pages_is_not_told_twice(client, five):
    first = client.get("/feed.json").json()
    # The last of the page: the next one would have gone on from it.
    five[3].save()
    second = client.get(first["next_url"]).json()
    third = client.get(second["next_url"]).json()
    assert [told(page) for page in (first, second, third)] == [["e4", "e3"], ["e2", "e1"], ["e0"]]
    assert told(client.get("/feed.json").json())[0] == "e3"


def test_a_record_withdrawn_between_two_pages_does_not_break_them(client, five):
    first = client.get("/feed.json").json()
    Event.objects.filter(slug="e3").update(publication="withdrawn")
    assert told(client.get(first["next_url"]).json()) == ["e2", "e1"]


def test_records_of_one_moment_are_all_told(client, five):
    Event.objects.update(modified=five[0].modified)
    address, found = "/feed.json?status=happened", []
    while address:
        page = client.get(address).json()
        found += told(page)
        address = page.get("next_url")
    assert found == ["e4", "e3", "e2", "e1", "e0"]


def test_the_pages_of_atom_lead_both_ways(client, five):
    def links(address: str) -> dict[str, str]:
        return {link["rel"]: link["href"] for link in feedparser.parse(client.get(address).content).feed.links}

    first = links("/feed.atom?kind=battle")
    second = links(first["next"])
    third = links(second["next"])
    start = "http://testserver/feed.atom?kind=battle"
    assert "previous" not in first
    assert "next" not in third
    assert second["previous"] == start
    assert third["previous"] == first["next"]
    assert {page["first"] for page in (first, second, third)} == {start}
    ids = {feedparser.parse(client.get(address).content).feed.id for address in (start, first["next"], second["next"])}
    assert ids == {start}


def test_a_feed_is_of_an_atlas_and_a_filter_and_says_so(client, atlas):
    make_event(atlas, "fight", on="1909-07-13", kind="battle")
    make_event(atlas, "talk", on="1909-07-13", kind="politics")
    make_event(make_atlas("other", title="The Other", is_default=False), "there", on="1800")
    feed = client.get("/feed.json?kind=battle&on=1909-07-13").json()
    assert (feed["title"], told(feed)) == ("The Revolution: battles, 13 July 1909", ["fight"])
    other = client.get("/feed.json?atlas=other").json()
    assert (other["title"], told(other), other["home_page_url"]) == (
        "The Other",
        ["there"],
        "http://testserver/a/other/",
    )
    atom = feedparser.parse(client.get("/feed.atom?kind=battle&on=1909-07-13").content)
    assert (atom.feed.title, len(atom.entries)) == ("The Revolution: battles, 13 July 1909", 1)


@pytest.mark.parametrize("language", ["en", "fa", "ru"])
def test_both_feeds_are_sound_in_every_language(client, fill, language):
    fill(2)
    feed = client.get(f"/feed.json?lang={language}").json()
    assert list(Draft202012Validator(JSON_FEED).iter_errors(feed)) == []
    response = client.get(f"/feed.atom?lang={language}")
    assert response["Content-Type"] == "application/atom+xml"
    read = feedparser.parse(response.content)
    assert (read.bozo, read.feed.language, len(read.entries)) == (False, language, 2)


def test_a_feed_of_nothing_is_a_feed(client, atlas):
    feed = client.get("/feed.json").json()
    assert list(Draft202012Validator(JSON_FEED).iter_errors(feed)) == []
    assert not feedparser.parse(client.get("/feed.atom").content).bozo


@pytest.mark.parametrize("address", ["/feed.json", "/feed.atom"])
@pytest.mark.parametrize(
    ("query", "code", "field"),
    [
        ("kinds=battle", "unknown_parameter", "kinds"), ("kind=fight", "bad_choice", "kind"),
        ("page_size=5", "unknown_parameter", "page_size"), ("lang=de", "bad_language", "lang"),
        ("after=e3", "bad_cursor", "after"), ("after=20260101T000000000000Z", "bad_cursor", "after"),
        ("after=20261301T000000000000Z-1", "bad_cursor", "after"), ("after=-1", "bad_cursor", "after"),
        ("after=20260101T000000000000Z-99999999999999999999", "bad_cursor", "after"),
        ("after=20260101T000000000000Z-%D9%A1", "bad_cursor", "after"), ("after=", "empty_value", "after"),
    ],
)  # fmt: skip
def test_what_is_no_question_is_refused(client, atlas, address, query, code, field):
    response = client.get(f"{address}?{query}")
    assert response.status_code == 400, response.content
    assert (response.json()["error"]["code"], response.json()["error"]["field"]) == (code, field)


@pytest.mark.parametrize("address", ["/feed.json", "/feed.atom"])
def test_a_page_takes_the_same_queries_however_much_is_on_it(client, fill, address, django_assert_max_num_queries):
    fill(1)
    with django_assert_max_num_queries(30) as one:
        client.get(address)
    fill(10)
    with django_assert_max_num_queries(len(one)):
        client.get(address)


def test_the_extensions_are_described_where_they_say(client, atlas):
    make_event(atlas, "capture", on="1909-07-13")
    feed = client.get("/feed.json").json()
    page = client.get("/api/docs/").content.decode()
    for extension in (feed["_licence"], feed["items"][0]["_event"]):
        address, _hash, name = extension["about"].removeprefix("http://testserver").partition("#")
        assert address == "/api/docs/"
        section = page.partition(f'<section id="{name}">')[2].partition("</section>")[0]
        assert all(f"<code>{field}</code>" in section for field in extension)


def test_a_copy_of_the_site_can_hold_the_first_page(atlas):
    make_event(atlas, "capture", on="1909-07-13")
    asked, _problems = event_filter(QueryDict())
    for view in FEEDS:
        (text,) = view().document(asked, imprint_of([atlas], lambda path: f"https://atlas.example{path}"))
        assert b"https://atlas.example/events/capture/" in text
