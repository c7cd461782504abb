"""Whatever stands in a record or in an address, a page is a page: valid, whole, and nothing in it runs."""

import pytest

from tests.factories import (
    make_claim,
    make_event,
    make_force,
    make_lesson,
    make_movement,
    make_participation,
    make_person,
    make_place,
    make_relation,
    make_source,
)
from tests.reader_lists import LISTS
from tests.timeline.pages.conftest import text

TAGS = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\"'<!--"
MARKS = "\u202e\u2067abc\u2066 تهران \u200f\u200e\u202d"
LONG = "Long " + "ab cd\u200c" * 1_650


@pytest.fixture
def hostile(atlas):
    """Records made of script tags, of marks that turn the text round, of ten thousand characters."""
    source = make_source("bad", title=TAGS, short=TAGS[:100], authors=[TAGS], container=TAGS, note=TAGS)
    place = make_place("bad", name=TAGS, basis=TAGS, uncertainty_km=40.0, names={"fa": TAGS})
    nowhere = make_place("nowhere", name=MARKS, latitude=None, longitude=None)
    person, force = make_person("bad", name=TAGS, note=TAGS), make_force("bad", name=TAGS, letter="<")
    for slug, title in (("tags", TAGS), ("marks", MARKS), ("long", LONG), ("wide", "W" * 10_000)):
        event = make_event(
            atlas, slug, title=title, title_fa=title, summary=title, on="1909", place=place, source=source
        )
        make_participation(event=event, person=person, force=None, side="royalists")
        make_participation(event=event, force=force)
        make_claim(event=event, source=source, key=f"{slug}-claim", as_printed=TAGS, note=TAGS, gap=TAGS, section=TAGS,
                   attribute="outcome", outcome="fled")  # fmt: skip
    make_event(atlas, "no-place")
    make_event(atlas, "no-point", on="1909-07-13", place=nowhere)
    make_event(atlas, "no-date", place=place)
    make_event(atlas, "for-ever", on="1909-07-13/..")
    make_event(atlas, "long-ago", on="0002/2999")
    make_relation(event, "after", make_event(atlas, "other", title=TAGS))
    said = {"title": TAGS[:200], "text": LONG, "question": MARKS, "claim": event.claims.first()}
    make_lesson(atlas, "bad", title=TAGS, title_fa=TAGS, summary=TAGS, steps=(
        said | {"state": "at=event:tags&side=nobody&place=bad&q=%3Cscript%3E"}, {"text": TAGS, "question": TAGS},
        {"state": "at=event:%00&from=yesterday&to=1909&map=x&day=1909-13-45&kind=picnic"}))  # fmt: skip
    make_movement(atlas, "march", title=TAGS, force=force, legs=(
        (place, nowhere, "1909-07-01", "", {"note": TAGS, "strength_printed": TAGS}),
        (None, place, "", "1909-07-04"), (None, None, "", "")))  # fmt: skip


PAGES = [
    *(f"/events/{slug}/" for slug in ("tags", "marks", "long", "wide")),
    *(f"/events/{slug}/" for slug in ("no-place", "no-point", "no-date", "for-ever", "long-ago")),
    "/movements/march/",
    "/places/bad/",
    "/places/nowhere/",
    "/people/bad/",
    "/forces/bad/",
    "/sources/bad/",
    "/claims/tags-claim/",
    "/lessons/bad/",
    "/search/?q=script",
    "/search/?q=%3Cscript%3Ealert(1)%3C/script%3E",
    *LISTS,
]  # fmt: skip


def test_hostile_records_make_valid_pages_in_which_nothing_runs(read, hostile, real_maps):
    for address in PAGES:
        page = read(address)
        for script in page.iter("script"):
            assert script.get("src", "").startswith("/static/") or script.get("type") == "application/ld+json", address
        assert not [e for e in page.iter() for name in e.attrib if name.startswith("on") or name == "style"], address
        assert not list(page.iter("img")), address
        (heading,) = page.iter("h1")
        assert text(heading), address


def test_a_title_of_ten_thousand_characters_is_whole_on_its_page_and_short_in_lists(read, hostile):
    assert len(text(read("/events/wide/").find(".//h1"))) == 10_000
    assert max(len(text(link)) for link in read("/chronology/").iter("a")) < 200


def test_a_place_without_a_point_says_so(read, hostile):
    assert "not on the map" in text(read("/events/no-point/")) or "never on the map" in text(read("/events/no-point/"))
    assert "No point could be judged" in text(read("/places/nowhere/"))


BAD_QUERIES = (
    "?after=nothing", "?ordering=up", "?from=yesterday", "?to=1909-13-45", "?kind=%00", "?kind=picnic", "?q=%ff%fe",
    "?side=nobody", "?place=../../etc", "?bbox=1,2", "?near=x", "?radius_km=-1", "?disputed=perhaps", "?on=32+Tir",
    "?q=" + "x" * 300, "?page=2", "?unknown=1", "?from=1910&to=1909", "?status=&kind=", "?source=x&attribute=y",
    "?ordering=date&ordering=title", "?after=%00", "?" + "&".join(f"kind={n}" for n in range(80)),
)  # fmt: skip


@pytest.mark.parametrize(
    ("address", "queries"),
    [
        ("/chronology/", BAD_QUERIES),
        # Others read the same keys by the same program: a part of the questions each.
        *((address, BAD_QUERIES[at::3]) for at, address in enumerate(("/movements/", "/claims/", "/search/"))),
        ("/lessons/", BAD_QUERIES[::4]),
    ],
    ids=lambda given: given if isinstance(given, str) else "",
)
def test_a_bad_query_string_opens_the_page(client, atlas, address, queries):
    make_event(atlas, "one", on="1909-07-13")
    for query in queries:
        assert client.get(address + query).status_code == 200, query


def test_a_bad_value_is_named_in_a_sentence(read, atlas):
    (said,) = [e for e in read("/chronology/", **{"from": "yesterday"}).iter("p") if e.get("class") == "failure"]
    assert "“yesterday”" in text(said)


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_pages_are_for_reading_only(client, atlas, method):
    assert getattr(client, method)("/chronology/").status_code == 405
