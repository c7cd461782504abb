"""Which value stands, by which rule, and what conflicts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronology.edtf import edtf_choices, parse_edtf
from chronology.spans import Span
from geo.points import Point
from timeline.resolution import (
    AGREEMENT,
    DECIDED,
    DECISION,
    EXPLAINED,
    OPEN,
    SINGLE,
    UNDECIDABLE,
    UNDECIDED,
    WITNESSES,
    Days,
    Quantity,
    Spot,
    Statement,
    conflict,
    conflicting,
    resolve,
)


def said(key, edtf, *, witness=None, meant=None):
    return Statement(
        key=key,
        source=key.rsplit("-", 1)[0],
        witness=witness or key.rsplit("-", 1)[0],
        faces=tuple(Days(span) for span in edtf_choices(edtf)),
        meant=Days(parse_edtf(meant)) if meant else None,
    )


def days(edtf):
    return Days(parse_edtf(edtf))


def test_nothing_claimed_resolves_to_nothing():
    assert resolve([]).value is None
    assert conflict([]) is None


def test_a_single_claim_stands_alone():
    found = resolve([said("a-1", "1909-07-13")])
    assert (found.value, found.rule, found.accepted) == (days("1909-07-13"), SINGLE, "a-1")


@pytest.mark.parametrize(
    ("looser", "finer"),
    [
        ("1909-07", "1909-07-13"),
        ("1909", "1909-07-13"),
        ("1909", "1909-07"),
        ("[..1909-07-20]", "1909-07-13"),
        ("1908/1911", "1908-06/1911-11-23"),
    ],
)
def test_compatible_claims_agree_and_the_most_precise_wins(looser, finer):
    statements = [said("a-1", looser), said("b-1", finer)]
    found = resolve(statements)
    assert found.value == days(finer)
    assert found.rule == AGREEMENT
    assert found.accepted == "b-1"
    assert conflict(statements) is None


def test_the_most_independent_witnesses_win():
    statements = [said("a-1", "1909-07-13"), said("b-1", "1909-07-13"), said("c-1", "1909-07-22")]
    found = resolve(statements)
    assert (found.value, found.rule) == (days("1909-07-13"), WITNESSES)
    assert found.dissenting == ("c-1",)


def test_a_copy_is_not_a_second_witness():
    statements = [
        said("a-1", "1909-07-13"),
        said("copy-1", "1909-07-13", witness="a"),
        said("c-1", "1909-07-22"),
    ]
    assert resolve(statements).rule == UNDECIDED


def test_a_source_that_says_two_things_is_a_witness_for_neither():
    statements = [said("a-1", "1909-07-13"), said("a-2", "1909-07-22"), said("c-1", "1909-07-22")]
    found = resolve(statements)
    assert (found.value, found.rule) == (days("1909-07-22"), WITNESSES)
    alone = resolve([said("a-1", "1909-07-13"), said("a-2", "1909-07-22")])
    assert alone.rule == UNDECIDED
    assert alone.value.span == Span.instant(parse_edtf("1909-07-13").earliest, parse_edtf("1909-07-22").latest)


def test_the_undecided_value_is_the_hull_and_never_an_average():
    found = resolve([said("a-1", "1909-07-15"), said("b-1", "1909-07-16")])
    assert found.rule == UNDECIDED
    assert found.value == days("[1909-07-15..1909-07-16]")
    assert set(found.dissenting) == {"a-1", "b-1"}
    assert found.accepted == ""


def test_an_editors_decision_comes_first():
    statements = [said("a-1", "1909-07-13"), said("b-1", "1909-07-13"), said("c-1", "1909-07-22")]
    found = resolve(statements, decided="c-1")
    assert (found.value, found.rule, found.accepted) == (days("1909-07-22"), DECISION, "c-1")
    assert found.dissenting == ("a-1", "b-1")


def test_undecidable_is_said_and_keeps_the_hull():
    statements = [said("a-1", "1909-07-15"), said("b-1", "1909-07-16"), said("c-1", "1909-07-16")]
    found = resolve(statements, undecidable=True)
    assert found.rule == UNDECIDABLE
    assert found.value == days("[1909-07-15..1909-07-16]")


def test_an_interpretation_explains_a_conflict_that_never_vanishes():
    statements = [said("a-1", "1909-07-13"), said("a-2", "1909-07-22", meant="1909-07-13")]
    found = conflict(statements)
    assert (found.claims, found.status) == (("a-1", "a-2"), EXPLAINED)
    resolved = resolve(statements)
    assert resolved.value == days("1909-07-13")
    assert resolved.dissenting == ("a-2",), "as printed it still dissents"


@pytest.mark.parametrize(
    ("options", "status"),
    [({}, OPEN), ({"decided": True}, DECIDED), ({"undecidable": True}, UNDECIDABLE)],
)
def test_a_conflict_says_where_it_stands(options, status):
    statements = [said("a-1", "1909-07-15"), said("b-1", "1909-07-16")]
    assert conflict(statements, **options).status == status


def test_ambiguous_text_conflicts_only_if_every_candidate_does():
    ambiguous = said("a-1", "[1909-05-05,1871-05-05]")
    assert conflicting([ambiguous, said("b-1", "1909-05-05")]) == ()
    assert conflicting([ambiguous, said("b-1", "1909-05-07")]) == ("a-1", "b-1")


def test_ambiguous_text_resolves_to_the_candidate_that_agrees():
    found = resolve([said("a-1", "[1871-05-05,1909-05-05]"), said("b-1", "1909-05")])
    assert found.value == days("1909-05-05")


def test_three_claims_of_which_two_pairs_overlap_are_still_a_conflict():
    statements = [said("a-1", "1909-07-13"), said("b-1", "1909-07"), said("c-1", "1909-07-22")]
    assert conflicting(statements) == ("a-1", "c-1")


TEHRAN = Spot("tehran", ("persia",), Point(35.69, 51.42), 4)
GATE = Spot("behjatabad-gate", ("tehran", "persia"), Point(35.71, 51.41), 1.2)
QAZVIN = Spot("qazvin", ("persia",), Point(36.27, 50.0), 3)


def placed(key, spot):
    return Statement(key, key[0], key[0], (spot,))


def test_a_gate_agrees_with_its_city_and_is_the_more_precise():
    statements = [placed("a-1", TEHRAN), placed("b-1", GATE)]
    assert conflict(statements) is None
    assert resolve(statements).value == GATE


def test_places_further_apart_than_their_rings_conflict():
    statements = [placed("a-1", TEHRAN), placed("b-1", QAZVIN)]
    assert conflict(statements).claims == ("a-1", "b-1")
    assert resolve(statements).value == TEHRAN


def test_a_place_without_a_point_agrees_only_with_itself_and_what_it_lies_in():
    unknown = Spot("somewhere")
    assert conflict([placed("a-1", unknown), placed("b-1", unknown)]) is None
    assert conflict([placed("a-1", unknown), placed("b-1", TEHRAN)]) is not None


def test_numbers_conflict_when_their_ranges_are_disjoint():
    def told(key, low, high):
        return Statement(key, key[0], key[0], (Quantity(low, high, "men"),))

    assert conflict([told("a-1", 300, 900), told("b-1", 500, 500)]) is None
    assert conflict([told("a-1", 300, 900), told("b-1", 3000, 3000)]) is not None


spans = st.tuples(st.integers(2418000, 2418060), st.integers(0, 20)).map(
    lambda pair: Days(Span.instant(pair[0], pair[0] + pair[1]))
)
statements = st.lists(st.tuples(spans, st.sampled_from("abcd")), min_size=1, max_size=6).map(
    lambda pairs: [Statement(f"{w}-{i}", w, w, (v,)) for i, (v, w) in enumerate(pairs)]
)


@given(statements)
def test_the_value_never_lies_outside_what_was_said(claims):
    found = resolve(claims).value.span
    assert min(c.faces[0].span.earliest for c in claims) <= found.earliest
    assert found.latest <= max(c.faces[0].span.latest for c in claims)


@given(statements)
def test_every_statement_either_supports_or_dissents(claims):
    found = resolve(claims)
    assert sorted((*found.supporting, *found.dissenting)) == sorted(c.key for c in claims)


@given(statements)
def test_agreement_and_conflict_exclude_each_other(claims):
    agrees = resolve(claims).rule in (SINGLE, AGREEMENT)
    # Intervals that meet pairwise meet all together (Helly's theorem in one dimension).
    assert agrees == (conflict(claims) is None)
