"""The arithmetic of the gates, and what the report says of them."""

import pytest

from benchmarks.gates import GATES, medians, percentile, same_render
from benchmarks.report import failures, render


@pytest.mark.parametrize(
    ("values", "share", "expected"),
    [
        ([5], 0.95, 5),
        (list(range(1, 101)), 0.95, 95),
        (list(range(1, 21)), 0.95, 19),
        (list(range(20, 0, -1)), 0.5, 10),
        ([1, 2], 1.0, 2),
    ],
)
def test_percentiles_are_nearest_rank(values, share, expected):
    assert percentile(values, share) == expected


def test_a_median_is_taken_over_the_runs_that_have_the_measure():
    assert medians([{"a": 1, "b": 9}, {"a": 3}, {"a": 2}]) == {"a": 2, "b": 9}


@pytest.mark.parametrize(
    ("small", "large", "same"), [(100, 140, True), (100, 141, False), (300, 360, True), (300, 361, False)]
)
def test_first_renders_are_the_same_within_a_factor_or_forty_milliseconds(small, large, same):
    assert same_render(small, large) is same


PASSING = {gate.key: 1.0 for gate in GATES}


def test_an_atlas_within_every_limit_fails_none():
    assert failures({"small": PASSING}) == []


def test_a_measure_over_its_limit_or_missing_fails():
    over = {**PASSING, "heap": 31.0}
    missing = {key: value for key, value in PASSING.items() if key != "step"}
    failed = failures({"over": over, "missing": missing})
    assert len(failed) == 2
    assert failed[0].startswith("over: heap")
    assert failed[1].endswith("not measured")


def test_the_table_says_which_gate_fails():
    table = render("a machine", "a command", 15, {"small": PASSING, "large": {**PASSING, "first_render": 301}})
    line = next(line for line in table.splitlines() if line.startswith("| first render"))
    assert line == ("| first render: map and timeline have drawn events | ≤ 300 ms | 1.0 ms | 301 ms | **fails** |")
    assert "1.2× or 40 ms of the fastest: **fails**" in table
