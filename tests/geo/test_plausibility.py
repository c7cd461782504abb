"""Dates that leave no time for a way, or far too much, are asked about; what may be is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.plausibility import Sighting, Stage, doubtful_stretches, sustained, too_far_apart
from geo.points import Point
from geo.routes import SUSTAINED_KM_PER_DAY, SUSTAINED_SOURCES, pace
from timeline.models.vocabulary import Mode


def leg(order, start, end, km, mode="unknown", departs=None, arrives=None):
    return Stage(order, start, end, km, mode, departs, arrives)


# The legs of a march; (what is doubtful, first and last leg travelled, days left at most, at least).
MARCHES = {
    "a ship and a column, dated at both ends only": (
        [
            leg(1, "baku", "anzali", 325, "ship", departs=(106, 106)),
            leg(2, "anzali", "qazvin", 185, "column", arrives=(111, 111)),
        ],
        [("too_fast", 1, 2, 6, 5)],
    ),
    "the same with four days more": (
        [
            leg(1, "baku", "anzali", 325, "ship", departs=(102, 102)),
            leg(2, "anzali", "qazvin", 185, "column", arrives=(111, 111)),
        ],
        [],
    ),
    "the same by rail": (
        [
            leg(1, "baku", "anzali", 325, "rail", departs=(106, 106)),
            leg(2, "anzali", "qazvin", 185, "rail", arrives=(111, 111)),
        ],
        [],
    ),
    "one leg": (
        [leg(1, "isfahan", "tehran", 437, "riders", (100, 100), (102, 102))],
        [("too_fast", 1, 1, 3, 2)],
    ),
    "some day in a month": ([leg(1, "isfahan", "tehran", 437, "riders", (100, 100), (100, 132))], []),
    "three weeks for a morning's march": (
        [
            leg(5, "camp", "badamk", 16.5, departs=(80, 80)),
            leg(6, "badamk", "gate", 41.6, departs=(100, 101), arrives=(101, 101)),
        ],
        [("too_slow", 5, 5, 22, 20)],
    ),
    "ten days for it": ([leg(1, "camp", "badamk", 16.5, departs=(90, 90), arrives=(100, 100))], []),
    "eleven days for it": (
        [leg(1, "camp", "badamk", 16.5, departs=(90, 90), arrives=(101, 101))],
        [("too_slow", 1, 1, 12, 11)],
    ),
    "a halt between two legs is no pace": (
        [
            leg(1, "a", "b", 60, departs=(100, 100), arrives=(101, 101)),
            leg(2, "b", "c", 60, departs=(140, 140), arrives=(141, 141)),
        ],
        [],
    ),
    "two legs that may be alone and cannot be together": (
        [
            leg(1, "a", "b", 300, "riders", departs=(100, 100), arrives=(100, 105)),
            leg(2, "b", "c", 300, "riders", departs=(100, 105), arrives=(105, 105)),
        ],
        [("too_fast", 1, 2, 6, 5)],
    ),
    "the shorter of two doubtful stretches": (
        [
            leg(1, "a", "b", 300, "foot", departs=(100, 100), arrives=(101, 101)),
            leg(2, "b", "c", 30, "foot", arrives=(102, 102)),
        ],
        [("too_fast", 1, 1, 2, 1)],
    ),
    "a way with an unknown leg": (
        [
            leg(1, "a", "b", 900, departs=(100, 100)),
            leg(2, "b", "", None),
            leg(3, "", "c", None, arrives=(101, 101)),
        ],
        [],
    ),
    "legs that do not join": (
        [leg(1, "a", "b", 900, departs=(100, 100)), leg(2, "x", "c", 900, arrives=(101, 101))],
        [],
    ),
    "no dates": ([leg(1, "a", "b", 900), leg(2, "b", "c", 900)], []),
    "no legs": ([], []),
}


@pytest.mark.parametrize(("legs", "doubtful"), MARCHES.values(), ids=MARCHES)
def test_a_stretch_is_doubtful_only_where_no_reading_of_its_days_makes_it_likely(legs, doubtful):
    found = [
        (each.implausible, each.legs[0], each.legs[-1], each.longest, each.shortest)
        for each in doubtful_stretches(legs)
    ]
    assert found == doubtful


def test_what_a_stretch_needs_is_the_sum_of_its_parts():
    (stretch,) = doubtful_stretches(MARCHES["a ship and a column, dated at both ends only"][0])
    assert stretch.km == 510
    assert stretch.needed == pytest.approx(325 / 450 + 185 / 25)


ROOM = {
    # 8.1 days end on the 111th: they began on the 103rd at the latest.
    "a ship and a column, dated at both ends only": ((-59, 103), (114, 276)),
    "three weeks for a morning's march": ((90, 101), (80, 90)),
    "one leg": ((-43, 96), (106, 245)),
}


@pytest.mark.parametrize(("march", "room"), ROOM.items())
def test_there_is_room_for_other_days_that_would_do(march, room):
    (stretch,) = doubtful_stretches(MARCHES[march][0])
    assert stretch.room == room


@given(
    km=st.floats(1, 3000),
    mode=st.sampled_from(list(SUSTAINED_KM_PER_DAY)),
    departs=st.integers(0, 50),
    days=st.integers(0, 90),
)
def test_a_day_inside_the_room_is_no_more_doubtful_and_one_leg_is_asked_as_its_pace_is(km, mode, departs, days):
    stage = leg(1, "a", "b", km, mode, (departs, departs), (departs + days, departs + days))
    found = doubtful_stretches([stage])
    assert [each.implausible for each in found] == (
        [pace(km, stage.departs, stage.arrives, mode).implausible] if found else []
    )
    for stretch in found:
        (first, last), (begin, end) = stretch.room
        for left in {first, last}:
            assert doubtful_stretches([leg(1, "a", "b", km, mode, (left, left), stage.arrives)]) == []
        for came in {begin, end}:
            assert doubtful_stretches([leg(1, "a", "b", km, mode, stage.departs, (came, came))]) == []


TEHRAN, ISFAHAN, KARAJ, TABRIZ = Point(35.69, 51.42), Point(32.65, 51.67), Point(35.83, 50.98), Point(38.08, 46.29)


def seen(movement, point, days, *, who="army", mode="unknown", ring=5.0):
    return Sighting(who, movement, 1, mode, "a place", point, ring, days)


PLACES = {
    "Isfahan and Tehran on one day": (seen("a", ISFAHAN, (100, 100)), seen("b", TEHRAN, (100, 100)), 1),
    "and the next": (seen("a", ISFAHAN, (100, 100)), seen("b", TEHRAN, (101, 101)), 2),
    "and three days later": (seen("a", ISFAHAN, (100, 100)), seen("b", TEHRAN, (102, 102)), None),
    "the other way about": (seen("a", ISFAHAN, (101, 101)), seen("b", TEHRAN, (100, 100)), 2),
    "by rail": (seen("a", ISFAHAN, (100, 100), mode="rail"), seen("b", TEHRAN, (100, 100)), None),
    "Karaj and Tehran on one day": (seen("a", KARAJ, (100, 100)), seen("b", TEHRAN, (100, 100)), None),
    "somewhere within a province": (seen("a", ISFAHAN, (100, 100), ring=300), seen("b", TEHRAN, (100, 100)), None),
    "some day of a month": (seen("a", TABRIZ, (90, 120)), seen("b", TEHRAN, (100, 100)), None),
    "another force": (seen("a", ISFAHAN, (100, 100), who="x"), seen("b", TEHRAN, (100, 100)), None),
    "one movement": (seen("a", ISFAHAN, (100, 100)), seen("a", TEHRAN, (100, 100)), None),
}


@pytest.mark.parametrize(("one", "other", "days"), PLACES.values(), ids=PLACES)
def test_one_force_is_not_in_two_places_that_no_journey_joins(one, other, days):
    found = too_far_apart([one], [other])
    assert [each.days for each in found] == ([] if days is None else [days])
    assert [each.days for each in too_far_apart([other], [one])] == ([] if days is None else [days])


def test_of_two_movements_the_least_possible_is_told():
    (found,) = too_far_apart(
        [seen("a", ISFAHAN, (100, 100))], [seen("b", TEHRAN, (101, 101)), seen("b", TABRIZ, (101, 101))]
    )
    assert found.other.point == TABRIZ


def test_every_means_of_travel_has_a_pace_and_says_where_it_comes_from():
    assert set(SUSTAINED_KM_PER_DAY) == set(SUSTAINED_SOURCES) == set(Mode.values)
    assert all(SUSTAINED_SOURCES.values())
    assert sustained("balloon") == sustained("unknown")
