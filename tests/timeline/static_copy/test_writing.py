"""A copy is whole: every link of it leads to a file of it, twice written it is the same, and it needs no server."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from tests.dead_links import dead_links
from tests.factories import make_event
from tests.timeline.static_copy.conftest import BASE
from timeline.models import Atlas, Event
from timeline.static_copy import hands
from timeline.static_copy.faults import CopyFault
from timeline.static_copy.writing import read_base, write_copy

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
        "static/fonts/face.woff2",
    }  # fmt: skip
    assert wanted - set(files) == set()
    assert b'content="0; url=../entry/"' in files["events/entrance/index.html"]
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


def test_two_runs_write_the_same(copied, tmp_path):
    write_copy(tmp_path / "other", BASE)
    assert read(tmp_path / "other") == read(copied)


def test_where_nothing_changed_nothing_is_made(copied, monkeypatch):
    monkeypatch.setattr(hands, "made", unasked)
    written = write_copy(copied, BASE)
    assert (written.changed, written.gone) == (0, 0)
    assert written.files == len(read(copied))


def unasked(spot, _base):
    """A maker that nobody may ask."""
    pytest.fail(f"{spot.asked} was made for nothing")


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


def test_a_change_rewrites_what_it_reaches_and_takes_away_what_is_gone(copied):
    before, stat = read(copied), (copied / "places/tehran.json").stat()
    Event.objects.filter(slug="oath").update(publication="withdrawn")
    Atlas.objects.update(revision=7)
    written = write_copy(copied, BASE)
    after = read(copied)
    assert "events/oath/index.html" not in after
    assert written.gone >= 4
    assert after["events/entry/index.html"] != before["events/entry/index.html"]
    assert (copied / "places/tehran.json").stat().st_ino == stat.st_ino
    assert written.changed == sum(1 for name, content in after.items() if before.get(name) != content)
    assert dead_links(copied, at="atlas/") == []


def test_without_an_atlas_there_is_nothing_to_copy(db, static_files, tmp_path):
    with pytest.raises(CommandError, match="no atlas at the front"):
        call_command("static_copy", tmp_path / "copy", base=BASE)
    assert not (tmp_path / "copy").exists()


def test_an_atlas_that_no_browser_could_hold_is_left_to_the_server(atlas, static_files, tmp_path, monkeypatch):
    monkeypatch.setattr("timeline.whole.LIMIT", 1)
    make_event(atlas, "one")
    make_event(atlas, "two")
    with pytest.raises(CommandError, match="serve this atlas live"):
        call_command("static_copy", tmp_path / "copy", base=BASE, stdout=StringIO())


@pytest.mark.parametrize(
    ("text", "base"),
    [("https://example.org", "https://example.org/"), ("http://localhost:8000/a/b", "http://localhost:8000/a/b/")],
)
def test_a_base_ends_in_a_slash(text, base):
    assert read_base(text) == base


@pytest.mark.parametrize(
    "text", ["", "example.org", "ftp://example.org/", "https://", "https://a.example/?x=1", "https://a.example/#x",
             "https://u:p@a.example/", "https://a.example:x/", "https://a.example/ b", "https://[::1/"],
)  # fmt: skip
def test_what_is_no_address_of_a_folder_is_refused_by_a_sentence(text):
    with pytest.raises(CopyFault, match="is not the address of a folder"):
        read_base(text)
