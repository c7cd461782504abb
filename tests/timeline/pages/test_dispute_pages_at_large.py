"""The page of disputes of any atlas: of none, of one in which all agree, of hostile words, and of very many."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import make_claim, make_event, make_participation, make_person, make_relation, make_source
from tests.timeline.pages.conftest import text
from tests.timeline.pages.dispute_markup import rows
from timeline.models import Decision
from timeline.resolving import resolve_atlas

TAGS = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\"'<!--"


def test_an_atlas_in_which_all_agree_says_so(read, atlas):
    make_event(atlas, "entry", on="1909-07-13")
    page = read("/disputes/")
    assert rows(page) == {}
    assert "agree in everything that the program can compare" in text(page)


def test_the_page_stands_before_any_atlas_is_loaded(read, db):
    assert rows(read("/disputes/")) == {}


def test_hostile_words_run_nowhere(read, atlas):
    source, other = make_source("bad", title=TAGS, short=TAGS[:100]), make_source("worse", title=TAGS)
    long = make_event(atlas, "long", on="1909-07-13", source=source, title="W" * 10_000)
    make_claim(event=long, face="1870", edge="on", source=other, as_printed=TAGS, gap=TAGS, section=TAGS)
    ages = make_event(atlas, "ages", on="0002/2999", source=source, title=TAGS)
    make_claim(event=ages, face="2999/..", shape="span", edge="on", source=other)
    both = make_person("both", name=TAGS)
    make_participation(event=ages, person=both, side="royalists", role="commander")
    make_participation(event=ages, person=both, side="constitutionalists", role="member")
    Decision.objects.create(atlas=atlas, event=long, attribute="date", reason=TAGS, by=TAGS, on="2026-11-29")
    resolve_atlas(atlas)
    found = rows(read("/disputes/"))
    assert {"long:date:on", "ages:side:both"} <= set(found)
    for address in ("/disputes/", *(f"/disputes/{name}/" for name in found)):
        page = read(address)
        assert not list(page.iter("img")), address
        run = [script for script in page.iter("script") if script.get("type") != "application/ld+json"]
        assert all(script.get("src", "").startswith("/static/") for script in run), address
        assert not [e for e in page.iter() for name in e.attrib if name.startswith("on") or name == "style"], address
    assert max(len(text(a)) for a in read("/disputes/").iter("a")) < 200


def _disputes(atlas, one, two, number: int) -> None:
    for _ in range(number):
        event = make_event(atlas, on="1909-07-13", source=one)
        make_claim(event=event, face="1909-07-22", edge="on", source=two)
        follows = make_event(atlas, on="1909-07-01", source=one)
        make_relation(follows, "after", event)
    resolve_atlas(atlas)


def test_two_dozen_disputes_take_no_more_queries_than_a_few(client, atlas):
    one, two = make_source("one"), make_source("two")

    def counted(address: str) -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        return len(queries)

    _disputes(atlas, one, two, 2)
    few = [counted("/disputes/?status=open"), counted(f"/disputes/{names_of(client)[0]}/")]
    _disputes(atlas, one, two, 10)
    many = [counted("/disputes/?status=open"), counted(f"/disputes/{names_of(client)[0]}/")]
    assert many == few
    assert max(many) < 36


def names_of(client) -> list[str]:
    return [each["id"] for each in client.get("/api/v1/disputes/").json()["results"]]


def test_the_page_stands_in_the_navigation_of_every_page(read, atlas):
    page = read("/about/")
    assert sum(a.get("href") == "/disputes/" for a in page.iter("a")) == 2
    (here,) = [a for a in read("/disputes/").iter("a") if a.get("aria-current") == "page"]
    assert here.get("href") == "/disputes/"
