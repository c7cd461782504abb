"""GeoJSON of events, movements and places: what RFC 7946 asks, with days beside the properties."""

import json

import pytest

from tests.timeline.feeds.records import HOSTILE

DOCUMENTS = ("events.geojson", "movements.geojson", "places.geojson")


@pytest.fixture
def features(fetched):
    """features("events.geojson") by their id."""

    def by_id(address: str) -> dict[str, dict]:
        return {each["id"]: each for each in json.loads(fetched(address))["features"]}

    return by_id


@pytest.mark.parametrize("address", DOCUMENTS)
def test_a_document_says_whose_it_is_and_under_which_licence(fetched, address):
    body = json.loads(fetched(address))
    assert body["type"] == "FeatureCollection"
    assert body["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert body["attribution"] == "The Revolution, http://testserver/, CC BY 4.0"
    assert body["links"][0]["href"] == "http://testserver/"
    # RFC 7946, 4: nothing but WGS 84, so nothing is said of it.
    assert "crs" not in body


@pytest.mark.parametrize("address", DOCUMENTS)
def test_members_of_the_format_have_no_other_meaning(features, address):
    for feature in features(address).values():
        assert {"type", "id", "geometry", "properties"} <= set(feature)
        # RFC 7946, 7.1: these may stand in no feature.
        assert not {"coordinates", "geometries", "features"} & set(feature)


@pytest.mark.parametrize("address", DOCUMENTS)
def test_positions_are_longitude_first_and_no_finer_than_six_decimals(features, address):
    found = []

    def look(part):
        if isinstance(part, list) and part and isinstance(part[0], float | int):
            found.append(part)
        elif isinstance(part, list):
            for each in part:
                look(each)

    for feature in features(address).values():
        look((feature["geometry"] or {}).get("coordinates", []))
    assert [46.2919, 38.08] in found
    assert all(-180 <= lon <= 180 and -90 <= lat <= 90 for lon, lat in found)
    assert all(round(each, 6) == each for position in found for each in position)


def test_a_leg_is_a_line_through_the_places_it_names(features):
    leg = features("movements.geojson")["march/1"]
    assert leg["geometry"]["type"] == "LineString"
    assert leg["geometry"]["coordinates"] == [[46.2919, 38.08], [48.48, 36.67], [49.58, 37.28]]
    told = leg["properties"]
    assert (told["movement"], told["leg"], told["from"], told["via"], told["to"]) == (
        "march", 1, "Tabriz", ["Zanjan"], "Rasht",
    )  # fmt: skip
    assert (told["strength"], told["strength_low"], told["strength_high"]) == ("300 men", 300, None)
    assert (told["status"], told["inferred"], told["movers"]) == ("happened", False, ["Volunteers"])
    assert told["claims"]
    assert told["citations"]
    assert leg["when"] == {"timespans": [{"start": {"in": "1909-05-01"}, "end": {"in": "1909-05-10"}}]}


def test_a_leg_of_one_known_end_has_no_line_and_says_so(features):
    leg = features("movements.geojson")["march/2"]
    assert leg["geometry"] is None
    assert (leg["properties"]["from"], leg["properties"]["to"]) == (None, "Tabriz")
    assert (leg["properties"]["inferred"], leg["properties"]["status"]) == (True, "planned")
    assert leg["when"]["timespans"] == [{"start": {}, "end": {"in": "1909-05-20"}}]


def test_a_leg_that_stays_where_it_is_has_no_line_and_no_days_where_none_are_told(features):
    leg = features("movements.geojson")["march/3"]
    assert leg["geometry"] is None
    assert "when" not in leg


def test_a_line_over_the_180th_meridian_is_cut_there(features):
    geometry = features("movements.geojson")["voyage/1"]["geometry"]
    assert geometry["type"] == "MultiLineString"
    (west, at), (again, east) = geometry["coordinates"]
    assert (west, east) == ([173.2, 52.9], [-176.6, 51.9])
    assert (at[0], again[0], at[1]) == (180, -180, again[1])


def test_a_movement_without_legs_is_told_all_the_same(features):
    told = features("movements.geojson")["legless"]
    assert told["geometry"] is None
    assert told["properties"]["status"] == "abandoned"


def test_days_stand_in_the_properties_too_for_programs_that_know_no_when(features):
    told = features("events.geojson")
    assert (told["month"]["properties"]["earliest"], told["month"]["properties"]["latest"]) == (
        "1909-07-01", "1909-07-31",
    )  # fmt: skip
    assert (told["open"]["properties"]["earliest"], told["open"]["properties"]["latest"]) == (None, "1909-04-30")
    assert told["undated"]["properties"]["earliest"] is None


def test_titles_and_names_are_in_the_language_asked_for(features):
    told = features("events.geojson?lang=fa")["day"]["properties"]
    assert (told["title"], told["place"]) == ("روز", "تبریز")
    assert "ژوئیه" in told["date"]


def test_a_place_has_every_spelling_and_what_it_lies_in(features):
    told = features("places.geojson")
    tabriz = told["tabriz"]["properties"]
    assert (tabriz["title"], tabriz["name_fa"], tabriz["lies_in"]) == ("Tabriz", "تبریز", "Persia")
    assert "Tauris" in tabriz["spellings"]
    assert told["persia"]["geometry"] is None


@pytest.mark.parametrize("address", DOCUMENTS)
def test_text_comes_out_as_it_went_in(features, address):
    titles = {feature["properties"]["title"] for feature in features(address).values()}
    assert set(HOSTILE) <= titles
