"""What stands and what conflicts when all that is claimed of one subject is weighed."""

import pytest

from chronology.spans import Shape
from tests.factories import make_atlas, make_claim, make_event, make_place, make_side, make_source
from timeline.models import Decision, Interpretation
from timeline.weighable import weighable_claims
from timeline.weighing import weigh

pytestmark = pytest.mark.django_db


@pytest.fixture
def event():
    return make_event(make_atlas(), "march", claims=0)


@pytest.fixture
def sources():
    return make_source("one"), make_source("two")


def disagreements(event, shape=Shape.SPAN):
    weighed = weigh(weighable_claims().filter(event=event).order_by("pk"), event.decisions.all(), shape)
    return {(each.attribute, each.edge): each.conflict for each in weighed.disagreements}


@pytest.mark.parametrize("edge", ["from", "to"])
def test_two_sources_that_name_two_ends_of_a_way_conflict(event, sources, edge):
    near, far = make_place("near"), make_place("far", latitude=30.0)
    for source, place in zip(sources, (near, far), strict=True):
        make_claim(event=event, source=source, attribute="place", edge=edge, place=place)
    assert set(disagreements(event)) == {("place", edge)}


def test_two_ends_named_by_one_source_are_two_stretches_of_the_way(event, sources):
    for place in (make_place("near"), make_place("far", latitude=30.0)):
        make_claim(event=event, source=sources[0], attribute="place", edge="to", place=place)
    assert disagreements(event) == {}


def test_a_direction_is_no_end(event, sources):
    for source, place in zip(sources, (make_place("near"), make_place("far", latitude=30.0)), strict=True):
        make_claim(event=event, source=source, attribute="place", edge="to", place=place, place_relation="towards")
    assert disagreements(event) == {}


def test_a_length_conflicts_with_the_ends_it_does_not_fit(event, sources):
    source, _other = sources
    begin = make_claim(event=event, source=source, face="1909-07-13", edge="begin")
    end = make_claim(event=event, source=source, face="1909-07-17", edge="end")
    five = make_claim(event=event, source=source, attribute="duration", low=5, high=5, unit="days")
    assert disagreements(event) == {}
    three = make_claim(event=event, source=source, attribute="duration", low=3, high=3, unit="days")
    found = disagreements(event)["duration", ""]
    assert set(found.claims) == {begin.key, end.key, five.key, three.key}
    assert found.status == "open"
    Decision.objects.create(atlas=event.atlas, event=event, attribute="duration", reason="So.", by="E", on="2026-11-29")
    assert disagreements(event)["duration", ""].status == "undecidable"


def test_two_victors_of_one_fight_conflict_until_an_editor_decides(event, sources):
    sides = [make_side(event.atlas, name) for name in ("royalists", "constitutionalists")]
    claims = [
        make_claim(event=event, source=source, attribute="outcome", outcome="victory", winner=side)
        for source, side in zip(sources, sides, strict=True)
    ]
    found = disagreements(event)["outcome", ""]
    assert (set(found.claims), found.status) == ({claim.key for claim in claims}, "open")
    Decision.objects.create(
        atlas=event.atlas, event=event, attribute="outcome", claim=claims[0], reason="So.", by="E", on="2026-11-29"
    )
    assert disagreements(event)["outcome", ""].status == "decided"


def test_days_counted_from_a_printed_date_conflict_as_printed_and_are_meant_as_it_is(event, sources):
    source, other = sources
    anchor = make_event(event.atlas, "entry", on="1909-07-22", source=source).claims.get()
    make_claim(event=event, source=other, face="1909-07-13", edge="begin")
    counted = make_claim(
        event=event, source=source, edge="begin", relative_to_claim=anchor, offset_low=0, offset_high=0
    )
    counted.begin_earliest = counted.begin_latest = counted.end_earliest = counted.end_latest = 2418501
    counted.face_shape = "instant"
    counted.save()
    assert disagreements(event) == {}, "the resolver says that it is 13 July"
    Interpretation.objects.create(claim=anchor, method="other", value="1909-07-13", reason="So.")
    assert disagreements(event)["date", "begin"].status == "explained"
