"""All disputes of an atlas as the read model gives them."""

import pytest

from tests.factories import (
    make_atlas,
    make_claim,
    make_event,
    make_movement,
    make_participation,
    make_person,
    make_place,
    make_relation,
    make_source,
)
from timeline.chronicle import atlas_disputes, event_entries, movement_entries
from timeline.models import Decision, Event, Movement
from timeline.resolving import resolve_atlas

pytestmark = pytest.mark.django_db


@pytest.fixture
def atlas():
    """One dispute of every kind."""
    atlas = make_atlas()
    one, two = make_source("one"), make_source("two")
    entry = make_event(atlas, "entry", on="1909-07-22", source=one, order=10)
    make_claim(event=entry, face="1909-07-13", edge="on", source=two)
    fall = make_event(atlas, "fall", on="1909-07-17", source=one, order=20)
    make_relation(fall, "after", entry)
    place, far = make_place("tehran"), make_place("tabriz", latitude=38.0, longitude=46.3)
    camp = make_event(atlas, "camp", on="1909", place=place, source=one, order=30)
    make_claim(event=camp, attribute="place", edge="at", place=far, source=two)
    for source, men in ((one, 300), (two, 3000)):
        make_claim(event=camp, attribute="strength", low=men, high=men, unit="men", source=source)
    for days in (3, 5):
        make_claim(event=camp, attribute="duration", low=days, high=days, unit="days", source=one)
    for slug in ("ardabil", "tabriz-relieved"):
        first = make_event(atlas, slug, on="1909", source=one, order=40)
        make_claim(event=first, attribute="sequence", low=1, high=1, unit="interventions", source=one)
    both = make_person("both")
    make_participation(event=camp, person=both, side="royalists", role="commander")
    make_participation(event=camp, person=both, side="constitutionalists", role="member")
    for slug in ("father", "son"):
        make_participation(event=camp, person=make_person(slug), side="royalists", role="ruler")
    make_movement(atlas, "march", legs=((place, far, "1909-07-05", "1909-07-01"),))
    resolve_atlas(atlas)
    return atlas


def test_every_kind_is_named_with_its_subjects(atlas):
    found = {
        d.id: (d.kind, d.attribute, tuple(each.id for each in d.subjects)) for d in atlas_disputes([atlas]).disputes
    }
    assert found == {
        "entry:date:on": ("date", "date", ("entry",)),
        "entry:sequence:fall": ("sequence", "sequence", ("fall", "entry")),
        "camp:place": ("place", "place", ("camp",)),
        "camp:strength:men": ("number", "strength", ("camp",)),
        "camp:duration": ("duration", "duration", ("camp",)),
        "camp:side:both": ("side", "side", ("camp",)),
        "camp:participant:ruler": ("role", "participant", ("camp",)),
        "ardabil:first:tabriz-relieved": ("first", "sequence", ("ardabil", "tabriz-relieved")),
        "march/1:sequence": ("sequence", "sequence", ("march/1",)),
    }


def test_every_dispute_comes_with_each_of_its_claims(atlas):
    everything = atlas_disputes([atlas])
    for dispute in everything.disputes:
        assert len(dispute.claims) >= 2, dispute.id
        assert tuple(claim.id for claim in everything.claims_of(dispute)) == dispute.claims


def test_a_contradiction_is_listed_with_each_of_its_subjects(atlas):
    by_event = {entry.id: [d.id for d in entry.disputes] for entry in event_entries(Event.objects.all())}
    assert "entry:sequence:fall" in by_event["entry"]
    assert by_event["fall"] == ["entry:sequence:fall"]
    assert by_event["ardabil"] == by_event["tabriz-relieved"] == ["ardabil:first:tabriz-relieved"]
    (march,) = movement_entries(Movement.objects.all())
    assert [d.id for d in march.disputes] == ["march/1:sequence"]


def test_a_record_is_disputed_exactly_when_a_dispute_names_it(atlas):
    named = {subject.id.partition("/")[0] for d in atlas_disputes([atlas]).disputes for subject in d.subjects}
    flagged = {
        *Event.objects.filter(disputed=True).values_list("slug", flat=True),
        *Movement.objects.filter(disputed=True).values_list("slug", flat=True),
    }
    assert named == flagged


def test_the_order_is_that_of_the_narrative(atlas):
    first = [dispute.subjects[0].id for dispute in atlas_disputes([atlas]).disputes]
    assert first.index("entry") < first.index("camp") < first.index("ardabil") < first.index("march/1")


def test_a_decision_of_an_order_is_told(atlas):
    relation = Event.objects.get(slug="fall").relations_out.get()
    Decision.objects.create(
        atlas=atlas, relation=relation, attribute="sequence", reason="Nobody can tell.", by="Editor", on="2026-11-29"
    )
    (dispute,) = [d for d in atlas_disputes([atlas]).disputes if d.id == "entry:sequence:fall"]
    assert (dispute.status, dispute.decision.claim) == ("undecidable", "")
    assert dispute.decision.reason == "Nobody can tell."


def test_a_dispute_of_what_is_not_published_is_not_told(atlas):
    Event.objects.filter(slug="fall").update(publication="withdrawn")
    assert "entry:sequence:fall" not in {d.id for d in atlas_disputes([atlas]).disputes}


def test_two_dozen_disputes_take_the_queries_of_nine(atlas, django_assert_num_queries):
    with django_assert_num_queries(29):
        assert len(atlas_disputes([atlas]).disputes) == 9
    before = Event.objects.get(slug="entry")
    for _number in range(15):
        event = make_event(atlas, on="1909-07-13", source=before.claims.first().source)
        make_relation(event, "after", before)
    resolve_atlas(atlas)
    with django_assert_num_queries(29):
        assert len(atlas_disputes([atlas]).disputes) == 24
