"""Pages without JavaScript as one source tells them: the chronology, and the ways that lead there."""

import pytest

from tests.factories import make_claim, make_event, make_participation, make_person
from tests.timeline.pages.conftest import text
from tests.timeline.pages.test_lists import _slugs
from tests.timeline.tellings import make_capture


@pytest.fixture
def tellings(atlas):
    one, other = make_capture(atlas)
    make_event(atlas, "only-one", on="1909-07-15", source=one)
    undated = make_event(atlas, "mentioned", on="1908-07-16", source=one)
    make_claim(event=undated, source=other, attribute="outcome")
    later = make_event(atlas, "treaty", on="1909-07-01", source=one)
    make_claim(event=later, source=other, face="1911-01", edge="on")
    return atlas


def _row(page, slug: str) -> str:
    rows = [row for row in page.iter("tr") if any(f"/events/{slug}/" == a.get("href") for a in row.iter("a"))]
    assert len(rows) == 1
    return text(rows[0])


def test_the_table_holds_what_the_source_mentions_on_its_own_days(read, tellings):
    assert _slugs(read("/chronology/")) == ["mentioned", "treaty", "capture", "only-one"]
    page = read("/chronology/", according_to="other")
    assert _slugs(page) == ["capture", "treaty", "mentioned"]
    assert [text(heading) for heading in page.iter("h2")][:2] == ["1909", "1911"]


def test_a_line_says_what_is_printed_and_what_it_is_held_to_mean(read, tellings):
    line = _row(read("/chronology/", according_to="other"), "capture")
    assert "22 July 1909" in line
    assert "held to mean 13 July 1909" in line
    assert "Tabriz" in line
    assert "disputed" not in line
    assert "held to mean" not in text(read("/chronology/", according_to="one"))


@pytest.mark.parametrize(
    ("ordering", "order"),
    [
        ("-date", ["treaty", "capture", "mentioned"]),
        ("title", ["capture", "mentioned", "treaty"]),
        ("place", ["capture", "treaty", "mentioned"]),
        ("-place", ["capture", "treaty", "mentioned"]),
    ],
)
def test_it_is_sorted_by_what_the_source_says(read, tellings, ordering, order):
    assert _slugs(read("/chronology/", according_to="other", ordering=ordering)) == order


def test_the_sides_are_those_the_source_names(read, tellings):
    capture = tellings.events.get(slug="capture")
    make_participation(event=capture, person=make_person(), side="royalists")
    assert "Royalists" in _row(read("/chronology/"), "capture")
    assert "Royalists" not in _row(read("/chronology/", according_to="other"), "capture")


def test_a_plain_form_offers_every_source_with_what_it_tells(read, tellings):
    page = read("/chronology/", according_to="other")
    (choice,) = [one for one in page.iter("select") if one.get("name") == "according_to"]
    options = {option.get("value"): text(option) for option in choice.iter("option")}
    assert options == {"": "all sources", "one": "The first (4)", "other": "The second (3)"}
    chosen = [option.get("value") for option in choice.iter("option") if option.get("selected") is not None]
    assert chosen == ["other"]


def test_the_page_says_whose_telling_it_is_and_leads_to_the_atlas(read, tellings):
    page = read("/chronology/", according_to="other")
    assert "3 of 4 events: as The second tells it" in text(page)
    assert "/?according_to=other" in {a.get("href") for a in page.iter("a")}
    assert "/?according_to=other" not in {a.get("href") for a in read("/chronology/").iter("a")}


def test_a_source_leads_to_the_atlas_and_the_chronology_as_it_tells_them(read, tellings):
    ways = {a.get("href"): text(a) for a in read("/sources/other/").iter("a")}
    assert ways["/?according_to=other"] == "The atlas as this source tells it"
    assert ways["/chronology/?according_to=other"] == "The chronology as this source tells it"


def test_a_source_that_is_not_there_is_a_sentence_and_the_whole_table(read, tellings):
    page = read("/chronology/", according_to="nobody")
    assert len(_slugs(page)) == 4
    assert "nobody" in text(page)


def test_a_long_telling_is_read_page_by_page(read, tellings):
    other = tellings.events.get(slug="capture").claims.get(as_printed="22 July").source
    for number in range(70):
        make_claim(
            event=make_event(tellings, f"more-{number:02}"),
            source=other,
            face=f"1910-01-{number % 28 + 1:02}",
            edge="on",
        )
    first = read("/events/", according_to="other")
    (following,) = {
        a.get("href") for a in first.iter("a") if "after=" in (a.get("href") or "") and "ordering" not in a.get("href")
    }
    second = read(f"/events/{following}")
    assert len(_slugs(first)) == 60
    assert not set(_slugs(first)) & set(_slugs(second))
    assert len(_slugs(first)) + len(_slugs(second)) == 73
