"""The algebra of spans: what is certain, what is possible, what agrees."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronology.errors import InvalidSpan
from chronology.spans import AFTER_ALL, BEFORE_ALL, Shape, Span

days = st.integers(2418000, 2418030)
bound = st.one_of(st.none(), days)


@st.composite
def instants(draw, ends=bound):
    first, last = draw(ends), draw(ends)
    if first is not None and last is not None and first > last:
        first, last = last, first
    return Span.instant(first, last)


@st.composite
def closed_spans(draw):
    first, second, third, fourth = sorted(draw(st.lists(days, min_size=4, max_size=4)))
    begun, ending = draw(st.sampled_from([(second, third), (third, second)]))
    return Span.span(first, begun, ending, fourth)


@st.composite
def spans(draw):
    whole = draw(closed_spans())
    opening = draw(st.sampled_from(["closed", "begin", "end", "both"]))
    begin = (None, None) if opening in ("begin", "both") else whole.numbers[:2]
    end = (None, None) if opening in ("end", "both") else whole.numbers[2:]
    return Span.span(*begin, *end)


anything = st.one_of(instants(), spans())
closed = st.one_of(instants(days), closed_spans())


def worlds(span):
    """Every (begin, end) that a closed span allows."""
    first, begun, ending, last = span.numbers
    if span.is_instant:
        return {(day, day) for day in range(first, last + 1)}
    return {(b, e) for b in range(first, begun + 1) for e in range(ending, last + 1) if b <= e}


@given(closed, closed)
def test_certainly_and_possibly_overlapping_are_what_counting_every_case_gives(one, two):
    shared = [b <= e2 and b2 <= e for b, e in worlds(one) for b2, e2 in worlds(two)]
    assert one.possibly_overlaps(two) == any(shared)
    if one.certainly_overlaps(two):
        assert all(shared)


@given(closed, days, days)
def test_a_window_holds_what_certainly_overlaps_it(span, one, two):
    window = Span.lasting(min(one, two), max(one, two))
    assert span.certainly_overlaps(window) == (
        span.begin_latest <= window.end_latest and span.end_earliest >= window.begin_earliest
    )


@given(closed, closed)
def test_before_is_what_counting_every_case_gives(one, two):
    before = [e < b2 for _, e in worlds(one) for b2, _ in worlds(two)]
    assert one.certainly_before(two) == all(before)
    assert one.possibly_before(two) == any(before)


@given(anything, anything)
def test_certain_is_possible(one, two):
    if one.certainly_overlaps(two):
        assert one.possibly_overlaps(two)
    if one.certainly_before(two):
        assert one.possibly_before(two)
        assert not one.possibly_overlaps(two)


@given(anything, anything)
def test_overlap_agreement_and_intersection_are_mutual(one, two):
    assert one.certainly_overlaps(two) == two.certainly_overlaps(one)
    assert one.possibly_overlaps(two) == two.possibly_overlaps(one)
    assert one.compatible_with(two) == two.compatible_with(one)
    assert one.intersect(two) == two.intersect(one)


@given(closed, closed)
def test_spans_of_one_shape_agree_when_one_case_fits_both(one, two):
    if one.shape is two.shape:
        common = worlds(one) & worlds(two)
        met = one.intersect(two)
        if common:
            assert worlds(met) == common
        elif one.is_instant:
            assert met is None


@given(anything, anything)
def test_the_intersection_lies_within_both_and_the_hull_holds_both(one, two):
    hull = one.hull(two)
    assert hull.contains(one)
    assert hull.contains(two)
    met = one.intersect(two)
    if met is not None and one.shape is two.shape:
        assert one.contains(met)
        assert two.contains(met)


@given(anything)
def test_a_span_agrees_with_itself(span):
    assert span.intersect(span) == span
    assert span.hull(span) == span
    assert span.contains(span)


@given(anything, st.integers(-40, 40), st.integers(0, 40))
def test_a_shift_moves_the_bounds_by_at_least_and_at_most_so_much(span, low, more):
    moved = span.shift(low, low + more)
    for before, after, by in zip(span.numbers, moved.numbers, (low, low + more) * 2, strict=True):
        assert after == (None if before is None else before + by)


def test_a_month_agrees_with_a_day_inside_it_and_not_with_one_outside():
    july = Span.instant(2418489, 2418519)
    assert july.intersect(Span.day(2418501)) == Span.day(2418501)
    assert not july.compatible_with(Span.day(2418520))


def test_of_an_instant_and_a_span_that_agree_the_span_remains():
    fighting = Span.lasting(2418501, 2418505)
    july = Span.instant(2418489, 2418519)
    assert july.intersect(fighting) == fighting
    assert fighting.intersect(july) == fighting
    assert fighting.intersect(Span.day(2418506)) is None


def test_an_unknown_day_of_a_year_is_certain_only_for_a_window_that_holds_the_year():
    killing = Span.instant(2417942, 2418307)
    assert killing.certainly_overlaps(Span.lasting(2417942, 2418307))
    assert not killing.certainly_overlaps(Span.lasting(2417942, 2418306))
    assert killing.possibly_overlaps(Span.lasting(2418306, 2418306))


def test_open_bounds_reach_beyond_every_day():
    assert Span.instant(None, 10).bounds == (BEFORE_ALL, 10, BEFORE_ALL, 10)
    assert Span.instant(10, None).bounds == (10, AFTER_ALL, 10, AFTER_ALL)
    assert Span.span(None, None, 5, 5).bounds == (BEFORE_ALL, BEFORE_ALL, 5, 5)
    assert Span.span(5, 5, None, None).bounds == (5, 5, AFTER_ALL, AFTER_ALL)
    assert Span.span(None, None, 5, 5).certainly_overlaps(Span.day(-3000))
    assert not Span.instant(None, 10).certainly_overlaps(Span.lasting(1, 10))


def test_width_counts_both_ends_and_is_unknown_where_open():
    assert Span.day(7).width == 1
    assert Span.instant(1, 31).width == 31
    assert Span.instant(None, 31).width is None


def test_exact_is_known_to_the_day_at_both_ends():
    assert Span.day(7).is_exact
    assert Span.lasting(7, 9).is_exact
    assert not Span.instant(7, 9).is_exact
    assert not Span.span(7, 8, 9, 9).is_exact
    assert not Span.span(7, 7, None, None).is_exact


def test_a_span_ends_no_sooner_than_it_can_have_begun():
    assert Span.span(10, 40, 1, 20).numbers == (10, 20, 10, 20)


@pytest.mark.parametrize(
    ("numbers", "shape", "field"),
    [
        ((5, 4, 5, 4), Shape.INSTANT, "begin_latest"),
        ((5, 5, 6, 6), Shape.INSTANT, "end_earliest"),
        ((5, 5, 9, 8), Shape.SPAN, "end_latest"),
        ((5, 6, 4, 8), Shape.SPAN, "end_earliest"),
        ((5, 9, 6, 8), Shape.SPAN, "begin_latest"),
        (("5", 9, 6, 9), Shape.SPAN, "begin_earliest"),
        ((5, 9.5, 6, 9), Shape.SPAN, "begin_latest"),
    ],
)
def test_numbers_that_contradict_each_other_are_refused_by_field(numbers, shape, field):
    with pytest.raises(InvalidSpan) as refused:
        Span(*numbers, shape)
    assert refused.value.field == field


def test_a_shift_whose_least_is_more_than_its_most_is_refused():
    with pytest.raises(InvalidSpan):
        Span.day(5).shift(3, 2)
