"""The read model: frozen entries, a fixed number of queries, and who agrees with what stands."""

import dataclasses

import pytest

from chronology.spans import Span
from tests.factories import (
    make_atlas,
    make_claim,
    make_event,
    make_force,
    make_movement,
    make_participation,
    make_person,
    make_place,
    make_relation,
    make_source,
)
from timeline.chronicle import event_entries, movement_entries
from timeline.chronicle.dating import stands
from timeline.models import Decision, Event, Movement

pytestmark = pytest.mark.django_db

JULY = Span.instant(2418489, 2418519)
DAY_13, DAY_17 = Span.day(2418501), Span.day(2418505)
WAR = Span.span(2418400, 2418410, 2418500, 2418505)


@pytest.mark.parametrize(
    ("said", "edge", "resolved", "rule", "agrees"),
    [
        (DAY_13, "on", DAY_13, "single", True),
        (JULY, "on", DAY_13, "agreement", True),
        (DAY_17, "on", DAY_13, "witnesses", False),
        (DAY_13, "on", JULY, "undecided", False),
        (DAY_13, "on", JULY, "undecidable", False),
        (None, "on", DAY_13, "single", None),
        (DAY_13, "on", None, "", None),
        (Span.instant(2418390, 2418415), "begin", WAR, "agreement", True),
        # The days of this end are still open, whatever rule decided the other.
        (Span.day(2418405), "begin", WAR, "agreement", False),
        (Span.day(2418405), "end", WAR, "agreement", False),
        (Span.day(2418503), "end", WAR, "agreement", False),
        (Span.instant(2418490, None), "end", WAR, "agreement", True),
        (Span.lasting(2418405, 2418503), "on", WAR, "agreement", True),
    ],
)
def test_a_claim_stands_when_its_literal_date_agrees(said, edge, resolved, rule, agrees):
    assert stands(said, edge, resolved, rule) is agrees


@pytest.fixture
def rich():
    """Two events that relate to each other, with people, forces, a march and a dispute."""
    atlas = make_atlas()
    tehran = make_place("tehran", names={"fa": "تهران"})
    first = make_event(atlas, "first", on="1909-07-13", place=tehran, source=make_source("one"), disputed=True)
    make_claim(event=first, face="1909-07-17", edge="on", source=make_source("two"))
    second = make_event(atlas, "second", on="1909-07-18")
    make_relation(second, "because_of", first)
    make_participation(event=first, person=make_person("yeprem"), side="constitutionalists", role="commander")
    make_participation(event=first, force=make_force("cossacks"), side="royalists")
    make_movement(atlas, "march", event=first, legs=((None, tehran, "", "1909-07-13"),))
    return atlas


def entry(slug: str):
    (found,) = event_entries(Event.objects.filter(slug=slug))
    return found


def test_an_entry_cannot_be_changed(rich):
    with pytest.raises(dataclasses.FrozenInstanceError):
        entry("first").title = "Another"


def test_relations_are_told_at_both_ends(rich):
    assert [(r.kind, r.event.id) for r in entry("second").relations] == [("because_of", "first")]
    assert [(r.kind, r.event.id) for r in entry("first").related_by] == [("causes", "second")]
    assert entry("second").relations[0].claims


def test_a_draft_at_the_other_end_is_not_told(rich):
    Event.objects.filter(slug="first").update(publication="draft")
    assert entry("second").relations == ()


def test_people_and_forces_carry_role_side_and_claims(rich):
    first = entry("first")
    (person,), (force,) = first.people, first.forces
    assert (person.who.id, person.role, person.side) == ("yeprem", "commander", "constitutionalists")
    assert force.side == "royalists"
    assert set(person.claims) | set(force.claims) <= {claim.id for claim in first.claims}
    assert first.sides == ("constitutionalists", "royalists")


def test_a_dispute_names_its_claims_and_where_it_stands(rich):
    (dispute,) = entry("first").disputes
    assert (dispute.id, dispute.status) == ("first:date:on", "open")
    assert len(dispute.claims) == 2


def test_a_decision_settles_a_dispute_and_hides_nothing(rich):
    event = Event.objects.get(slug="first")
    chosen = event.claims.get(key="one-1")
    Decision.objects.create(
        atlas=rich, event=event, attribute="date", edge="on", claim=chosen, reason="r", by="b", on="2026-11-22"
    )
    (dispute,) = entry("first").disputes
    assert dispute.status == "decided"
    assert len(dispute.claims) == 2


def test_the_march_of_an_event_is_named(rich):
    assert [march.id for march in entry("first").movements] == ["march"]


def test_a_leg_with_an_unknown_end_has_no_length(rich):
    (march,) = movement_entries(Movement.objects.all())
    (leg,) = march.legs
    assert (leg.start, leg.distance_km, leg.km_per_day) == (None, None, None)
    assert leg.end.names["fa"] == "تهران"
    assert march.distance_km is None


def test_a_drafted_claim_is_not_told(rich):
    event = Event.objects.get(slug="first")
    make_claim(event=event, publication="draft", key="hidden")
    assert "hidden" not in {claim.id for claim in entry("first").claims}


def test_one_event_and_a_dozen_take_the_same_queries(rich, django_assert_num_queries):
    with django_assert_num_queries(7):
        assert len(event_entries(Event.objects.filter(slug="first"))) == 1
    for number in range(12):
        other = make_event(rich, on="1909", place=make_place())
        make_participation(event=other, person=make_person(), side="royalists")
        if number:
            make_relation(other, "after", Event.objects.get(slug="first"))
    with django_assert_num_queries(7):
        assert len(event_entries(Event.objects.all())) == 14


@pytest.mark.parametrize(
    ("said", "relation", "accepted"),
    [
        ("tehran", "at", True),
        ("gate", "at", True),
        ("iran", "at", True),
        ("tabriz", "at", False),
        ("tabriz", "towards", None),
    ],
)
def test_a_place_agrees_with_what_it_lies_in_and_what_lies_in_it(said, relation, accepted):
    atlas = make_atlas()
    iran = make_place("iran", latitude=32.0, longitude=54.0, uncertainty_km=5)
    tehran = make_place("tehran", parent=iran, uncertainty_km=4)
    places = {
        "iran": iran,
        "tehran": tehran,
        "gate": make_place("gate", parent=tehran, latitude=35.9, longitude=51.9),
        "tabriz": make_place("tabriz", latitude=38.08, longitude=46.29),
    }
    event = make_event(atlas, "capture", place=tehran, place_rule="single")
    claim = make_claim(event=event, attribute="place", edge="at", place=places[said], place_relation=relation)
    told = {each.id: each.accepted for each in entry("capture").claims}
    assert told[claim.key] is accepted
