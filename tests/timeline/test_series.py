"""Places in a series: two firsts contradict each other, and a first comes before the others."""

import pytest

from timeline.sequences import FIRST
from timeline.series import Placed, links_of, same_places


def placed(thing: str, low: float, high: float | None = 0, series: str = "interventions") -> Placed:
    return Placed(f"k-{thing}", thing, series, low, low if high == 0 else high)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (placed("ardabil", 1), placed("tabriz", 1), True),
        (placed("ardabil", 1), placed("tabriz", 2), False),
        (placed("ardabil", 1), placed("tabriz", 1, series="battles"), False),
        (placed("ardabil", 1), placed("tabriz", 1, None), False),
        (placed("ardabil", 1), Placed("another", "ardabil", "interventions", 1, 1), False),
        (placed("ardabil", 3), placed("tabriz", 3), True),
    ],
)
def test_two_things_cannot_have_one_place_in_a_series(one, other, same):
    assert bool(same_places([one, other])) is same


@pytest.mark.parametrize(
    ("one", "other", "order"),
    [
        (placed("a", 1), placed("b", 2), [("a", "b")]),
        (placed("a", 2), placed("b", 1), [("b", "a")]),
        (placed("a", 1), placed("b", 1, None), [("a", "b")]),
        (placed("a", 1, None), placed("b", 1, None), []),
        (placed("a", 1), placed("b", 1), []),
        (placed("a", 2), placed("b", 1, None), []),
        (placed("a", 1), placed("b", 2, series="battles"), []),
    ],
)
def test_a_place_in_a_series_is_an_order(one, other, order):
    found = links_of([one, other])
    assert [(link.earlier[0], link.later[0]) for link in found] == order
    assert all(link.kind == FIRST and set(link.claims) == {one.key, other.key} for link in found)
