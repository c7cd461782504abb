"""Points: order of coordinates, limits, distances and projection."""

import math

import pytest
from geopy.distance import geodesic
from hypothesis import given
from hypothesis import strategies as st

from geo.points import (
    Bounds,
    Point,
    PointError,
    bounds_of,
    distance_km,
    from_lon_lat,
    from_mercator,
    mercator,
)

TEHRAN, ISFAHAN = Point(35.69, 51.42), Point(32.65, 51.67)

points = st.builds(Point, st.floats(-84, 84), st.floats(-180, 180))


def test_geojson_is_read_longitude_first_and_everything_else_latitude_first():
    tehran = from_lon_lat([51.42, 35.69, 1191])
    assert tehran == TEHRAN
    assert tehran.lon_lat == (51.42, 35.69)
    assert tehran.lat_lon == (35.69, 51.42)


@pytest.mark.parametrize(
    ("lat", "lon"),
    [(91, 0), (-90.01, 0), (0, 180.5), (0, -181), (math.nan, 0), (0, math.inf), (True, 0), ("35", 51)],
)
def test_what_is_not_on_the_globe_is_refused(lat, lon):
    with pytest.raises(PointError):
        Point(lat, lon)


def test_a_swapped_pair_is_refused_where_it_can_be_told():
    with pytest.raises(PointError, match="latitude"):
        Point(120.5, 30)


@pytest.mark.parametrize("pair", [[], [51.42]])
def test_half_a_position_is_refused(pair):
    with pytest.raises(PointError):
        from_lon_lat(pair)


@pytest.mark.parametrize(
    ("start", "end"),
    [(TEHRAN, ISFAHAN), (Point(40.37, 49.85), Point(37.47, 49.46)), (Point(51.5, -0.1), Point(46.5, 30.7))],
)
def test_distances_are_those_of_the_ellipsoid_within_half_a_percent(start, end):
    judge = geodesic(start.lat_lon, end.lat_lon).km
    assert distance_km(start, end) == pytest.approx(judge, rel=0.005)


def test_antipodes_are_half_a_great_circle_apart():
    assert distance_km(Point(0, 0), Point(0, 180)) == pytest.approx(math.pi * 6371.0088)


@given(points)
def test_mercator_and_its_inverse_cancel(point):
    back = from_mercator(*mercator(point))
    assert back.lat == pytest.approx(point.lat, abs=1e-9)
    assert back.lon == pytest.approx(point.lon, abs=1e-9)


def test_mercator_is_that_of_web_maps():
    assert mercator(Point(0, 0)) == (0.5, 0.5)
    # Tile 20/11 of zoom 5 holds Tehran: the numbers every tile server uses.
    x, y = mercator(TEHRAN)
    assert (int(x * 32), int(y * 32)) == (20, 12)
    assert mercator(Point(90, 0))[1] == pytest.approx(0, abs=1e-9)


def test_bounds_hold_all_their_points_and_none_is_no_bounds():
    box = bounds_of([TEHRAN, ISFAHAN])
    assert box == Bounds(32.65, 51.42, 35.69, 51.67)
    assert box.contains(TEHRAN)
    assert not box.contains(Point(36, 51.5))
    assert bounds_of([]) is None


def test_a_box_upside_down_is_refused():
    with pytest.raises(PointError):
        Bounds(south=40, west=50, north=30, east=51)


def test_growing_stops_at_the_poles_and_the_date_line():
    assert Bounds(-89, -179, 89, 179).grown(5) == Bounds(-90, -180, 90, 180)
