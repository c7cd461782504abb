"""Places that may be the same are found by any spelling and by two kilometres, and by nothing else."""

import pytest

from geo.points import Point
from tests.factories import make_place
from timeline.alike_places import places_alike

pytestmark = pytest.mark.django_db
HERE = Point(37.28, 49.58)


def found(*names, point=HERE, **options) -> list[str]:
    return [alike.place.slug for alike in places_alike(names, point, **options)]


@pytest.mark.parametrize(
    ("name", "spelling"),
    [("Enzeli", "ENZELI"), ("Bandar-e Anzalī", "bandar e anzali"), ("آستارا", "آستارا"), ("بندر انزلي", "بندر انزلی")],
)
def test_a_namesake_is_found_in_every_spelling(name, spelling):
    make_place("known", names={"en": "Somewhere", "fa": name}, latitude=None, longitude=None)
    [alike] = places_alike([spelling], HERE)
    assert (alike.place.slug, alike.km, alike.spelling) == ("known", None, name)


def test_a_name_that_only_begins_alike_is_no_namesake():
    make_place("shahr-e-rey", name="Shahr-e Rey", latitude=None, longitude=None)
    make_place("reyhan", latitude=None, longitude=None)
    assert found("Rey") == []


@pytest.mark.parametrize(("latitude", "near"), [(37.28, True), (37.297, True), (37.299, False)])
def test_two_kilometres_are_near(latitude, near):
    make_place("other", latitude=latitude, longitude=49.58)
    assert bool(found("Rasht")) is near


def test_a_place_is_no_double_of_itself_nor_of_what_it_lies_in_or_holds():
    city = make_place("rasht", latitude=37.28, longitude=49.58)
    gate = make_place("gate", parent=city, latitude=37.28, longitude=49.58)
    make_place("bazaar", parent=gate, latitude=37.28, longitude=49.58)
    assert found("Gate", but=gate.pk, parent=city.pk) == []


def test_without_a_point_and_a_name_nothing_is_asked(django_assert_num_queries):
    make_place("rasht")
    with django_assert_num_queries(0):
        assert found(" ʿ ", point=None) == []


def test_the_queries_do_not_grow_with_what_is_found(django_assert_num_queries):
    for number in range(6):
        make_place(f"twin-{number}", names={"en": "Twin"}, latitude=37.28, longitude=49.58)
    with django_assert_num_queries(2):
        assert len(found("Twin", "Other", "Third")) == 6
