"""JSON Feed and Atom: what their specifications ask, read by others; nothing of a record is markup."""

import json
import re
from pathlib import Path
from typing import get_type_hints

import feedparser
import pytest
from defusedxml.ElementTree import fromstring
from jsonschema import Draft202012Validator

from tests.timeline.feeds.documents import SITE, Tags, page
from tests.timeline.feeds.entries import CHANGED, disputed, event, hostile, place
from tests.timeline.feeds.json_feed_schema import JSON_FEED
from timeline.feeds import atom, jsonfeed

DOCUMENT = Path(__file__).parents[3] / "docs" / "feeds.md"
ATOM = "{http://www.w3.org/2005/Atom}"
WRITTEN = {"p": (), "br": (), "ul": (), "li": (), "a": ("href",)}
EVENTS = [event(), disputed(), event("undated", "", place=None, lat=None, lon=None, published_on=None), *hostile()]


def as_json(events, feed_page) -> dict:
    return json.loads(json.dumps(jsonfeed.feed(events, feed_page)))


@pytest.mark.parametrize("language", ["en", "fa"])
@pytest.mark.parametrize("events", [EVENTS, []], ids=["events", "none"])
def test_a_json_feed_is_as_specified(events, language):
    feed = as_json(events, page(language))
    assert [error.message for error in Draft202012Validator(JSON_FEED).iter_errors(feed)] == []


def test_the_schema_refuses_what_the_specification_does():
    feed = as_json(EVENTS, page())
    for change in ({"version": "1"}, {"items": [{"id": 5}]}, {"authors": [{}]}, {"next_url": "after"}, {"more": 1}):
        assert list(Draft202012Validator(JSON_FEED).iter_errors(feed | change)), change


def test_a_json_feed_names_its_licence_its_home_and_the_next_page():
    feed = as_json(EVENTS, page())
    assert feed["next_url"] == f"{SITE}/feed?after=x"
    assert "next_url" not in as_json(EVENTS, page(following=None))
    assert feed["authors"] == [{"name": "The Revolution", "url": f"{SITE}/"}]
    assert feed["_licence"]["url"] == "https://creativecommons.org/licenses/by/4.0/"
    assert feed["_licence"]["about"] == f"{SITE}/api/docs/#FeedLicence"


def test_history_stands_in_the_extension_and_not_in_the_dates_of_the_item():
    item = as_json([event()], page())["items"][0]
    assert item["date_published"] == item["date_modified"] == CHANGED.isoformat()
    assert item["tags"] == ["battle", "Tehran", "Royalists"]
    told = item["_event"]
    assert told["when"]["earliest"] == told["when"]["latest"] == "1909-07-13"
    assert (told["id"], told["display"], told["lat"], told["sides"]) == (
        "capture",
        "13 July 1909",
        35.69,
        ["royalists"],
    )
    assert told["about"] == f"{SITE}/api/docs/#FeedEvent"
    assert told["api"] == f"{SITE}/api/v1/events/capture/"


@pytest.mark.parametrize("write", [as_json, lambda *given: atom.feed(*given).decode()], ids=["json", "atom"])
def test_a_disputed_event_names_each_date_and_who_says_so(write):
    assert "13 July 1909 (Browne) or 16 July 1909 (Kasravi)" in str(write([disputed()], page()))


def test_a_place_that_is_not_quite_the_place_is_worded_so():
    item = as_json([event(place=place(relation="near"))], page("fa"))["items"][0]
    assert "near تهران" in item["content_text"]


@pytest.mark.parametrize("language", ["en", "fa"])
@pytest.mark.parametrize("events", [EVENTS, []], ids=["events", "none"])
def test_an_atom_feed_is_read_without_a_complaint(events, language):
    read = feedparser.parse(
        atom.feed(events, page(language)), response_headers={"content-type": "application/atom+xml"}
    )
    assert (read.bozo, read.version) == (False, "atom10")
    assert read.feed.id == f"{SITE}/feed"
    assert read.feed.language == language
    links = {link["rel"]: link["href"] for link in read.feed.links}
    assert links == {
        "self": f"{SITE}/feed",
        "alternate": f"{SITE}/",
        "first": f"{SITE}/feed",
        "next": f"{SITE}/feed?after=x",
        "license": "https://creativecommons.org/licenses/by/4.0/",
    }
    assert len({entry.id for entry in read.entries}) == len(read.entries) == len(events)
    for entry in read.entries:
        assert entry.updated == CHANGED.isoformat()
        assert entry.link.startswith(f"{SITE}/events/")


def test_an_atom_feed_has_what_rfc_4287_asks_of_feeds_and_entries():
    root = fromstring(atom.feed(EVENTS, page()))
    once = {"id", "title", "updated"}
    for element in (root, *root.iter(f"{ATOM}entry")):
        names = [child.tag.removeprefix(ATOM) for child in element]
        assert all(names.count(name) == 1 for name in once)
        assert names.count("published") <= 1
        alternates = [
            (link.get("type"), link.get("hreflang")) for link in element.findall(f"{ATOM}link[@rel='alternate']")
        ]
        assert len(alternates) == len(set(alternates))
        assert all(child.get("term") for child in element.findall(f"{ATOM}category"))
    assert root.find(f"{ATOM}author/{ATOM}name").text
    assert root.find(f"{ATOM}entry/{{http://www.georss.org/georss}}point").text == "35.69 51.42"


def test_nothing_of_a_hostile_record_is_markup():
    for item in as_json(hostile(), page())["items"]:
        held = Tags(item["content_html"])
        assert all(WRITTEN.get(tag) == attributes for tag, attributes in held.tags), item["id"]
        assert item["title"] == item["summary"]
    for entry in fromstring(atom.feed(hostile(), page())).iter(f"{ATOM}entry"):
        held = Tags(entry.find(f"{ATOM}content").text)
        assert all(WRITTEN.get(tag) == attributes for tag, attributes in held.tags)
        assert entry.find(f"{ATOM}title").get("type", "text") == "text"


def test_a_hostile_title_of_an_atlas_stays_a_title():
    for event_ in hostile():
        read = feedparser.parse(atom.feed([], page(title=event_.title)))
        assert not read.bozo
        assert read.feed.title_detail.type == "text/plain"


def test_the_document_explains_every_field_of_the_extension_and_no_other():
    document = DOCUMENT.read_text(encoding="utf-8").partition("## The extension `_event`")[2].partition("\n## ")[0]
    assert re.findall(r"^\| `(\w+)` \|", document, re.MULTILINE) == list(get_type_hints(jsonfeed.FeedEventBody))
