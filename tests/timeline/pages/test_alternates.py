"""Pages name their feeds and documents, with the filters of the page, and what they name answers."""

import html
import re

import pytest

from tests.factories import make_atlas, make_event, make_movement, make_place

pytestmark = pytest.mark.django_db

FEEDS = {"application/feed+json": "/feed.json", "application/atom+xml": "/feed.atom"}
LINK = re.compile(r'<link rel="alternate" type="([^"]+)" href="([^"]+)" title="([^"]+)">')


@pytest.fixture
def written(atlas):
    make_event(atlas, "capture", on="1909-07-13", place=make_place("tehran"), disputed=True)
    make_movement(atlas, "march")


def named(client, address: str) -> dict[str, str]:
    """The addresses of the feeds and documents that a page can be read as, by media type."""
    page = client.get(address).content.decode()
    return {kind: html.unescape(href) for kind, href, title in LINK.findall(page) if title and "oembed" not in kind}


@pytest.mark.parametrize(
    ("page", "question", "document"),
    [
        ("/", "", "events.geojson"),
        ("/a/revolution/", "", "events.geojson"),
        ("/chronology/", "", "events.geojson"),
        ("/events/?kind=battle&kind=siege&from=1909-07", "?from=1909-07&kind=battle&kind=siege", "events.geojson"),
        ("/events/?q=%D8%AA%D9%87%D8%B1%D8%A7%D9%86&after=x", "", "events.geojson"),
        ("/events/?q=a%26b%22%3Cc&ordering=title", "?q=a%26b%22%3Cc", "events.geojson"),
        ("/chronology/?kind=&side=&q=&from=1909", "?from=1909", "events.geojson"),
        ("/events/?kind=fight&from=1909", "", "events.geojson"),
        ("/events/?atlas=nowhere", "", "events.geojson"),
        ("/events/?utm_source=x&on=1909-07-13", "?on=1909-07-13", "events.geojson"),
        ("/movements/?disputed=false", "?disputed=false", "movements.geojson"),
        ("/events/capture/", "", None),
        ("/places/?q=tehran&kind=city", "?q=tehran", "places.geojson"),
        ("/people/?q=tehran", "", None),
    ],
)
def test_a_page_names_its_feeds_with_its_filters(client, written, page, question, document):
    addresses = {kind: f"{address}{question}" for kind, address in FEEDS.items()}
    if document:
        addresses["application/geo+json"] = f"/api/v1/{document}{question}"
    assert named(client, page) == addresses


def test_what_a_page_names_answers(client, written):
    for address in named(client, "/events/?kind=battle&from=1909-07&disputed=true").values():
        assert client.get(address).status_code == 200


def test_another_atlas_has_feeds_of_its_own(client, written):
    make_atlas("other", is_default=False)
    for page in ("/a/other/", "/events/?atlas=other"):
        assert {address.partition("?")[2] for address in named(client, page).values()} == {"atlas=other"}


@pytest.mark.parametrize("page", ["/events/", "/chronology/"])
def test_a_list_of_events_can_be_taken_along_as_it_is_filtered(client, written, page):
    made = client.get(f"{page}?kind=battle&after=x&disputed=true").content.decode().partition('class="taken-along"')[2]
    links = [html.unescape(href) for href in re.findall(r'<a href="([^"]+)" type=', made)]
    assert len(links) == 5
    assert {href.partition("?")[2] for href in links} == {""}
    made = client.get(f"{page}?kind=battle&disputed=true").content.decode().partition('class="taken-along"')[2]
    for href in re.findall(r'<a href="([^"]+)" type=', made):
        assert href.endswith("?kind=battle&amp;disputed=true")
        assert client.get(html.unescape(href)).status_code == 200
