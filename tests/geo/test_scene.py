"""Scenes: what a picture must show."""

from geo.points import Bounds, Point
from geo.scene import Place, Route, Scene, Side, Token

SIDE = Side("constitutionalists")


def test_a_scene_shows_places_tokens_and_every_bend_of_a_route():
    scene = Scene(
        places=(Place("a", Point(35, 51), "A"),),
        routes=(Route("r", (Point(37, 49), Point(36, 50)), SIDE),),
        tokens=(Token("t", Point(34, 52), SIDE, "T", "Token"),),
    )
    extent = scene.extent()
    assert all(extent.contains(point) for point in scene.points())
    assert len(list(scene.points())) == 4


def test_a_single_place_has_country_round_it():
    extent = Scene(places=(Place("a", Point(35, 51), "A"),)).extent(least_degrees=2)
    assert extent.east - extent.west == 2


def test_bounds_that_are_given_win():
    box = Bounds(30, 50, 31, 51)
    assert Scene(places=(Place("a", Point(35, 51), "A"),), bounds=box).extent() == box


def test_an_empty_scene_has_no_extent():
    assert Scene().extent() is None
