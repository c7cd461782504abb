"""Events without a date are bounded by those they follow and precede."""

import pytest

from chronology.errors import RelativeDateCycle
from timeline.brackets import Order, Within, brackets


def test_between_two_dated_events():
    found = brackets(["x"], {"a": (10, 12), "b": (20, 25)}, [Order("a", "x"), Order("x", "b")], [])
    assert found == {"x": (10, 25)}


def test_one_side_stays_open():
    assert brackets(["x"], {"a": (10, 12)}, [Order("a", "x")], []) == {"x": (10, None)}
    assert brackets(["x"], {"a": (10, 12)}, [Order("x", "a")], []) == {"x": (None, 12)}


def test_stated_days_close_the_other_side():
    assert brackets(["x"], {"a": (10, 12)}, [Order("a", "x", 3, 5)], []) == {"x": (13, 17)}
    assert brackets(["x"], {"a": (10, 12)}, [Order("x", "a", 3, 5)], []) == {"x": (5, 9)}


def test_bounds_travel_along_chains():
    orders = [Order("a", "x"), Order("x", "y"), Order("y", "z"), Order("z", "b")]
    found = brackets(["x", "y", "z"], {"a": (10, 10), "b": (30, 30)}, orders, [])
    assert found == {"x": (10, 30), "y": (10, 30), "z": (10, 30)}


def test_a_part_lies_within_its_whole():
    assert brackets(["x"], {"war": (5, 50)}, [], [Within("x", "war")]) == {"x": (5, 50)}


def test_without_relations_there_is_no_bracket():
    assert brackets(["x"], {"a": (1, 2)}, [], []) == {"x": (None, None)}


def test_relations_that_contradict_each_other_never_turn_a_bracket_round():
    found = brackets(["x"], {"a": (30, 30), "b": (10, 10)}, [Order("a", "x"), Order("x", "b")], [])
    first, last = found["x"]
    assert first is None or last is None or first <= last


def test_a_ring_is_refused_by_name():
    with pytest.raises(RelativeDateCycle) as refused:
        brackets(["x", "y"], {}, [Order("x", "y"), Order("y", "x")], [])
    assert set(refused.value.names) == {"x", "y"}
