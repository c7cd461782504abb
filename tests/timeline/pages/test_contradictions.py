"""The pages of records say where the order told of them contradicts their days."""

import pytest

from tests.factories import make_claim, make_event, make_movement, make_place, make_relation, make_source
from tests.timeline.pages.conftest import text
from timeline.models import Decision, Interpretation
from timeline.resolving import resolve_atlas


@pytest.fixture
def pair(atlas):
    """A fall printed as 17 July that follows an entry printed as 22 July."""
    source = make_source("triumph", title="Triumph")
    entry = make_event(atlas, "entry", on="1909-07-22", source=source, title="Entry")
    fall = make_event(atlas, "fall", on="1909-07-17", source=source, title="Fall")
    relation = make_relation(fall, "after", entry)
    resolve_atlas(atlas)
    return entry, relation


def blocks(page):
    return [e for e in page.iter("section") if "contradiction" in e.get("class", "").split()]


@pytest.mark.parametrize("slug", ["entry", "fall"])
def test_each_of_the_two_pages_tells_it_with_every_statement(read, pair, slug):
    (block,) = blocks(read(f"/events/{slug}/"))
    assert "“Fall” is told as coming after “Entry”, and other statements contradict that." in text(block)
    assert "still open" in text(block)
    assert "No editor has accepted an explanation" in text(block)
    (listed,) = [e for e in block.iter("ul") if e.get("class") == "claimed-values"]
    assert len(list(listed)) == 3
    other = {"entry": "/events/fall/", "fall": "/events/entry/"}[slug]
    assert other in {link.get("href") for link in block.iter("a")}


def test_it_is_not_told_a_second_time_as_a_disagreement_about_a_value(read, pair):
    sections = [e for e in read("/events/fall/").iter("section") if "disagreement" in e.get("class", "").split()]
    assert len(sections) == 1


def test_an_accepted_reading_of_the_other_record_explains_it(read, pair, atlas):
    claim = pair[0].claims.get()
    Interpretation.objects.create(
        claim=claim, method="other", value="1909-07-13", arithmetic="22 Tir is 13 July.", reason="So.", by="Editor"
    )
    resolve_atlas(atlas)
    (block,) = blocks(read("/events/fall/"))
    assert "22 Tir is 13 July." in text(block)
    assert "No editor has accepted" not in text(block)


def test_a_decision_of_the_order_is_told_with_its_reason(read, pair, atlas):
    Decision.objects.create(atlas=atlas, relation=pair[1], attribute="sequence", reason="Nobody can tell.", by="Editor",
                            on="2026-11-29")  # fmt: skip
    (block,) = blocks(read("/events/entry/"))
    assert "Nobody can tell." in text(block)
    assert "Held undecidable by Editor" in text(block)


def test_two_firsts_and_a_march_that_ends_before_it_begins_have_words_of_their_own(read, atlas):
    source = make_source("triumph")
    for slug in ("ardabil", "tabriz"):
        make_claim(event=make_event(atlas, slug, on="1909", source=source), attribute="sequence", low=1, high=1,
                   unit="interventions", source=source)  # fmt: skip
    make_movement(atlas, "march", legs=((make_place(), make_place(), "1909-07-05", "1909-07-01"),))
    resolve_atlas(atlas)
    (first,) = blocks(read("/events/tabriz/"))
    assert "only one of them can be its first" in text(first)
    (march,) = blocks(read("/movements/march/"))
    assert "it ends before it begins" in text(march)


def test_a_record_in_order_says_nothing(read, atlas):
    make_event(atlas, "camp", on="1909", source=make_source("triumph"))
    assert blocks(read("/events/camp/")) == []


def test_claims_that_agree_are_not_against_each_other_because_both_are_against_a_third(read, atlas):
    source = make_source("triumph")
    entry = make_event(atlas, "entry", on="1909-07-22", source=source)
    fall = make_event(atlas, "fall", on="1908", source=source)
    make_claim(event=fall, face="1908-07", edge="on", source=source, key="closer")
    make_relation(fall, "after", entry)
    resolve_atlas(atlas)
    page = text(read("/claims/closer/"))
    assert "Contradict" not in page
