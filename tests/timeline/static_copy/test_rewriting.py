"""Addresses in pages, scripts and records become relative; what no copy holds is not linked."""

import json

import pytest

from timeline.static_copy.addresses import spot_of
from timeline.static_copy.faults import CopyFault
from timeline.static_copy.rewriting import Rewriting

BASE = "https://example.org/atlas/"


def rewriting(address: str = "/events/entry/") -> Rewriting:
    return Rewriting(spot_of(address), "/atlas/")


@pytest.mark.parametrize(
    ("written", "becomes"),
    [
        ('<a href="/places/tehran/">Tehran</a>', '<a href="../../places/tehran/">Tehran</a>'),
        ('<a href="/?at=event:entry&amp;day=1909" dir="auto">x</a>',
         '<a href="../../?at=event:entry&amp;day=1909" dir="auto">x</a>'),
        ('<a href="/about/reading/#dates">x</a>', '<a href="../../about/reading/#dates">x</a>'),
        ('<a href="#date">x</a>', '<a href="#date">x</a>'),
        ('<a href="https://other.example/events/">x</a>', '<a href="https://other.example/events/">x</a>'),
        ('<a href="//other.example/">x</a>', '<a href="//other.example/">x</a>'),
        ('<th><a href="?ordering=title">Event</a></th>', "<th>Event</th>"),
        ('<a class="x" href="/search/"><b>a</b> c</a> <a href="/">d</a>', '<b>a</b> c <a href="../../">d</a>'),
        ('<link rel="alternate" href="/api/v1/events/">|', "|"),
        ('<link rel="alternate" href="/feed.atom">', '<link rel="alternate" href="../../feed.atom">'),
        ('<use href="/static/symbols.svg#u-out"></use>', '<use href="../../static/symbols.svg#u-out"></use>'),
        ('<a href="/embed/?url=/events/entry/" data-script="/static/frontend/embedding.js">x</a>',
         '<a href="./embed/" data-script="./embedding.js">x</a>'),
        ('<p>a href="/places/" is text</p>', '<p>a href="/places/" is text</p>'),
    ],
)  # fmt: skip
def test_a_page_links_from_where_it_lies(written, becomes):
    assert rewriting().page(written) == becomes


@pytest.mark.parametrize(
    ("address", "link"), [("/events/?after=x", "./"), ("/events/", "./after/x/"), ("/events/?after=w", "../x/")]
)
def test_pages_of_a_list_lead_to_one_another(address, link):
    following = "?" if address.endswith("=x") else "?after=x"
    found = rewriting(address).page(f'<a rel="next" href="{following}">x</a>')
    assert f'href="{"../../" if following == "?" else link}"' in found


@pytest.mark.parametrize("tag", ['<form action="/search/">', '<script src="/nowhere.js">', '<iframe src="/admin/">'])
def test_a_page_that_cannot_do_without_is_refused(tag):
    with pytest.raises(CopyFault, match="no copy holds"):
        rewriting().page(tag)


def test_the_settings_of_a_page_name_what_the_copy_has_and_nothing_else():
    urls = {
        "whole": "/api/v1/atlases/a/whole.json",
        "told": "/api/v1/atlases/a/whole.json?according_to={source}",
        "event": "/api/v1/events/{slug}/",
        "page": {"event": "/events/{slug}/"},
        "disputes": "/disputes/",
        "records": "/static/frontend/records.js",
        "lesson_script": "/static/frontend/lesson.js",
        "desk": "/admin/",
    }
    text = json.dumps({"window": [1, 2], "urls": urls, "words": "</script> & more"})
    # As Django's json_script writes it.
    escaped = text.replace("<", "\\u003C")
    block = f'<script id="atlas-config" type="application/json">{escaped}</script>'
    page = rewriting("/a/a/").page(block)
    assert page.count("<") == 2
    body = json.loads(page.partition(">")[2].rpartition("<")[0])
    assert body == {
        "window": [1, 2],
        "words": "</script> & more",
        "urls": {
            "whole": "../../api/v1/atlases/a/whole.json",
            "told": "../../api/v1/atlases/a/according_to/{source}/whole.json",
            "event": "../../events/{slug}.json",
            "page": {"event": "../../events/{slug}/"},
            "disputes": "../../disputes/",
            "records": "./records.js",
            "lesson_script": "./lesson.js",
        },
    }


def test_a_page_keeps_the_policy_of_the_site():
    page = rewriting().page('<head><meta charset="utf-8"></head>')
    assert "http-equiv=\"Content-Security-Policy\" content=\"default-src 'self'; script-src 'self';" in page
    assert "frame-ancestors" not in page


def test_a_script_names_its_files_from_where_it_lies():
    script = Rewriting(spot_of("/atlas-map/a.0.js"), "/").script('x({"base_plate": "/static/plate/plate.json"})')
    assert script == 'x({"base_plate": new URL("../static/plate/plate.json",document.currentScript.src).href})'


def test_a_record_names_pages_by_whole_addresses():
    text = json.dumps(
        {"url": "/events/entry/", "people": [{"url": "/people/l/"}], "source": {"url": "https://x.example/"}}
    )
    assert json.loads(rewriting("/events/entry.json").record(text, BASE)) == {
        "url": f"{BASE}events/entry/",
        "people": [{"url": f"{BASE}people/l/"}],
        "source": {"url": "https://x.example/"},
    }
