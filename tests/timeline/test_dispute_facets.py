"""What one more choice of a filter would show."""

import pytest

from tests.factories import make_atlas, make_claim, make_event, make_source
from timeline.chronicle import atlas_disputes
from timeline.dispute_facets import dispute_facets
from timeline.dispute_filters import DisputeFilter
from timeline.resolving import resolve_atlas

pytestmark = pytest.mark.django_db


@pytest.fixture
def everything():
    """A date and a number in dispute, of two events, by three sources."""
    atlas = make_atlas()
    one, two, three = make_source("one"), make_source("two"), make_source("three")
    entry = make_event(atlas, "entry", on="1909-07-22", source=one)
    make_claim(event=entry, face="1909-04-03", edge="on", source=two)
    camp = make_event(atlas, "camp", on="1909", source=one)
    for source, men in ((one, 300), (three, 3000)):
        make_claim(event=camp, attribute="strength", low=men, high=men, unit="men", source=source)
    resolve_atlas(atlas)
    return atlas_disputes([atlas])


def test_each_facet_is_counted_without_its_own_filter_and_with_the_others(everything):
    counted = dispute_facets(DisputeFilter((), kinds=("number",)), everything)
    assert counted["kind"] == {"date": 1, "number": 1}
    assert counted["status"] == {"open": 1}
    assert counted["event"] == {"camp": 1}
    assert counted["source"] == {"one": 1, "three": 1}


def test_a_dispute_counts_once_for_a_source_however_often_it_speaks(everything):
    assert dispute_facets(DisputeFilter(()), everything)["source"] == {"one": 2, "two": 1, "three": 1}


def test_nothing_chosen_counts_nothing(everything):
    counted = dispute_facets(DisputeFilter((), statuses=("decided",)), everything)
    assert counted["kind"] == {}
    assert counted["status"] == {"open": 2}
