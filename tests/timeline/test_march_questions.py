"""A march whose dates leave no likely time for it is asked about, with the readings of them that would."""

import pytest

from tests.factories import make_atlas, make_claim, make_event, make_force, make_movement, make_person, make_place
from timeline.chronicle import movement_entries
from timeline.chronicle.march_questions import march_questions
from timeline.chronicle.sightings import sightings_beside
from timeline.models import Claim, Interpretation, Leg, Movement, Mover

pytestmark = pytest.mark.django_db


@pytest.fixture
def camp():
    return make_place("camp", latitude=35.70, longitude=51.25)


@pytest.fixture
def badamk():
    return make_place("badamk", latitude=35.60, longitude=51.16)


def asked(slug="march"):
    (entry,) = movement_entries(Movement.objects.filter(slug=slug))
    return march_questions(entry, sightings_beside(entry))


def printed(movement, edge, words):
    Claim.objects.filter(leg__movement=movement, edge=edge).update(as_printed=words)


def test_three_weeks_for_a_mornings_march_ask_for_a_halt_or_another_calendar(atlas, camp, badamk):
    march = make_movement(atlas, "march", legs=((camp, badamk, "1909-06-22", "1909-07-12"),))
    printed(march, "departs", "22 June 1909")
    (question,) = asked()
    assert (question.code, question.legs, question.days) == ("too_slow", (1,), 20)
    assert question.text == "Camp to Badamk, 18 km in at least 20 days (22 June to 12 July 1909): 0.9 km a day."
    assert question.arithmetic == "Column with guns: 18 km at 25 km a day, so about 0.7 days."
    found = {each.edtf: each for each in question.proposals if each.as_printed == "22 June 1909"}
    assert list(found) == ["1909-07-05"]
    assert (
        found["1909-07-05"].why
        == "22 June 1909 O.S. is 5 July 1909. Old Style, the Julian calendar, ran 13 days behind."
    )


def test_a_date_that_hangs_on_another_asks_about_the_words_of_that_one(atlas):
    baku, qazvin = (
        make_place("baku", latitude=40.37, longitude=49.89),
        make_place("qazvin", latitude=36.27, longitude=50.0),
    )
    gathering = make_claim(event=make_event(atlas, "gathering", on="1909-07-01"), face="1909-07-01", key="gathers")
    march = make_movement(atlas, "march", legs=((baku, qazvin, "1909-07-06", "1909-07-11", {"mode": "riders"}),))
    leaving = Claim.objects.filter(leg__movement=march, edge="departs")
    leaving.update(as_printed="Five days later", face="", relative_to_claim=gathering, offset_low=5, offset_high=5)
    Claim.objects.filter(key="gathers").update(as_printed="1 July 1909")
    (question,) = asked()
    (first, *_others) = [each for each in question.proposals if each.claim == "gathers"]
    assert (first.as_printed, first.edtf, first.meant) == ("1 July 1909", "1909-06-22", "1 Tir 1288")


def test_what_an_editor_has_read_already_is_not_read_again(atlas, camp, badamk):
    march = make_movement(atlas, "march", legs=((camp, badamk, "1909-06-22", "1909-07-12"),))
    printed(march, "departs", "22 June 1909")
    Interpretation.objects.create(
        claim=Claim.objects.get(leg__movement=march, edge="departs"), method="old_style", value="1909-07-05",
        arithmetic="", reason="r", by="b", on="2026-11-22")  # fmt: skip
    (question,) = asked()
    assert not [each for each in question.proposals if each.as_printed == "22 June 1909"]


@pytest.mark.parametrize(
    ("column", "value"),
    [("status", "planned"), ("status", "abandoned"), ("departs_earliest", None), ("end", None)],
)
def test_what_was_not_made_or_is_not_known_is_not_asked_about(atlas, camp, badamk, column, value):
    make_movement(atlas, "march", legs=((camp, badamk, "1909-06-22", "1909-07-12"),))
    Leg.objects.update(**{column: value})
    assert asked() == ()


def test_a_force_in_two_places_on_one_day_is_asked_whether_it_was_divided(atlas, camp):
    army, isfahan = make_force("army", name="The army"), make_place("isfahan", latitude=32.65, longitude=51.67)
    make_movement(atlas, "march", force=army, legs=((None, camp, "", "1909-07-12"),))
    make_movement(atlas, "other", title="Another march", force=army, legs=((isfahan, None, "1909-07-12", ""),))
    (question,) = asked()
    assert (question.code, question.days, question.other.id) == ("two_places", 1, "other")
    assert question.text == (
        "The army: at Camp 12 July 1909 and, by “Another march”, at Isfahan 12 July 1909, "
        "at least 341 km apart in at most 1 day."
    )
    assert question.arithmetic == "Means not given: 120 km a day at the most; this would take 341."
    assert question.asks == "Was it divided, or is one of the dates wrong?"
    (back,) = asked("other")
    assert back.other.id == "march"


@pytest.mark.parametrize("apart", ["published", "leg", "mover", "atlas"])
def test_only_what_is_told_of_the_same_mover_in_the_same_atlas_is_held_against_it(atlas, camp, apart):
    army, isfahan = make_force("army"), make_place("isfahan", latitude=32.65, longitude=51.67)
    make_movement(atlas, "march", force=army, legs=((None, camp, "", "1909-07-12"),))
    elsewhere = make_atlas("elsewhere", is_default=False) if apart == "atlas" else atlas
    other = make_movement(elsewhere, "other", force=army, legs=((isfahan, None, "1909-07-12", ""),))
    if apart == "published":
        Movement.objects.filter(pk=other.pk).update(publication="draft")
    if apart == "leg":
        Mover.objects.filter(movement=other).update(from_leg=2)
    if apart == "mover":
        Mover.objects.filter(movement=other).update(force=None, person=make_person("army"))
    assert asked() == ()


def test_the_others_are_read_in_one_query(atlas, camp, badamk, django_assert_num_queries):
    army = make_force("army")
    make_movement(atlas, "march", force=army, legs=((None, camp, "", "1909-07-12"),))
    for _number in range(12):
        make_movement(atlas, force=army, legs=((camp, badamk, "1909-07-01", "1909-07-02"),))
    (entry,) = movement_entries(Movement.objects.filter(slug="march"))
    with django_assert_num_queries(1):
        assert len(sightings_beside(entry).sightings) == 24
