"""Dates against the order told of things: what contradicts it, and what does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronology.edtf import edtf_choices, parse_edtf
from timeline.rings import rings
from timeline.sequences import FIRST, SEQUENCE, Dated, Link, clashes


def said(key: str, thing: str, face: str, *, end: str = "begin", meant: str = "", **more) -> Dated:
    """A statement about one end of a thing; a face with a comma is a text of several readings."""

    def pair(span):
        return span.earliest, span.latest

    faces = tuple(pair(span) for span in edtf_choices(face))
    return Dated(key, (thing, end), faces, pair(parse_edtf(meant)) if meant else None, **more)


def after(later: str, earlier: str, days: int = 0, **fields) -> Link:
    """What is told: `later` comes after `earlier`."""
    name = f"{later}:after:{earlier}"
    return Link((earlier, "begin"), (later, "begin"), days, (f"r:{later}>{earlier}",), order=True, name=name, **fields)


def found(dated, links):
    return [clash.claims for clash in clashes(dated, links)]


@pytest.mark.parametrize(
    ("cause", "effect", "contradict"),
    [
        ("1909-07-13", "1909-07-17", False),
        ("1909-07-22", "1909-07-17", True),
        ("1909-07-17", "1909-07-17", False),
        ("1909-07", "1909-07-01", False),
        ("1909-07-01", "1909-07", False),
        ("1909-07-13", "1909", False),
        ("1909", "1908", True),
        ("1909-02", "1909-01-31", True),
        ("[1909-05-05,1871-05-05]", "1909-05-04", False),
        ("[1909-05-05,1871-05-05]", "1871-05-04", True),
        ("1909-07-13", "[1909-05-05,1871-05-05]", True),
        ("[..1909-07-13]", "1909-07-01", False),
        ("[1909-07-13..]", "1909-07-01", True),
        ("1909-07-13", "[1909-05-01..]", False),
    ],
)
def test_an_effect_contradicts_its_cause_only_where_no_reading_lets_both_be(cause, effect, contradict):
    told = [said("a", "cause", cause), said("b", "effect", effect)]
    assert found(told, [after("effect", "cause")]) == ([("a", "r:effect>cause", "b")] if contradict else [])


def test_a_contradiction_names_every_link_of_its_chain_and_no_other():
    links = [after("shelling", "march"), after("fall", "shelling"), after("feast", "shelling"), after("fall", "letter")]
    told = [said("a", "march", "1909-06-22"), said("b", "fall", "1909-06-01"), said("c", "letter", "1909-05-01")]
    assert found(told, links) == [("a", "r:shelling>march", "r:fall>shelling", "b")]


def test_the_days_on_the_way_count():
    chain = [after("first-day", "order"), after("third-day", "first-day", 2)]
    order = said("a", "order", "1909-04-20")
    assert found([order, said("b", "third-day", "1909-04-21")], chain) != []
    assert found([order, said("b", "third-day", "1909-04-22")], chain) == []


def test_at_most_so_many_days_bounds_from_the_other_side():
    links = [Link(("due", "begin"), ("threat", "begin"), -2, ("r",)), after("due", "threat")]
    threat = said("a", "threat", "1911-11-21")
    assert found([threat, said("b", "due", "1911-11-23")], links) == []
    assert found([threat, said("b", "due", "1911-11-24")], links) == [("b", "r", "a")]


def test_what_is_dated_on_the_way_takes_the_contradiction_upon_itself():
    chain = [after("b", "a"), after("c", "b")]
    one, last = said("1", "a", "1909-07-22"), said("3", "c", "1909-07-13")
    assert found([one, said("2", "b", "1909-07-20"), last], chain) == [
        ("1", "r:b>a", "2"),
        ("2", "r:c>b", "3"),
    ]
    assert found([one, said("2", "b", "1909-07-25"), last], chain) == [("2", "r:c>b", "3")]


def test_a_vague_date_on_the_way_hides_no_contradiction():
    chain = [after("b", "a"), after("c", "b")]
    told = [said("1", "a", "1909-07-22"), said("2", "b", "1909"), said("3", "c", "1909-07-13")]
    assert found(told, chain) == [("1", "r:b>a", "r:c>b", "3")]


def test_the_shortest_chain_is_the_one_told():
    links = [after("b", "a"), after("c", "b"), after("c", "a")]
    told = [said("1", "a", "1909-07-22"), said("3", "c", "1909-07-13")]
    assert found(told, links) == [("1", "r:c>a", "3")]


def test_what_one_sentence_dates_twice_is_no_second_contradiction():
    links = [after("arrival", "entry", -1)]
    entry = [said("1", "entry", "1909-07-13", sentence="s1"), said("2", "entry", "1909-07-22", sentence="s2")]
    echo = said("3", "arrival", "1909-07-13", sentence="s1")
    assert found([*entry, echo], links) == []
    elsewhere = said("3", "arrival", "1909-07-13", sentence="s3")
    assert found([*entry, elsewhere], links) == [("2", "r:arrival>entry", "3")]


def test_a_vague_word_in_the_same_sentence_is_no_echo():
    entry = [said("1", "entry", "1909-07", sentence="s1"), said("2", "entry", "1909-07-22", sentence="s2")]
    fall = said("3", "fall", "1909-07-17", sentence="s1")
    assert found([*entry, fall], [after("fall", "entry")]) == [("2", "r:fall>entry", "3")]


def test_what_is_counted_from_a_rival_date_is_no_second_contradiction():
    entry = [said("1", "entry", "1909-07-13"), said("2", "entry", "1909-07-22")]
    counted = said("3", "fighting", "1909-07-13", leaning=("1",))
    assert found([*entry, counted], [after("fighting", "entry")]) == []


def test_a_claim_does_not_contradict_itself():
    whole = [said("a", "siege", "1909-07-22", end="begin"), said("a", "siege", "1909-07-13", end="end")]
    assert found(whole, [Link(("siege", "begin"), ("siege", "end"), 0)]) == []


def test_a_thing_that_ends_before_it_begins_is_about_itself_alone():
    told = [said("a", "siege", "1909-04"), said("b", "siege", "1909-03-01", end="end")]
    (clash,) = clashes(told, [Link(("siege", "begin"), ("siege", "end"), 0)])
    assert (clash.things, clash.claims) == (("siege",), ("a", "b"))


def test_what_is_dated_by_its_distance_is_the_thing_that_is_about():
    links = [
        Link(("sending", "begin"), ("letter", "begin"), -7, ("meanwhile",), dating=True),
        after("advance", "letter"),
    ]
    told = [said("a", "sending", "1909-07-06"), said("b", "advance", "1909-06-22")]
    (clash,) = clashes(told, links)
    assert clash.things == ("advance", "letter")
    assert clash.claims == ("a", "meanwhile", "r:advance>letter", "b")


def test_a_contradiction_by_the_place_in_a_series_is_of_that_kind():
    told = [said("a", "one", "1909-02"), said("b", "two", "1908")]
    link = Link(("one", "begin"), ("two", "begin"), 0, ("first", "other"), FIRST)
    assert [clash.kind for clash in clashes(told, [link])] == [FIRST]
    assert [clash.kind for clash in clashes(told, [after("two", "one")])] == [SEQUENCE]


@pytest.mark.parametrize(("meant", "stands"), [("", True), ("1909-07-13", False), ("1909-07-18", True)])
def test_it_stands_only_where_the_accepted_reading_leaves_it(meant, stands):
    told = [said("a", "entry", "1909-07-22", meant=meant), said("b", "fall", "1909-07-17")]
    (clash,) = clashes(told, [after("fall", "entry")])
    assert clash.stands is stands


def test_things_told_before_each_other_contradict_themselves_whatever_their_days():
    refuge, deposition = after("refuge", "deposition"), after("deposition", "refuge")
    (ring,) = rings([refuge, deposition, after("exile", "refuge")])
    assert {link.name for link in ring} == {"refuge:after:deposition", "deposition:after:refuge"}


def test_a_longer_ring_is_told_once_and_a_chain_is_none():
    chain = [after("b", "a"), after("c", "b"), after("d", "c")]
    assert rings(chain) == ()
    (ring,) = rings([*chain, after("a", "c")])
    assert {link.later[0] for link in ring} == {"a", "b", "c"}


def test_being_part_of_something_is_no_order_that_makes_a_ring():
    part = Link(("whole", "begin"), ("part", "begin"), 0, ("p",))
    assert rings([part, after("whole", "part")]) == ()


days = st.integers(2418400, 2418420)
statements = st.lists(st.tuples(st.sampled_from("abcdef"), days, st.integers(0, 4)), max_size=10)
orders = st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef"), st.integers(0, 3)), max_size=10)


@given(statements, orders)
def test_every_contradiction_found_cannot_all_be_true(told, ordered):
    dated = [Dated(f"k{n}", (thing, "begin"), ((day, day + width),)) for n, (thing, day, width) in enumerate(told)]
    links = [after(later, earlier, apart) for later, earlier, apart in ordered if later != earlier]
    for clash in clashes(dated, links):
        assert [link.later for link in clash.links[:-1]] == [link.earlier for link in clash.links[1:]]
        assert clash.links[0].earlier == clash.earlier.point
        assert clash.links[-1].later == clash.later.point
        assert clash.later.faces[0][1] < clash.earlier.faces[0][0] + sum(link.days for link in clash.links)


@given(statements, orders)
def test_what_can_all_be_true_is_never_a_contradiction(told, ordered):
    """Days are chosen first, and every statement and order is made true of them."""
    where = {thing: 2418400 + 3 * number for number, thing in enumerate("abcdef")}
    dated = [
        Dated(f"k{n}", (thing, "begin"), ((where[thing] - width, where[thing] + width),))
        for n, (thing, _day, width) in enumerate(told)
    ]
    links = [
        after(later, earlier, min(apart, where[later] - where[earlier]))
        for later, earlier, apart in ordered
        if where[later] > where[earlier]
    ]
    assert clashes(dated, links) == ()
    assert rings(links) == ()


@given(statements, orders)
def test_no_contradiction_is_missed_between_exact_days(told, ordered):
    """Where any two days contradict a chain of orders, at least one contradiction is found."""
    dated = [Dated(f"k{n}", (thing, "begin"), ((day, day),)) for n, (thing, day, _width) in enumerate(told)]
    links = [after(later, earlier, apart) for later, earlier, apart in ordered if later < earlier]
    bounds = {(one, other): apart for other, one, apart in ordered if other < one}
    for middle in "abcdef":
        for one in "abcdef":
            for other in "abcdef":
                if (one, middle) in bounds and (middle, other) in bounds:
                    through = bounds[one, middle] + bounds[middle, other]
                    bounds[one, other] = max(bounds.get((one, other), through), through)
    for later, earlier, apart in ordered:
        if later < earlier:
            bounds[earlier, later] = max(bounds.get((earlier, later), apart), apart)
    wrong = any(
        (one.point[0], other.point[0]) in bounds
        and other.faces[0][0] < one.faces[0][0] + bounds[one.point[0], other.point[0]]
        for one in dated
        for other in dated
    )
    assert bool(clashes(dated, links)) == wrong


@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")), max_size=10))
def test_there_is_a_ring_exactly_where_something_comes_before_itself(ordered):
    links = [after(later, earlier) for later, earlier in ordered if later != earlier]
    before = {(link.earlier[0], link.later[0]) for link in links}
    for _length in range(6):
        before |= {(one, last) for one, two in before for there, last in before if two == there}
    on_a_ring = {thing for thing in "abcdef" if (thing, thing) in before}
    assert {link.later[0] for ring in rings(links) for link in ring} == on_a_ring
