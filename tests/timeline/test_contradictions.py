"""Contradictions between things: one a pair, and where each stands."""

import pytest

from tests.timeline.test_sequences import after, said
from tests.timeline.test_series import placed
from timeline.contradictions import Told, contradictions
from timeline.sequences import Link, Verdict

UNDECIDABLE = Verdict("", "Nobody can tell.", "Editors", "2026-11-29")
FALL_AFTER_ENTRY = after("fall", "entry")


def only(*dated, links=(FALL_AFTER_ENTRY,), placed=(), verdicts=None):
    (found,) = contradictions(Told(dated, links, placed, verdicts or {}))
    return found


def test_a_pair_of_things_contradicts_itself_once_with_all_its_claims():
    found = only(
        said("a", "entry", "1909-07-22"),
        said("b", "fall", "1909-07-17"),
        said("c", "fall", "1909-07-16"),
    )
    assert (found.kind, found.things) == ("sequence", ("fall", "entry"))
    assert found.claims == ("a", "r:fall>entry", "b", "c")


def test_the_name_is_the_same_whichever_thing_is_told_later():
    entry, fall = said("a", "entry", "1909-07-22"), said("b", "fall", "1909-07-17")
    one = only(entry, fall)
    other = only(entry, said("b", "fall", "1909-07-25"), links=[after("entry", "fall")])
    assert one.id == other.id == "entry:sequence:fall"
    assert (one.things, other.things) == (("fall", "entry"), ("entry", "fall"))


@pytest.mark.parametrize(
    ("entry", "fall", "status"),
    [
        ({}, {}, "open"),
        ({"meant": "1909-07-13"}, {}, "explained"),
        ({"meant": "1909-07-18"}, {}, "open"),
        ({"verdict": Verdict("another")}, {}, "decided"),
        ({"verdict": Verdict("a")}, {}, "open"),
        ({}, {"verdict": Verdict("another")}, "decided"),
    ],
)
def test_what_settles_a_date_settles_what_hangs_on_it(entry, fall, status):
    found = only(said("a", "entry", "1909-07-22", **entry), said("b", "fall", "1909-07-17", **fall))
    assert found.status == status
    assert (found.verdict is not None) == (status == "decided")


@pytest.mark.parametrize(("rival", "status"), [("1909-07-13", "undecidable"), ("1909-07-20", "open")])
def test_an_undecidable_date_leaves_it_undecidable_only_where_another_day_would_do(rival, status):
    found = only(
        said("a", "entry", "1909-07-22", verdict=UNDECIDABLE),
        said("c", "entry", rival, verdict=UNDECIDABLE),
        said("b", "fall", "1909-07-17"),
    )
    assert found.status == status
    assert found.verdict == (UNDECIDABLE if status == "undecidable" else None)


@pytest.mark.parametrize(("verdict", "status"), [(UNDECIDABLE, "undecidable"), (Verdict("r:fall>entry"), "decided")])
def test_an_editor_decides_of_the_order_itself(verdict, status):
    dated = said("a", "entry", "1909-07-22"), said("b", "fall", "1909-07-17")
    found = only(*dated, verdicts={"fall:after:entry": verdict})
    assert (found.status, found.verdict) == (status, verdict)
    assert only(*dated, verdicts={"fall:after:march": verdict}).status == "open"


def test_what_is_explained_needs_no_decision():
    found = only(
        said("a", "entry", "1909-07-22", meant="1909-07-13"),
        said("b", "fall", "1909-07-17"),
        verdicts={"fall:after:entry": UNDECIDABLE},
    )
    assert (found.status, found.verdict) == ("explained", None)


@pytest.mark.parametrize(
    ("part", "whole", "links", "things"),
    [
        ("1908-06-01", "1909-02-01", [(("whole", "begin"), ("part", "begin"))], ("part", "whole")),
        ("1912-03-30", "1911-11-23", [(("part", "begin"), ("whole", "begin"))], ("whole", "part")),
    ],
)
def test_a_part_outside_its_whole_is_told_as_the_part(part, whole, links, things):
    told = [Link(earlier, later, 0, ("r",), name="part:part_of:whole") for earlier, later in links]
    found = only(said("a", "part", part), said("b", "whole", whole), links=told)
    assert (found.things, found.part) == (things, "part")
    assert only(said("a", "entry", "1909-07-22"), said("b", "fall", "1909-07-17")).part == ""


def test_it_says_how_many_days_must_lie_between():
    found = only(said("a", "entry", "1909-07-22"), said("b", "fall", "1909-07-22"), links=[after("fall", "entry", 2)])
    assert (found.days, found.things) == (2, ("fall", "entry"))


def test_the_distance_by_which_a_thing_is_dated_is_none_between_it_and_the_next():
    meanwhile = Link(("sent", "begin"), ("letter", "begin"), -7, ("m",), dating=True)
    found = only(
        said("a", "sent", "1909-07-06"),
        said("b", "advance", "1909-06-22"),
        links=[meanwhile, after("advance", "letter")],
    )
    assert (found.things, found.days) == (("advance", "letter"), 0)


def test_a_ring_and_its_dates_are_one_contradiction():
    found = only(
        said("a", "entry", "1909-07-22", meant="1909-07-13"),
        said("b", "fall", "1909-07-17"),
        links=[FALL_AFTER_ENTRY, after("entry", "fall")],
    )
    assert found.id == "entry:sequence:fall"
    assert set(found.claims) == {"a", "b", "r:fall>entry", "r:entry>fall"}
    assert found.status == "open", "no reading of a date undoes two orders"


def test_two_firsts_are_a_contradiction_that_dates_do_not_explain():
    firsts = placed("ardabil", 1), placed("tabriz", 1)
    found = only(placed=firsts, links=())
    assert (found.id, found.kind, found.status) == ("ardabil:first:tabriz", "first", "open")
    assert found.claims == ("k-ardabil", "k-tabriz")
    assert only(placed=firsts, links=(), verdicts={"ardabil": Verdict("k-ardabil")}).status == "decided"


@pytest.mark.parametrize(
    ("instance", "contradicts"), [("1907", True), ("1908-06-30", False), ("1908", False), ("1909", False)]
)
def test_a_first_with_an_earlier_instance_is_a_contradiction(instance, contradicts):
    told = Told(
        (said("a", "letters", "1908-06-24"), said("b", "support", instance)),
        placed=(placed("letters", 1), placed("support", 1, None)),
    )
    found = contradictions(told)
    assert bool(found) is contradicts
    if found:
        assert found[0].kind == "first"
        assert set(found[0].claims) == {"a", "b", "k-letters", "k-support"}
        told = Told(told.dated, placed=told.placed, verdicts={"letters": UNDECIDABLE})
        assert contradictions(told)[0].status == "undecidable"
