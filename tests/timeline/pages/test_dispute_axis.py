"""The common axis of disputes: days from the best reading, in per cent, the same for every row."""

from itertools import pairwise

import pytest

from timeline.pages.claimed_days import Mark
from timeline.pages.dispute_axis import BEYOND, REACH, at, axis
from timeline.pages.dispute_statements import Statements

DAY = 2418501
NOBODY = Statements(())


def mark(first: int, last: int | None = None, **fields) -> Mark:
    return Mark(DAY + first, DAY + (first if last is None else last), **{"candidate": False} | fields)


def drawn(*marks: Mark):
    (track,) = axis([("", marks)], DAY, NOBODY, "a").tracks
    return track


def test_the_best_reading_stands_in_the_middle_and_ten_days_are_as_long_on_either_side():
    assert at(DAY, DAY) == 50
    assert at(DAY + 10, DAY) - 50 == pytest.approx(50 - at(DAY - 10, DAY), abs=0.02)
    assert 0 < at(DAY - REACH, DAY) < at(DAY + REACH, DAY) < 100


def test_days_stand_in_order_with_their_looks():
    track = drawn(mark(9), mark(0, accepted=True), mark(-1, read=True), mark(3, candidate=True))
    assert [(each.look, each.words) for each in track.marks] == [
        ("proposed", "12 July"), ("accepted", "13 July"), ("proposed", "16 July"), ("claimed", "22 July"),
    ]  # fmt: skip
    assert [each.x for each in track.marks] == sorted(each.x for each in track.marks)


@pytest.mark.parametrize(
    ("day", "beyond", "words"),
    [
        (REACH + BEYOND, "", "5 August"),
        (REACH + BEYOND + 1, "after", "6 August: 24 days after →"),
        (-REACH - BEYOND - 1, "before", "← 19 June: 24 days before"),
        (-14255, "before", "← 2 July 1870: about 39 years before"),
    ],
)
def test_what_lies_off_the_axis_is_an_arrow_with_its_distance(day, beyond, words):
    track = drawn(mark(0, accepted=True), mark(day))
    (far,) = [each for each in track.marks if each.look == "claimed"]
    assert (far.beyond, far.words) == (beyond, words)
    assert 0 <= far.x <= 100


def test_the_hatch_goes_from_the_first_to_the_last_claimed_day_and_never_to_one_only_read():
    track = drawn(mark(0, accepted=True), mark(9), mark(-5, read=True))
    assert track.hatch == (at(DAY, DAY), pytest.approx(at(DAY + 9, DAY) - at(DAY, DAY), abs=0.01))
    assert drawn(mark(0), mark(4, read=True)).hatch is None


def test_a_month_is_a_month_wide_and_a_year_runs_off_the_axis_at_both_ends():
    month, year = drawn(mark(-12, 18), mark(-190, 171)).marks[::-1]
    assert month.wide
    assert month.length == pytest.approx(31 / (2 * (REACH + BEYOND)) * 100, abs=0.1)
    assert (month.cut_before, month.cut_after) == (False, False)
    assert (year.cut_before, year.cut_after, year.begins, year.ends) == (True, True, 0, 100)


def test_labels_never_lie_on_one_another_even_on_a_phone():
    track = drawn(*(mark(step) for step in range(6)))
    by_row: dict[float, list[float]] = {}
    for each in track.marks:
        by_row.setdefault(each.label_y, []).append(each.x / 100 * 326)
    for middles in by_row.values():
        assert all(later - earlier >= 40 for earlier, later in pairwise(middles))
    assert all(each.label_y < track.base for each in track.marks)


def test_each_thing_has_its_own_line_below_the_one_before():
    drawing = axis([("One", [mark(0)]), ("Nothing", []), ("Other", [mark(-3)])], DAY, NOBODY, "a")
    one, other = drawing.tracks
    assert (one.name, other.name) == ("One", "Other")
    assert one.base < other.name_y < other.base < drawing.height
    assert drawing.words == "One: 13 July 1909, claimed. Other: 10 July 1909, claimed, 3 days earlier"


def test_without_a_day_there_is_nothing_to_draw():
    assert axis([("", [])], DAY, NOBODY, "a") is None
