"""The order of disputes, and how far apart their dates lie."""

import pytest

from tests.factories import make_atlas, make_claim, make_event, make_source
from timeline.chronicle import atlas_disputes
from timeline.dispute_order import ORDERINGS, days_between, first_day, in_order
from timeline.resolving import resolve_atlas

pytestmark = pytest.mark.django_db


def disputes(*pairs):
    """An atlas with an event for each pair of dates printed for it, "a" first."""
    atlas, one, two = make_atlas(), make_source("one"), make_source("two")
    for name, (first, second) in zip("abcdef", pairs, strict=False):
        event = make_event(atlas, name, on=first, source=one)
        make_claim(event=event, face=second, edge="on", source=two)
    camp = make_event(atlas, "camp", on="1907", source=one)
    for source, men in ((one, 300), (two, 3000)):
        make_claim(event=camp, attribute="strength", low=men, high=men, unit="men", source=source)
    resolve_atlas(atlas)
    return atlas_disputes([atlas])


@pytest.mark.parametrize(
    ("pair", "days"),
    [
        (("1909-07-13", "1909-07-22"), 9),
        (("1909-07-22", "1909-07-13"), 9),
        (("1909-07-31", "1909-08"), 1),
        (("1908", "1909-02"), 32),
        (("[1870-07-02,1908-07-02]", "1908-06-23"), 9),
    ],
)
def test_the_distance_is_that_of_the_nearest_days_either_may_mean(pair, days):
    everything = disputes(pair)
    assert [days_between(each, everything) for each in everything.disputes if each.kind == "date"] == [days]


def test_what_speaks_of_no_days_has_no_distance_and_comes_last_by_size_both_ways():
    everything = disputes(("1909-07-13", "1909-07-22"), ("1909-01-01", "1909-01-03"))
    names = {order: [each.subjects[0].id for each in in_order(everything, order)] for order in ("size", "-size")}
    assert names == {"size": ["b", "a", "camp"], "-size": ["a", "b", "camp"]}


@pytest.mark.parametrize("ordering", [sign + name for name in ORDERINGS for sign in ("", "-")])
def test_no_order_loses_any(ordering):
    everything = disputes(("1909-07-13", "1909-07-22"), ("1909-01-01", "1909-01-03"))
    assert {each.id for each in in_order(everything, ordering)} == {each.id for each in everything.disputes}


def test_the_first_day_is_the_earliest_that_is_printed():
    everything = disputes(("1909-07-22", "1909-07-13"))
    assert first_day(everything.disputes[0], everything) == 2418501
