"""What the script of the place form is answered, and whom."""

import pytest

from tests.factories import make_atlas, make_place

pytestmark = pytest.mark.django_db
ROOT = "/admin/geo/place/"


@pytest.mark.parametrize(
    "path", ["candidates/?q=Astara", "check/?lat=1&lon=2", "around/?south=1&west=1&north=2&east=2"]
)
def test_only_those_who_place_are_answered(client, desk_of, path):
    assert client.get(ROOT + path).status_code == 302
    assert desk_of("geo.view_place", name="reader").get(ROOT + path).status_code == 403
    assert desk_of("geo.add_place", name="editor").get(ROOT + path).status_code == 200


def test_candidates_are_worded_with_their_distance(desk):
    make_place("astara-fort", names={"en": "Astara"}, kind="fort", latitude=38.4, longitude=48.8)
    answer = desk.get(f"{ROOT}candidates/", {"q": "astara", "lat": "38°25′48″N", "lon": "48,87"}).json()
    told = [(each["number"], each["name"], each["facts"], each["distance"]) for each in answer["candidates"]]
    assert told == [
        (1, "Astara-Fort", "fort, in this atlas already", "7.0 km from the point as it is"),
        (2, "Āstārā", "inhabited place, 39,065 people today, Iran, GeoNames 1", "at the point as it is"),
        (3, "Astara", "inhabited place, 15,190 people today, Azerbaijan, GeoNames 2", "3.3 km from the point as it is"),
    ]
    assert answer["candidates"][0]["address"] == "/places/astara-fort/"


@pytest.mark.parametrize(("query", "words"), [("Atlantis", "Nothing is known under “Atlantis”"), (" ", "Type a name")])
def test_a_search_that_finds_nothing_says_what_to_do(desk, query, words):
    answer = desk.get(f"{ROOT}candidates/", {"q": query, "lat": "nonsense"}).json()
    assert answer["candidates"] == []
    assert words in answer["summary"]


@pytest.mark.parametrize(
    ("asked", "point", "problem"),
    [
        ({"lat": "38°25′48″N 48°52′12″E"}, {"lat": 38.43, "lon": 48.87}, {}),
        ({"lat": "", "lon": ""}, None, {}),
        ({"lat": "38.4", "lon": ""}, None, {}),
        ({"lat": "north", "lon": "190"}, None, {"lat": "can't be read", "lon": "between 180°"}),
    ],
)
def test_what_is_typed_is_told_as_it_is_read(desk, asked, point, problem):
    answer = desk.get(f"{ROOT}check/", asked).json()
    assert answer["point"] == point
    assert set(answer["problems"]) == set(problem)
    assert all(words in answer["problems"][name] for name, words in problem.items())


def test_doubles_are_told_while_typing(desk):
    make_place("rasht", names={"fa": "رشت"}, latitude=37.28, longitude=49.58)
    asked = desk.get(f"{ROOT}check/", {"lat": "37.28", "lon": "49.58", "name": ["Resht", "رشت"]}).json()["questions"]
    assert [each["sentence"] for each in asked] == ["“Rasht” has the name “رشت” too, and lies at the same point."]


def test_what_lies_about_is_told_the_greatest_first_in_a_fixed_number_of_queries(desk, django_assert_max_num_queries):
    make_atlas()
    make_place("village", kind="village", latitude=38.1, longitude=48.1)
    make_place("city", names={"fa": "شهر"}, latitude=38.0, longitude=48.0)
    make_place("province", kind="province", latitude=38.0, longitude=48.0)
    make_place("far", latitude=30.0, longitude=48.0)
    itself = make_place("itself", latitude=38.2, longitude=48.2)
    box = {"south": "37", "west": "47", "north": "39", "east": "49", "self": itself.pk}
    with django_assert_max_num_queries(6):
        places = desk.get(f"{ROOT}around/", box).json()["places"]
    assert [(place["id"], place["fa"]) for place in places] == [("city", "شهر"), ("village", "")]


def test_a_view_that_is_none_is_refused_with_its_sentence(desk):
    answer = desk.get(f"{ROOT}around/", {"south": "x", "west": "1", "north": "2", "east": "3"})
    assert answer.status_code == 400
    assert answer.json()["error"]["code"] == "unreadable"
