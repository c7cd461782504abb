"""Disagreements between things are explained by readings that put an order right, or by ends that a length fits."""

from dataclasses import replace

import pytest

from tests.timeline.statements_said import counted, said
from timeline.chronicle.entries import DisputeEntry
from timeline.chronicle.explanations import explained
from timeline.chronicle.values import Anchor, Reference

CAUSE, EFFECT = (
    Reference("event", "cause", "Cause", "/events/cause/"),
    Reference("event", "effect", "Effect", "/events/effect/"),
)
LEG = Reference("leg", "march/1", "A leg", "/movements/march/")


def order(claims, *subjects, **more):
    dispute = DisputeEntry("cause:sequence:effect", "sequence", "", "open", tuple(claim.id for claim in claims),
                           kind="sequence", subjects=subjects, **more)  # fmt: skip
    (found,) = explained([dispute], claims)
    return found


def test_the_later_thing_is_named_first_and_its_dates_must_follow():
    cause = said("a", "13 July 1909", "1909-07-13", subject=CAUSE)
    effect = said("b", "22 June 1909", "1909-06-22", subject=EFFECT)
    found = order([cause, effect], EFFECT, CAUSE)
    assert ("b", "1909-07-22", "month_slipped") in {(p.claim, p.edtf, p.method) for p in found.proposals}
    assert ("b", "1909-07-13", "solar_hijri_month_as_gregorian") in {
        (p.claim, p.edtf, p.method) for p in found.proposals
    }
    assert found.explained_by == ("cannot_tell",)
    assert order([cause, effect], CAUSE, EFFECT).proposals == ()


def test_a_date_of_another_thing_on_which_one_hangs_is_no_date_of_it():
    cause = said("a", "13 July 1909", "1909-07-13", subject=CAUSE)
    effect = said("b", "22 July 1909", "1909-07-22", subject=EFFECT)
    anchor = said("c", "1 January 1911", "1911-01-01", subject=Reference("event", "other", "Other", ""))
    assert order([cause, effect, anchor], EFFECT, CAUSE).explained_by == ("contradiction",)


FIFTH, LATER = (
    said("a", "November 5, 1911", "1911-11-05", subject=CAUSE),
    said("b", "November 9, 1911", "1911-11-09", subject=EFFECT),
)


@pytest.mark.parametrize(
    ("first", "then", "days", "part", "words"),
    [
        (LATER, FIFTH, 0, "", "By the days printed, what is told later came 4 days before what is told earlier."),
        (LATER, FIFTH, 0, "effect", "The part is dated 4 days before the whole begins."),
        (LATER, FIFTH, 0, "cause", "The part is dated 4 days after the whole has ended."),
        (FIFTH, FIFTH, 2, "", "By what is told at least 2 days lie between them; the days printed leave none."),
        (FIFTH, LATER, 6, "", "By what is told at least 6 days lie between them; the days printed leave 4 days."),
        (LATER, FIFTH, -2, "", "By what is told at most 2 days lie between them; by the days printed it is 4 days."),
    ],
)
def test_it_is_said_by_how_many_days_the_order_is_wrong(first, then, days, part, words):
    claims = [replace(first, id="a", subject=CAUSE), replace(then, id="b", subject=EFFECT)]
    found = order(claims, EFFECT, CAUSE, days=days, part=part)
    assert words in found.explanation.arithmetic or words in found.explanation.text


def test_the_dates_beside_an_order_are_no_witnesses_of_it():
    cause = said("a", "13 July 1909", "1909-07-13", subject=CAUSE, source="one")
    effect = said("b", "22 June 1909", "1909-06-22", subject=EFFECT, source="one")
    rival = said("c", "24 June 1909", "1909-06-24", subject=EFFECT, source="two")
    dispute = DisputeEntry("x", "sequence", "", "open", ("a", "b"), kind="sequence", subjects=(EFFECT, CAUSE))
    (found,) = explained([dispute], [cause, effect, rival])
    assert found.witnesses == 1


def test_two_firsts_say_what_is_counted():
    claims = [
        replace(counted(key, 1, 1, "interventions"), attribute="sequence", subject=thing)
        for key, thing in (("a", CAUSE), ("b", EFFECT))
    ]
    dispute = DisputeEntry("x", "sequence", "", "open", ("a", "b"), kind="first", subjects=(EFFECT, CAUSE))
    (found,) = explained([dispute], claims)
    assert found.explained_by == ("contradiction",)
    assert found.explanation.arithmetic == "What is counted: interventions."


def test_a_leg_that_arrives_before_it_leaves_is_read_otherwise():
    leaves = said("a", "22 July 1909", "1909-07-22", subject=LEG, edge="departs")
    arrives = said("b", "14 July 1909", "1909-07-14", subject=LEG, edge="arrives")
    found = order([leaves, arrives], LEG)
    assert ("a", "1909-07-13") in {(p.claim, p.edtf) for p in found.proposals}


def lengths(*claims):
    dispute = DisputeEntry(
        "thing:duration", "duration", "", "open", tuple(claim.id for claim in claims), kind="duration"
    )
    (found,) = explained([dispute], claims)
    return found


def told(key, number, unit="days"):
    return replace(counted(key, number, number, unit), attribute="duration")


BEGIN = said("a", "13 July 1909", "1909-07-13", edge="begin")


@pytest.mark.parametrize(
    ("end", "days", "proposed"),
    [
        # Three days end on the third or the fourth: 17 July is one too many.
        (said("b", "17 July 1909", "1909-07-17", edge="end"), 3, ["1909-07-16"]),
        (said("b", "25 July 1909", "1909-07-25", edge="end"), 3, ["1909-07-16"]),
        (said("b", "17 July 1909", "1909-07-17", edge="end"), 40, []),
    ],
)
def test_a_length_asks_for_an_end_that_it_would_fit(end, days, proposed):
    found = lengths(BEGIN, end, told("c", days))
    assert found.explained_by == ("lengths_differ",)
    assert [each.edtf for each in found.proposals if each.claim == "b"][: len(proposed)] == proposed


def test_the_days_between_two_ends_are_counted_both_ways():
    found = lengths(BEGIN, said("b", "17 July 1909", "1909-07-17", edge="end"), told("c", 3))
    assert found.explanation.arithmetic == "13 to 17 July 1909: 4 days, or 5 with both ends counted."


def test_it_says_which_of_the_printed_lengths_the_days_fit():
    three, five = replace(told("c", 3), as_printed="three days"), replace(told("d", 5), as_printed="five-day")
    found = lengths(BEGIN, said("b", "17 July 1909", "1909-07-17", edge="end"), three, five)
    assert found.explanation.arithmetic.endswith("That fits “five-day”, not “three days”.")


def test_years_are_counted_where_no_day_is_known():
    begin, end = said("a", "1909", "1909", edge="begin"), said("b", "1918", "1918", edge="end")
    found = lengths(begin, end, replace(told("c", 6, "years"), as_printed="six years"))
    assert found.explanation.arithmetic == "Begun 1909, ended 1918: 8.0 to 10.0 years. That does not fit “six years”."


def test_two_lengths_may_differ_without_any_day():
    found = lengths(told("a", 3), told("b", 5))
    assert found.explanation.text == "The lengths told do not fit each other."
    assert (found.explanation.arithmetic, found.proposals) == ("", ())


def test_what_hangs_on_a_claim_is_explained_by_what_that_one_is_held_to_mean():
    anchored = said(
        "a", "22 July", "1909-07-22", meant=("solar_hijri_month_as_gregorian", "1909-07-13", "22 Tir is 13 July.")
    )
    hanging = replace(
        said("b", "continued", "1909-07-13", edge="begin"),
        relative_to=Anchor(Reference("claim", "a", "a", "/claims/a/"), 0, 0, meant=anchored.interpreted),
    )
    other = said("c", "13 July 1909", "1909-07-13", edge="begin")
    dispute = DisputeEntry("thing:date:begin", "date", "begin", "explained", ("b", "c"))
    (found,) = explained([dispute], [hanging, other])
    assert found.explained_by == ("solar_hijri_month_as_gregorian",)
    assert (found.explanation.accepted, found.explanation.arithmetic) == (True, "22 Tir is 13 July.")
