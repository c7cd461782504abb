"""A copy is whole: every link of it leads to a file of it, twice written it is the same, and it needs no server."""

import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from tests.dead_links import dead_links
from tests.timeline.static_copy.conftest import BASE
from timeline.models import Atlas
from timeline.static_copy import hands
from timeline.static_copy.faults import CopyFault
from timeline.static_copy.writing import write_copy

pytestmark = pytest.mark.django_db
NEEDS_A_SERVER = ("/search/", "oembed", "/admin/", "/api/v1/positions", "/api/v1/window", "/api/v1/convert")


def read(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_every_link_of_a_copy_leads_to_a_file_of_it(copied):
    assert dead_links(copied, at="atlas/") == []


def test_a_copy_holds_pages_records_embeds_documents_and_feeds(copied, client):
    files = read(copied)
    wanted = {
        "index.html", "404.html", "a/revolution/index.html", "a/fork/index.html", "chronology/index.html",
        "chronology/atlas/fork/index.html", "events/entry/index.html", "events/entry.json",
        "events/entry/embed/index.html", "events/entrance/index.html", "embed/index.html", "embed/a/index.html",
        "embed/a/revolution/index.html", "embed/events/entry/index.html", "embed/movements/march/index.html",
        "people/liakhov.json", "forces/army.json", "places/tehran.json", "sources/book.json", "claims/book-1.json",
        "movements/march.json", "atlases/revolution.json", "disputes/entry:date:on.json",
        "disputes/entry:date:on/index.html", "feed.json", "feed.atom", "atlas/fork/feed.json", "embed.js",
        "api/v1/atlases/revolution/whole.json", "api/v1/atlases/revolution/according_to/book/whole.json",
        "api/v1/events.geojson", "api/v1/atlas/fork/events.csv", "api/v1/atlas.zip", "api/v1/atlas.kml",
        "static/fonts/face.woff2", "lessons/index.html", "lessons/atlas/fork/index.html", "lessons/tour/index.html",
        "lessons/tour.json", "lessons/tour/cite.ris", "lessons/tour/embed/index.html", "embed/lessons/tour/index.html",
        "lessons/walk/index.html", "embed/lessons/walk/index.html", "static/frontend/lesson.js",
        "static/frontend/lesson.css",
    }  # fmt: skip
    assert wanted - set(files) == set()
    assert b'content="0; url=../entry/"' in files["events/entrance/index.html"]
    assert b'content="0; url=../tour/"' in files["lessons/walk/index.html"]
    assert 'href="../../?day=1909-07-13&amp;at=event:entry&amp;lesson=tour' in files["lessons/tour/index.html"].decode()
    (step, *_) = json.loads(files["lessons/tour.json"])["steps"]
    assert step["address"] == f"{BASE}?day=1909-07-13&at=event:entry&lesson=tour&step=1"
    record, live = json.loads(files["events/entry.json"]), client.get("/events/entry.json").json()
    assert record["url"] == f"{BASE}events/entry/"
    assert record["claims"][0]["id"] == live["claims"][0]["id"]
    assert json.loads(files["feed.json"])["feed_url"] == f"{BASE}feed.json"


def test_nothing_in_a_copy_asks_for_a_server(copied):
    pages = {name: content.decode() for name, content in read(copied).items() if name.endswith(".html")}
    assert {(name, word) for name, text in pages.items() for word in NEEDS_A_SERVER if word in text} == set()
    asking = {name for name, text in pages.items() if "<form" in text and "embed" not in name}
    # The atlas searches in the browser.
    assert asking == {"index.html", "a/revolution/index.html", "a/fork/index.html"}


def test_where_nothing_changed_nothing_is_made(copied, monkeypatch):
    monkeypatch.setattr(hands, "made", unasked)
    written = write_copy(copied, BASE)
    assert (written.changed, written.gone) == (0, 0)
    assert written.files == len(read(copied))


def unasked(spot, _base):
    """A maker that nobody may ask."""
    pytest.fail(f"{spot.asked} was made for nothing")


def test_a_second_run_writes_the_same_but_for_what_a_change_reaches(copied):
    before, stat = read(copied), (copied / "events/entry/index.html").stat()
    Atlas.objects.get(slug="fork").delete()
    written = write_copy(copied, BASE)
    after = read(copied)
    gone = set(before) - set(after)
    assert written.gone == len(gone) > 10
    assert all("fork" in name for name in gone)
    changed = {name for name, content in after.items() if before.get(name) != content}
    assert changed == {"atlases/index.html", "marchlines-copy.json"}
    assert written.changed == len(changed)
    assert (copied / "events/entry/index.html").stat().st_ino == stat.st_ino


def test_a_run_that_fails_says_why_and_leaves_the_copy(copied, monkeypatch):
    before = read(copied)
    make = hands.made

    def made(spot, base):
        if spot.file.startswith("events/"):
            raise CopyFault("/events/entry/ answers 500, and not with a page that could be copied.")
        return make(spot, base)

    monkeypatch.setattr(hands, "made", made)
    Atlas.objects.update(revision=6)
    with pytest.raises(CommandError, match="answers 500"):
        call_command("static_copy", copied, base=BASE)
    assert read(copied) == before
    assert [path.name for path in copied.parent.iterdir()] == ["copy"]
