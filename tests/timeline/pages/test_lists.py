"""Lists cut, sort, filter and count."""

from itertools import chain

import pytest

from tests.factories import make_event, make_person, make_place
from tests.timeline.pages.conftest import text


@pytest.fixture
def events(atlas):
    for slug, on, more in (
        ("late", "1911-12-20", {"kind": "battle"}),
        ("early", "1908-06-23", {"kind": "coup", "importance": 5}),
        ("middle", "1909-07", {"kind": "battle", "title": "Anzali taken"}),
        ("told-second", "", {"order": 20, "bracket_from": 2418501, "kind": "order"}),
        ("told-first", "", {"order": 10, "kind": "order"}),
    ):
        make_event(atlas, slug, on=on, **more)


def _slugs(page) -> list[str]:
    (table,) = [e for e in page.iter("table") if e.get("class") == "events"]
    cells = [e for e in table.iter("th") if e.get("scope") == "row"]
    return [cell.find("a").get("href").split("/")[2] for cell in cells]


@pytest.mark.parametrize(
    ("query", "order"),
    [
        ({}, ["early", "middle", "late", "told-first", "told-second"]),
        ({"ordering": "-date"}, ["late", "middle", "early", "told-first", "told-second"]),
        ({"ordering": "importance", "kind": ["battle", "coup"]}, ["early", "middle", "late"]),
        ({"kind": "battle"}, ["middle", "late"]),
        ({"from": "1909-06", "to": "1909-08"}, ["middle"]),
        ({"q": "anzali"}, ["middle"]),
    ],
)
def test_the_chronology_is_in_the_order_and_of_the_filter_asked_for(read, events, query, order):
    assert _slugs(read("/chronology/", **query)) == order


def test_undated_events_stand_apart_with_their_bracket_in_words(read, events):
    page = text(read("/chronology/"))
    assert "Without a date of their own, in the order of the story" in page
    assert "no date of its own: after 12 July 1909" in page


def test_the_sentence_says_what_is_shown(read, events):
    assert "2 of 5 events: battles" in text(read("/chronology/", kind="battle"))


def test_a_filter_that_nothing_passes_says_what_to_do(read, events):
    page = read("/chronology/", q="nothing of the kind")
    assert "No event passes all of these filters." in text(page)
    assert "/chronology/" in {a.get("href") for a in page.iter("a") if "button" in a.get("class", "")}


def test_a_list_is_read_page_by_page_without_loss(read, atlas):
    for number in range(130):
        make_event(atlas, f"e{number:03}", on="1909-07-13", order=number)
    seen, address = [], "/events/"
    while address:
        page = read(address)
        seen.append(_slugs(page))
        following = [a.get("href") for a in page.iter("a") if a.get("rel") == "next"]
        address = f"/events/{following[0]}" if following else ""
    assert [len(part) for part in seen] == [60, 60, 10]
    assert list(chain(*seen)) == [f"e{number:03}" for number in range(130)]


def test_a_search_finds_any_spelling_and_counts_by_kind(read, atlas):
    make_place("anzali", name="Anzali", names={"fa": "انزلی", "ru": "Enzeli"})
    make_person("someone")
    for words in ("enzeli", "انزلی", "ANZALI"):
        page = text(read("/search/", q=words))
        assert "1 record for" in page
        assert "Places 1" in page


def test_a_search_without_a_hit_helps(read, atlas):
    page = text(read("/search/", q="qqqq"))
    assert "Nothing for “qqqq”." in page
    assert "A shorter word finds more." in page
