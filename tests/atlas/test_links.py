"""Links of the shipped atlas's pages lead somewhere; the browser tests follow every one of them."""

from collections import Counter
from html.parser import HTMLParser
from pathlib import PurePosixPath
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from django.urls import resolve

from geo.models import Place
from timeline.at_hand import everything_at_hand
from timeline.models import Claim, Event, Force, Movement, Person, Source

FOLDERS = {
    "events": Event,
    "movements": Movement,
    "places": Place,
    "people": Person,
    "forces": Force,
    "sources": Source,
    "claims": Claim,
}
LISTS = ["/", "/chronology/", "/search/", "/search/?q=Tehran", "/atlases/", "/about/", "/about/reading/", "/disputes/"]
MISSING = "/no-such-page/"
# Of the links that one view answers with the same words asked, so many are followed.
ALIKE = 3
# Pages of one kind are alike, and a sample of them names most of the others: one in so many is read.
EVERY = {"events": 10, "movements": 6, "places": 9, "people": 9, "forces": 12, "sources": 1, "claims": 130}


class Page(HTMLParser):
    """The links and the ids of a page."""

    def __init__(self, markup: str):
        super().__init__()
        self.links: set[str] = set()
        self.ids: list[str] = []
        self.feed(markup)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if given.get("id"):
            self.ids.append(given["id"])
        if tag in ("a", "link") and given.get("href"):
            self.links.add(given["href"])


@pytest.fixture(scope="module")
def shipped(shipped_atlas) -> Client:
    """A reader of the shipped atlas."""
    return Client()


@pytest.fixture(scope="module")
def at_hand(shipped_atlas):
    """Nothing changes here, and no record need be read twice."""
    with everything_at_hand():
        yield


@pytest.fixture(scope="module")
def slugs(shipped) -> dict[str, set[str]]:
    return {
        folder: set(model.objects.published().values_list("key" if model is Claim else "slug", flat=True))
        for folder, model in FOLDERS.items()
    }


@pytest.fixture(scope="module")
def pages(shipped, slugs, at_hand) -> dict[str, Page]:
    """Address to page: every list, and a sample of the records of each kind."""
    addresses = [*LISTS, MISSING, *(f"/{folder}/" for folder in FOLDERS)]
    for folder, names in slugs.items():
        addresses += [f"/{folder}/{name}/" for name in sorted(names)[:: EVERY[folder]]]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("timeline.pages.maps._kept", lambda *_scene: '<svg class="plate-svg"></svg>')
        read = {}
        for address in addresses:
            response = shipped.get(address)
            assert response.status_code == (404 if address == MISSING else 200), address
            read[address] = Page(response.content.decode())
    return read


def test_the_shipped_atlas_is_read_in_every_kind(pages):
    assert len(pages) > 60


def test_every_link_to_a_record_names_a_published_one(pages, slugs):
    broken = []
    for address, page in pages.items():
        for link in page.links:
            parts = link.partition("#")[0].partition("?")[0].removeprefix("/api/v1").strip("/").split("/")
            if link.startswith("/") and len(parts) == 2 and parts[0] in FOLDERS and parts[1] not in slugs[parts[0]]:
                broken.append(f"{address} → {link}")
    assert broken == []


def test_every_other_link_answers(pages, shipped):
    links = {}
    for address, page in pages.items():
        for link in page.links:
            path = link.partition("#")[0]
            if path.startswith("?"):
                path = address.partition("?")[0] + path
            if path.startswith("/static/") or not path.startswith("/"):
                continue
            parts = path.partition("?")[0].removeprefix("/api/v1").strip("/").split("/")
            if not (len(parts) == 2 and parts[0] in FOLDERS):
                # The front page with a query is one page, whichever record it opens at.
                links.setdefault("/" if path.startswith("/?") else path, address)
    followed = Counter()
    broken = []
    for link, address in links.items():
        followed[kind_of(link)] += 1
        if followed[kind_of(link)] <= ALIKE and (status := shipped.get(link).status_code) >= 400:
            broken.append(f"{address} → {link}: {status}")
    assert len(followed) > 40
    assert broken == []


def kind_of(link: str) -> tuple:
    """The view that answers a link, the ending of its path, and the words it is asked with."""
    parts = urlsplit(link)
    match = resolve(parts.path)
    return match.route, PurePosixPath(parts.path).suffix, tuple(sorted(parse_qs(parts.query)))


def test_every_leap_within_a_page_lands(pages):
    broken = []
    for address, page in pages.items():
        leaps = {link for link in page.links if link.startswith("#")}
        broken += [f"{address} → {link}" for link in leaps if link[1:] not in page.ids]
    assert broken == []


def test_no_id_stands_twice_on_a_page(pages):
    twice = []
    for address, page in pages.items():
        twice += [f"{address}: {name}" for name, count in Counter(page.ids).items() if count > 1]
    assert twice == []


def test_a_source_page_lists_every_claim_taken_from_it(pages, slugs):
    for slug in slugs["sources"]:
        taken = set(Claim.objects.published().filter(source__slug=slug).values_list("key", flat=True))
        shown = {link.split("/")[2] for link in pages[f"/sources/{slug}/"].links if link.startswith("/claims/")}
        assert taken <= shown
