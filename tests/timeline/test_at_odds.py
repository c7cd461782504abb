"""Records know whether they contradict others, after loading, saving and deleting."""

import pytest

from tests.factories import (
    make_claim,
    make_event,
    make_movement,
    make_participation,
    make_person,
    make_place,
    make_relation,
    make_source,
)
from timeline.models import Event, Interpretation, Movement
from timeline.resolving import resolve_atlas, resolve_touched
from timeline.touched import touched_by

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair(atlas):
    """A fall on 17 July that is told to follow an entry on 22 July."""
    entry, fall = make_event(atlas, "entry", on="1909-07-22"), make_event(atlas, "fall", on="1909-07-17")
    relation = make_relation(fall, "after", entry)
    resolve_atlas(atlas)
    return entry, fall, relation


def flags(model=Event):
    return {slug: (odds, disputed) for slug, odds, disputed in model.objects.values_list("slug", "at_odds", "disputed")}


def test_both_ends_of_a_contradiction_are_disputed(pair):
    assert flags() == {"entry": (True, True), "fall": (True, True)}


@pytest.mark.parametrize("way", ["redate", "unrelate", "hide the claim", "withdraw the other"])
def test_a_change_of_one_record_ends_it_for_both(pair, way):
    entry, _fall, relation = pair
    if way == "redate":
        claim = entry.claims.get()
        touched = touched_by(claim)
        claim.face, claim.begin_earliest, claim.begin_latest, claim.end_earliest, claim.end_latest = (
            "1909-07-13", *[2418501] * 4,
        )  # fmt: skip
        claim.save()
    elif way == "unrelate":
        touched = touched_by(relation)
        relation.delete()
    elif way == "hide the claim":
        claim = relation.claims.get()
        touched = touched_by(claim)
        claim.publication = "draft"
        claim.save()
    else:
        touched = touched_by(entry)
        entry.publication = "withdrawn"
        entry.save()
    resolve_touched(touched)
    assert flags() == {"entry": (False, False), "fall": (False, False)}


def test_a_change_of_one_record_begins_it_for_both(atlas):
    entry, fall = make_event(atlas, "entry", on="1909-07-22"), make_event(atlas, "fall", on="1909-07-17")
    resolve_atlas(atlas)
    assert flags() == {"entry": (False, False), "fall": (False, False)}
    relation = make_relation(fall, "after", entry)
    resolve_touched(touched_by(relation.claims.get()))
    assert flags() == {"entry": (True, True), "fall": (True, True)}


def test_what_is_disputed_by_itself_stays_so_when_the_contradiction_ends(pair):
    entry, _fall, relation = pair
    rival = make_claim(event=entry, face="1909-07-25")
    resolve_touched(touched_by(rival))
    touched = touched_by(relation)
    relation.delete()
    resolve_touched(touched)
    assert flags() == {"entry": (False, True), "fall": (False, False)}


def test_an_explanation_ends_no_contradiction(pair):
    made = Interpretation.objects.create(claim=pair[0].claims.get(), method="other", value="1909-07-13", reason="So.")
    resolve_touched(touched_by(made))
    assert flags() == {"entry": (True, True), "fall": (True, True)}


def test_a_march_that_arrives_before_it_sets_out_is_disputed(atlas):
    make_source("one")
    make_movement(atlas, "march", legs=((make_place(), make_place(), "1909-07-05", "1909-07-01"),))
    resolve_atlas(atlas)
    assert flags(Movement) == {"march": (True, True)}


def test_a_person_on_two_sides_makes_an_event_disputed_by_itself(atlas):
    battle, both = make_event(atlas, "battle", on="1909-07-13"), make_person("both")
    make_participation(event=battle, person=both, side="royalists", role="commander")
    resolve_atlas(atlas)
    assert flags() == {"battle": (False, False)}
    make_participation(event=battle, person=both, side="constitutionalists", role="member")
    resolve_atlas(atlas)
    assert flags() == {"battle": (False, True)}


def test_an_atlas_in_order_takes_few_queries(atlas, django_assert_max_num_queries):
    for number in range(40):
        make_event(atlas, f"event-{number}", on="1909-07-13")
    resolve_atlas(atlas)
    with django_assert_max_num_queries(40):
        resolve_touched(touched_by(Event.objects.get(slug="event-3")))
