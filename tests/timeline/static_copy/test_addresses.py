"""Every address has one place in a copy, and links between places hold wherever the copy lies."""

from urllib.parse import urljoin

import pytest

from timeline.static_copy.addresses import link_between, spot_of


@pytest.mark.parametrize(
    ("address", "file", "asked", "state"),
    [
        ("/", "index.html", "/", ""),
        ("/?at=event:entry&day=1909-07-13", "index.html", "/", "?at=event:entry&day=1909-07-13"),
        ("/a/fork/?side=russia", "a/fork/index.html", "/a/fork/", "?side=russia"),
        ("/events/entry/", "events/entry/index.html", "/events/entry/", ""),
        ("/events/entry.json", "events/entry.json", "/events/entry.json", ""),
        ("/api/v1/events/entry/", "events/entry.json", "/events/entry.json", ""),
        ("/api/v1/people/liakhov/", "people/liakhov.json", "/people/liakhov.json", ""),
        ("/api/v1/disputes/march/2:date:on/", "disputes/march/2:date:on.json", "/disputes/march/2:date:on.json", ""),
        ("/disputes/entry:date:on/", "disputes/entry:date:on/index.html", "/disputes/entry:date:on/", ""),
        ("/events/?after=entry", "events/after/entry/index.html", "/events/?after=entry", ""),
        ("/events/?after=x&atlas=fork", "events/atlas/fork/after/x/index.html", "/events/?atlas=fork&after=x", ""),
        ("/feed.json", "feed.json", "/feed.json", ""),
        ("/feed.json?after=2026-1", "after/2026-1/feed.json", "/feed.json?after=2026-1", ""),
        ("/api/v1/atlas.kml", "api/v1/atlas.kml", "/api/v1/atlas.kml", ""),
        ("/api/v1/events.csv?atlas=fork", "api/v1/atlas/fork/events.csv", "/api/v1/events.csv?atlas=fork", ""),
        ("/api/v1/atlases/a/whole.json?according_to=s", "api/v1/atlases/a/according_to/s/whole.json",
         "/api/v1/atlases/a/whole.json?according_to=s", ""),
        ("/embed/", "embed/index.html", "/embed/", ""),
        ("/embed/?url=/", "embed/index.html", "/embed/", ""),
        ("/embed/?url=/events/entry/", "events/entry/embed/index.html", "/embed/?url=%2Fevents%2Fentry%2F", ""),
        ("/embed/events/entry/?theme=dark", "embed/events/entry/index.html", "/embed/events/entry/", "?theme=dark"),
        ("/static/frontend/atlas.js", "static/frontend/atlas.js", "/static/frontend/atlas.js", ""),
    ],
)  # fmt: skip
def test_an_address_lies_at_one_place(address, file, asked, state):
    spot = spot_of(address)
    assert (spot.file, spot.asked, spot.state) == (file, asked, state)


@pytest.mark.parametrize(
    "address",
    [
        "/search/", "/search/?q=Tehran", "/admin/", "/oembed?url=/", "/events/?kind=battle", "/events/?ordering=title",
        "/claims/?source=a", "/chronology/?according_to=a", "/api/v1/", "/api/v1/events/", "/api/v1/window/",
        "/api/v1/positions/?on=1909-07-11", "/api/v1/convert/", "/api/v1/schema/", "/feed.json?kind=battle",
        "/events/?after=a&after=b", "/api/v1/atlas.zip?after=a", "/nowhere/", "/embed/?url=/&made=1",
    ],
)  # fmt: skip
def test_what_needs_a_server_lies_nowhere(address):
    assert spot_of(address) is None


@pytest.mark.parametrize("root", ["http://one.test/", "http://one.test/atlas/", "http://one.test/a/b/"])
@pytest.mark.parametrize(
    "own", ["index.html", "events/entry/index.html", "disputes/march/2:date:on/index.html", "after/1/feed.json"]
)
@pytest.mark.parametrize(
    "path", ["", "events/entry/", "disputes/entry:date:on/", "disputes/march/2:date:on.json", "feed.json"]
)
def test_a_link_leads_from_any_file_to_any_place(root, own, path):
    link = link_between(own, path)
    assert link.startswith(("./", "../"))
    assert urljoin(f"{root}{own}", link) == f"{root}{path}"


def test_the_page_for_what_is_missing_links_from_the_root_of_the_server():
    assert link_between("404.html", "events/", "/atlas/") == "/atlas/events/"
