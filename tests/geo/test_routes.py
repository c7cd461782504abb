"""Routes: lengths against the geodesic, paces against what was sustained, curves through every stop."""

from itertools import pairwise

import pytest

from geo.points import Point, distance_km
from geo.routes import ROAD_FACTOR, SUSTAINED_KM_PER_DAY, along, curve, length_km, line_km, pace
from timeline.models.vocabulary import Mode

TEHRAN, ISFAHAN, QOM = Point(35.69, 51.42), Point(32.65, 51.67), Point(34.64, 50.88)


def test_a_road_is_longer_than_the_geodesic_by_the_stated_factor():
    assert length_km([TEHRAN, ISFAHAN]) == pytest.approx(338.0 * ROAD_FACTOR, rel=0.01)


def test_a_ship_takes_no_road():
    assert length_km([TEHRAN, ISFAHAN], "ship") == pytest.approx(338.0, rel=0.01)


def test_a_way_round_is_longer():
    assert length_km([TEHRAN, QOM, ISFAHAN]) > length_km([TEHRAN, ISFAHAN])


@pytest.mark.parametrize("points", [[], [TEHRAN]])
def test_without_two_ends_there_is_no_length(points):
    assert length_km(points) is None


@pytest.mark.parametrize(
    ("km", "departs", "arrives", "mode", "implausible"),
    [
        (300, (100, 100), (110, 110), "foot", ""),
        (450, (100, 100), (103, 103), "foot", "too_fast"),
        (450, (100, 100), (103, 110), "foot", "too_fast"),
        (450, (90, 100), (103, 110), "foot", ""),
        (450, (100, 100), (108, 108), "riders", ""),
        (20, (100, 100), (111, 111), "foot", "too_slow"),
        (20, (100, 100), (110, 110), "foot", ""),
        (20, (100, 111), (111, 111), "foot", ""),
        (30, (100, 100), (100, 100), "foot", ""),
        (90, (100, 100), (100, 100), "column", "too_fast"),
        (900, (100, 100), (101, 101), "rail", ""),
        (130, (100, 100), (100, 100), "unknown", "too_fast"),
    ],
)
def test_only_what_no_reading_of_the_dates_allows_is_implausible(km, departs, arrives, mode, implausible):
    assert pace(km, departs, arrives, mode).implausible == implausible


@pytest.mark.parametrize(
    ("km", "departs", "arrives"),
    [(None, (1, 1), (2, 2)), (10, None, (2, 2)), (10, (1, 1), None), (10, (None, 1), (2, 2))],
)
def test_without_both_ends_dated_there_is_no_pace(km, departs, arrives):
    assert pace(km, departs, arrives, "foot") is None


def test_days_are_counted_between_the_middles():
    assert pace(100, (100, 102), (110, 112), "foot").days == 10
    assert pace(100, (100, 102), (110, 112), "foot").km_per_day == 10


def test_every_means_of_travel_has_its_pace():
    assert set(SUSTAINED_KM_PER_DAY) == set(Mode.values)


def test_a_curve_passes_through_every_stop():
    stops = [TEHRAN, QOM, ISFAHAN, Point(29.6, 52.5)]
    line = curve(stops)
    for stop in stops:
        assert min(distance_km(stop, point) for point in line) < 0.001
    assert line[0] == stops[0]
    assert distance_km(line[-1], stops[-1]) < 0.001


def test_two_points_make_a_straight_line():
    assert curve([TEHRAN, ISFAHAN]) == [TEHRAN, ISFAHAN]


@pytest.mark.parametrize("fraction", [0, 0.1, 0.5, 0.77, 1])
def test_a_fraction_of_the_line_is_a_fraction_of_its_length(fraction):
    line = curve([TEHRAN, QOM, ISFAHAN])
    point = along(line, fraction)
    walked = 0.0
    for here, there in pairwise(line):
        piece = distance_km(here, there)
        if distance_km(here, point) + distance_km(point, there) <= piece * 1.0001:
            walked += distance_km(here, point)
            break
        walked += piece
    assert walked == pytest.approx(fraction * line_km(line), abs=0.5)


def test_a_single_point_is_its_own_line():
    assert along([TEHRAN], 0.5) == TEHRAN
