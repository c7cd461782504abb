"""Relative dates: what their words mean, and where they lead."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronology.edtf import parse_edtf
from chronology.errors import RelativeDateCycle, RelativeDateError
from chronology.relative import Direction, Offset, parse_relative, resolve, resolve_all
from chronology.spans import Shape, Span

AFTER, BEFORE, AROUND, LASTING = Direction

SAID = [
    ("five days later", AFTER, 5, 5),
    ("Five days later", AFTER, 5, 5),
    ("5 days later", AFTER, 5, 5),
    ("one day later", AFTER, 1, 1),
    ("the next day", AFTER, 1, 1),
    ("on the next day", AFTER, 1, 1),
    ("the following morning", AFTER, 1, 1),
    ("the same day", AFTER, 0, 0),
    ("that night", AFTER, 0, 1),
    ("the previous day", BEFORE, 1, 1),
    ("two days before", BEFORE, 2, 2),
    ("three weeks earlier", BEFORE, 21, 21),
    ("after three days of fighting", AFTER, 3, 3),
    ("after several days of fighting", AFTER, 3, 10),
    ("After a five-day battle", AFTER, 5, 5),
    ("after two hours of shelling", AFTER, 0, 1),
    ("a few days later", AFTER, 2, 7),
    ("two or three days later", AFTER, 2, 3),
    ("10–12 days later", AFTER, 10, 12),
    ("about 17 days after", AFTER, 15, 19),
    ("a month later", AFTER, 28, 32),
    ("two years later", AFTER, 730, 732),
    ("within a week", AFTER, 0, 7),
    ("soon", AFTER, 0, 30),
    ("shortly afterwards", AFTER, 0, 30),
    ("immediately", AFTER, 0, 1),
    ("eventually", AFTER, 0, None),
    ("then", AFTER, 0, None),
    ("meanwhile", AROUND, 0, 7),
    ("on the first day", AFTER, 0, 0),
    ("on the third day of the battle", AFTER, 2, 2),
    ("for 53 days", LASTING, 53, 53),
    ("for three days", LASTING, 3, 3),
    ("48 hours", LASTING, 2, 2),
    ("lasting three hours", LASTING, 0, 1),
    ("five-day battle", LASTING, 5, 5),
    ("one-year siege", LASTING, 365, 366),
    ("for almost a year", LASTING, 328, 366),
    ("for the next six years", LASTING, 2190, 2196),
    ("more than 40 days", LASTING, 40, 60),
    ("پنج روز بعد", AFTER, 5, 5),
    ("روز بعد", AFTER, 1, 1),
    ("۵ روز بعد", AFTER, 5, 5),
]


@pytest.mark.parametrize(("text", "direction", "low", "high"), SAID, ids=[row[0] for row in SAID])
def test_words_of_distance_have_a_stated_range(text, direction, low, high):
    offset = parse_relative(text)
    assert (offset.direction, offset.low, offset.high) == (direction, low, high)
    assert offset.text == text


@pytest.mark.parametrize("text", ["", "13 July 1909", "days", "a long time hence perhaps", "five", "x" * 5000])
def test_what_states_no_distance_is_refused_with_its_text(text):
    with pytest.raises(RelativeDateError) as refused:
        parse_relative(text)
    assert refused.value.value == text


@pytest.mark.parametrize("bounds", [(-1, 2), (3, 2)])
def test_an_offset_with_impossible_bounds_is_refused(bounds):
    with pytest.raises(RelativeDateError):
        Offset(*bounds)


RESOLVED = [
    ("1909-07-01", "five days later", "1909-07-06"),
    ("1909-07-01", "the next day", "1909-07-02"),
    ("1909-07-01", "two days before", "1909-06-29"),
    ("1909-07-01", "a few days later", "[1909-07-03..1909-07-08]"),
    ("1909-07-01", "then", "[1909-07-01..]"),
    ("1909-07-11", "meanwhile", "[1909-07-04..1909-07-18]"),
    ("1909-07", "five days later", "[1909-07-06..1909-08-05]"),
    ("1909-07-13/1909-07-17", "the next day", "1909-07-18"),
    ("1909-07-13/1909-07-17", "the previous day", "1909-07-12"),
    ("1909-07-13", "for three days", "1909-07-13/[1909-07-15..1909-07-16]"),
    ("1909-07-15", "for 53 days", "1909-07-15/[1909-09-05..1909-09-06]"),
    ("[..1909-04-19]", "the next day", "[..1909-04-20]"),
]


@pytest.mark.parametrize(("anchor", "text", "edtf"), RESOLVED)
def test_an_offset_on_an_anchor_leads_here(anchor, text, edtf):
    assert resolve(parse_edtf(anchor), parse_relative(text)) == parse_edtf(edtf)


@given(
    st.integers(2418000, 2418400),
    st.integers(0, 30),
    st.integers(0, 40),
    st.integers(0, 20),
    st.integers(-100, 100),
    st.sampled_from(Direction),
)
def test_a_relative_date_moves_with_its_anchor(first, width, low, more, moved, direction):
    anchor, offset = Span.instant(first, first + width), Offset(low, low + more, direction)
    assert resolve(anchor.shift(moved, moved), offset) == resolve(anchor, offset).shift(moved, moved)


def test_before_undoes_after():
    day = Span.day(2418489)
    assert resolve(resolve(day, Offset(5, 5)), Offset(5, 5, Direction.BEFORE)) == day


def test_what_lasts_is_a_span_and_what_follows_is_an_instant():
    day = Span.day(2418489)
    assert resolve(day, Offset(3, 3, Direction.LASTING)).shape is Shape.SPAN
    assert resolve(day, Offset(3, 3)).shape is Shape.INSTANT


def test_a_chain_is_followed_in_any_order():
    relative = {
        "entry": ("skirmish", Offset(3, 3)),
        "skirmish": ("march", Offset(1, 2)),
        "rest": ("entry", Offset(1, 1)),
    }
    resolved = resolve_all(relative, {"march": Span.day(100)})
    assert resolved == {
        "skirmish": Span.instant(101, 102),
        "entry": Span.instant(104, 105),
        "rest": Span.instant(105, 106),
    }


def test_an_anchor_with_a_date_of_its_own_keeps_it():
    relative = {"a": ("b", Offset(1, 1)), "b": ("a", Offset(1, 1))}
    assert resolve_all(relative, {"b": Span.day(10)})["a"] == Span.day(11)


def test_what_hangs_on_nothing_dated_is_left_out():
    assert resolve_all({"a": ("b", Offset(1, 1)), "b": ("c", Offset(1, 1))}, {}) == {}


def test_a_ring_is_refused_by_name():
    relative = {
        "a": ("b", Offset(1, 1)),
        "b": ("c", Offset(1, 1)),
        "c": ("d", Offset(1, 1)),
        "d": ("b", Offset(1, 1)),
    }
    with pytest.raises(RelativeDateCycle) as refused:
        resolve_all(relative, {})
    assert refused.value.names == ("b", "c", "d")
    assert "b → c → d → b" in refused.value.message
