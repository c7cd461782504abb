"""Outcomes: one victor, and what was agreed was not refused."""

import pytest

from timeline.outcomes import Ending, opposed


@pytest.mark.parametrize(
    ("one", "other", "contradict"),
    [
        (("victory", "royalists"), ("victory", "constitutionalists"), True),
        (("captured", "royalists"), ("repulsed", "constitutionalists"), True),
        (("victory", "royalists"), ("inconclusive", ""), True),
        (("agreed", ""), ("refused", ""), True),
        (("victory", "royalists"), ("captured", "royalists"), False),
        (("victory", "royalists"), ("fled", ""), False),
        (("surrendered", ""), ("executed", ""), False),
        (("inconclusive", ""), ("retreated", ""), False),
        (("inconclusive", ""), ("inconclusive", ""), False),
    ],
)
def test_two_outcomes_contradict_each_other_or_can_both_be_true(one, other, contradict):
    for pair in ((one, other), (other, one)):
        found = opposed(Ending(f"k-{number}", *each) for number, each in enumerate(pair))
        assert found == (("k-0", "k-1") if contradict else ())


def test_who_agrees_with_nobody_is_named_and_who_contradicts_nobody_is_not():
    told = [Ending("a", "victory", "royalists"), Ending("b", "fled"), Ending("c", "victory", "russia")]
    assert opposed(told) == ("a", "c")
