"""The list of places: found in every spelling, narrowed by what is known of their points, in few queries."""

import pytest

from tests.factories import make_place
from timeline.admin.rearranging.desk import RIGHT

pytestmark = pytest.mark.django_db
LIST = "/admin/geo/place/"


def listed(desk, **asked) -> list[str]:
    return sorted(place.slug for place in desk.get(LIST, asked).context["cl"].result_list)


@pytest.fixture(autouse=True)
def places():
    make_place("anzali", names={"fa": "بندر انزلی", "en": "Bandar-e Anzali"}, kind="port", geocoder="geonames")
    make_place("rasht", names={"fa": "رشت"}, geocoder="editor")
    make_place("nowhere", kind="village", latitude=None, longitude=None)


@pytest.mark.parametrize("asked", ["Anzalī", "bandar e ANZALI", "بندر انزلي", "Anzali Bandar", "anzali"])
def test_a_place_is_found_in_every_spelling(desk, asked):
    assert listed(desk, q=asked) == ["anzali"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"point": "no"}, ["nowhere"]),
        ({"point": "yes"}, ["anzali", "rasht"]),
        ({"geocoder": "geonames"}, ["anzali"]),
        ({"kind__exact": "village"}, ["nowhere"]),
    ],
)
def test_places_are_narrowed_by_what_is_known_of_them(desk, asked, found):
    assert listed(desk, **asked) == found


def test_the_list_takes_as_many_queries_for_one_as_for_all(desk, django_assert_max_num_queries):
    desk.get(LIST)
    taken = []
    for asked in ({"q": "rasht"}, {}):
        with django_assert_max_num_queries(15) as queries:
            page = desk.get(LIST, asked).content.decode()
        taken.append(len(queries))
    assert taken[0] == taken[1]
    assert "35°41′24″N 51°25′12″E" in page
    assert "not known" in page


def test_merging_is_offered_to_those_who_may(desk_of):
    placing = desk_of("geo.view_place", "geo.change_place", name="placing")
    assert "merge_selected" not in placing.get(LIST).content.decode()
    merging = desk_of("geo.view_place", "geo.change_place", RIGHT, name="merging")
    assert "merge_selected" in merging.get(LIST).content.decode()
    keys = [place.pk for place in merging.get(LIST).context["cl"].result_list][:2]
    answer = merging.post(LIST, {"action": "merge_selected", "_selected_action": keys})
    assert answer["Location"].startswith("/admin/geo/place/merge/?keep=")
    refused = merging.post(LIST, {"action": "merge_selected", "_selected_action": keys[:1]}, follow=True)
    assert "Choose exactly two places" in refused.content.decode()
