"""What is read from records of days, order and series."""

import pytest

from chronology.edtf import parse_edtf
from tests.factories import make_atlas, make_claim, make_event, make_movement, make_place, make_relation, make_source
from timeline.contradictions import contradictions
from timeline.models import Claim, Decision, Event, Interpretation
from timeline.told_order import told_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def event(atlas):
    """event("fall", "1909-07-17") makes an event with one claim of its date, if it has one."""
    source = make_source("one")

    def make(slug, on="", **fields):
        return make_event(atlas, slug, on=on, source=source, claims=1 if on else 0, **fields)

    return make


def ids(atlas):
    return {found.id for found in contradictions(told_of(atlas))}


@pytest.mark.parametrize(
    ("kind", "wrong"),
    [("after", True), ("because_of", True), ("before", False), ("orders", False), ("part_of", True)],
)
def test_each_kind_of_relation_says_which_comes_first(atlas, event, kind, wrong):
    make_relation(event("one", "1909-07-13"), kind, event("two", "1909-07-17"))
    assert ids(atlas) == ({"one:sequence:two"} if wrong else set())


@pytest.mark.parametrize(
    ("part", "whole", "wrong"),
    [
        ("1909-07-13", "1909-07-10/1909-07-17", False),
        ("1909-07-18", "1909-07-10/1909-07-17", True),
        ("1909-07-09", "1909-07-10/1909-07-17", True),
        ("1909-07", "1909-07-10/1909-07-17", False),
        ("1909-07-11/1909-07-20", "1909-07-10/1909-07-17", True),
        ("1909-07-11/..", "1909-07-10/1909-07-17", False),
    ],
)
def test_a_part_lies_within_the_whole(atlas, event, part, whole, wrong):
    make_relation(event("part", part), "part_of", event("whole", whole))
    assert bool(ids(atlas)) is wrong


def test_something_that_lasts_is_only_followed_from_its_beginning_on(atlas, event):
    make_relation(event("deposition", "1909-07-16"), "after", event("occupation", "1909-04-20/1918"))
    assert ids(atlas) == set()


@pytest.mark.parametrize(("day", "wrong"), [("1909-07-06", False), ("1909-07-05", True), ("1909-07-07", True)])
def test_a_stated_number_of_days_bounds_both_ways(atlas, event, day, wrong):
    make_relation(event("sent", day), "after", event("assembled", "1909-07-01"), low=5, high=5)
    assert bool(ids(atlas)) is wrong


@pytest.mark.parametrize(("day", "wrong"), [("1909-07-06", False), ("1909-07-05", True), ("1909-07-07", True)])
def test_a_relative_date_that_contradicts_an_absolute_one_is_found(atlas, event, day, wrong):
    assembled, sent = event("assembled", "1909-07-01"), event("sent", day)
    make_claim(event=sent, relative_to_event=assembled, offset_low=5, offset_high=5)
    assert ids(atlas) == ({"assembled:sequence:sent"} if wrong else set())


def test_a_chain_passes_through_things_without_a_date(atlas, event):
    sent, letter, advance = event("sent", "1909-07-06"), event("letter"), event("advance", "1909-06-22")
    make_claim(event=letter, relative_to_event=sent, offset_low=-7, offset_high=7)
    refusal = event("refusal")
    make_relation(refusal, "after", letter)
    make_relation(advance, "after", refusal)
    assert ids(atlas) == {"advance:sequence:letter"}


def test_a_date_counted_from_a_claim_leans_on_it_and_on_what_it_is_held_to_mean(atlas, event):
    entry = event("entry", "1909-07-22")
    make_claim(event=entry, face="1909-07-13")
    printed = entry.claims.get(face="1909-07-22")
    fighting = event("fighting", shape="span")
    counted = make_claim(event=fighting, edge="begin", relative_to_claim=printed, offset_low=0, offset_high=1)
    make_relation(event("fall", "1909-07-17"), "after", fighting)
    (found,) = contradictions(told_of(atlas))
    assert (found.id, found.status) == ("fall:sequence:fighting", "open")
    assert {counted.key, printed.key} <= set(found.claims)
    Interpretation.objects.create(claim=printed, method="other", value="1909-07-13", reason="So.")
    (found,) = contradictions(told_of(atlas))
    assert found.status == "explained"


@pytest.mark.parametrize("hidden", ["claim", "relation's claim", "event"])
def test_what_is_not_published_contradicts_nobody(atlas, event, hidden):
    one, two = event("one", "1909-07-13"), event("two", "1909-07-17")
    relation = make_relation(one, "after", two)
    assert ids(atlas)
    if hidden == "event":
        Event.objects.filter(pk=two.pk).update(publication="withdrawn")
    else:
        claims = Claim.objects.filter(relation=relation) if hidden == "relation's claim" else two.claims
        claims.update(publication="draft")
    assert ids(atlas) == set()


def test_a_relation_without_a_claim_is_nobodys_word(atlas, event):
    relation = make_relation(event("one", "1909-07-13"), "after", event("two", "1909-07-17"))
    relation.claims.all().delete()
    assert ids(atlas) == set()


def test_another_atlas_is_another_matter(atlas, event):
    make_relation(event("one", "1909-07-13"), "after", event("two", "1909-07-17"))
    other = make_atlas("other", is_default=False)
    assert ids(other) == set()


@pytest.mark.parametrize(
    ("legs", "wrong"),
    [
        ((("1909-07-01", "1909-07-05"), ("1909-07-06", "1909-07-11")), set()),
        ((("1909-07-05", "1909-07-01"), ("1909-07-06", "1909-07-11")), {"march/1:sequence"}),
        ((("1909-07-01", "1909-07-08"), ("1909-07-06", "1909-07-11")), {"march/1:sequence:march/2"}),
    ],
)
def test_a_march_arrives_after_it_sets_out_and_goes_on_from_where_it_came(atlas, legs, wrong):
    make_source("one")
    a, b, c = make_place(), make_place(), make_place()
    make_movement(atlas, "march", legs=((a, b, *legs[0]), (b, c, *legs[1])))
    assert ids(atlas) == wrong


def test_legs_that_do_not_meet_are_in_no_order(atlas):
    make_source("one")
    a, b, c = make_place(), make_place(), make_place()
    make_movement(atlas, "march", legs=((a, b, "", "1909-07-08"), (None, c, "1909-07-01", "")))
    assert ids(atlas) == set()


def test_two_firsts_of_one_series_are_found(atlas, event):
    for slug in ("ardabil", "tabriz"):
        make_claim(event=event(slug, "1909"), attribute="sequence", low=1, high=1, unit="interventions")
    make_claim(event=event("third", "1909"), attribute="sequence", low=1, high=1, unit="battles")
    assert ids(atlas) == {"ardabil:first:tabriz"}


def decide(atlas, subject, claim=None, *, attribute="sequence", edge="", **on):
    return Decision.objects.create(atlas=atlas, attribute=attribute, edge=edge, claim=claim, reason="So.", by="Editor",
                                   on="2026-11-29", **{subject: on["of"]})  # fmt: skip


def test_decisions_name_an_order_a_place_in_a_series_or_a_date(atlas, event):
    one, two = event("one", "1909-07-13"), event("two", "1909-07-17")
    relation = make_relation(one, "after", two)
    rival = make_claim(event=one, face="1909-07-20")

    def stands():
        (found,) = contradictions(told_of(atlas))
        return found.status, found.verdict and found.verdict.claim

    assert stands() == ("open", None)
    of_date = decide(atlas, "event", rival, of=one, attribute="date", edge="on")
    assert stands() == ("decided", rival.key)
    of_date.delete()
    decide(atlas, "event", None, of=one, attribute="date", edge="on")
    assert stands() == ("undecidable", "")
    decide(atlas, "relation", relation.claims.get(), of=relation)
    assert stands() == ("decided", relation.claims.get().key)


def test_an_ambiguous_face_contradicts_only_if_each_reading_does(atlas, event):
    make_relation(event("fall", "1909-05-04"), "after", event("capture", "[1909-05-05,1871-05-05]"))
    assert ids(atlas) == set()
    make_relation(event("feast", "1871-05-04"), "after", Event.objects.get(slug="capture"))
    assert ids(atlas) == {"capture:sequence:feast"}


def test_it_takes_the_same_queries_for_two_and_for_a_dozen(atlas, event, django_assert_num_queries):
    previous = event("e0", "1909-07-20")
    for number in range(1, 13):
        if number in (2, 12):
            with django_assert_num_queries(5):
                told_of(atlas)
        previous, earlier = event(f"e{number}", "1909-07-13"), previous
        make_relation(previous, "after", earlier)


def test_a_span_on_an_instant_is_some_day_of_it(atlas, event):
    one, two = event("one", "1909-07-03"), event("two", "1909-06-30")
    make_relation(one, "after", two)
    claim = two.claims.get()
    span = parse_edtf("1909-06-30/1909-07-05")
    Claim.objects.filter(pk=claim.pk).update(
        face="1909-06-30/1909-07-05", face_shape="span", begin_earliest=span.begin_earliest,
        begin_latest=span.begin_latest, end_earliest=span.end_earliest, end_latest=span.end_latest,
    )  # fmt: skip
    assert ids(atlas) == set()
