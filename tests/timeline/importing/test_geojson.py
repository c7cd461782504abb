"""GeoJSON: features with a date are events, others are places; what is not clear is asked."""

import pytest

from tests.timeline.importing.documents import NOT_JSON, collection, document, feature
from tests.timeline.importing.one_sheet.sheets import cells_of, codes_of, dates_of
from timeline.importing.geojson import read, recognises
from timeline.importing.known_names import Known
from timeline.importing.one_sheet import reading as one_sheet

TABRIZ, KARAJ = (46.29, 38.08), (50.96, 35.83)


def staged(file: bytes, **answers: str):
    return read(file, "points.geojson", {"atlas": "ours", "kind": "battle"} | answers, Known(atlas="ours"))


def test_features_without_a_date_are_places():
    result = staged(collection(feature({"name": "Tabriz"}, TABRIZ), feature({"name": "Somewhere"})))
    assert cells_of(result, "places.csv")[1] == {"slug": "somewhere", "name": "Somewhere", "kind": "other"}
    place = cells_of(result, "places.csv")[0]
    assert (place["slug"], place["lat"], place["lon"], place["uncertainty_km"]) == ("tabriz", "38.08", "46.29", "1.1")
    assert set(result.tables) == {"places.csv"}


@pytest.mark.parametrize(
    ("properties", "face"),
    [
        ({"date": "13 July 1909"}, "1909-07-13"),
        ({"year": 1909, "month": 7}, "1909-07"),
        ({"start_date": "1909-07-01", "end_date": "1909-07-05"}, "1909-07-01/1909-07-05"),
        ({"edtf": "1908/1909-04"}, "1908/1909-04"),
    ],
)
def test_features_with_a_date_are_events(properties, face):
    result = staged(collection(feature({"title": "A fight", "place": "Karaj", **properties}, KARAJ)))
    assert codes_of(result) == []
    assert dates_of(result)[0][0] == face
    assert cells_of(result, "events.csv")[0]["title"] == "A fight"
    assert cells_of(result, "claims.csv")[1]["place"] == "karaj"


def test_timespans_beside_the_properties_are_dates_too():
    when = {"timespans": [{"start": {"in": "1908"}, "end": {"earliest": "1909-04-20", "latest": "1909-04-29"}}]}
    result = staged(
        collection(feature({"title": "A siege"}, when=when), feature({"title": "Undated", "place": "Karaj"}))
    )
    assert dates_of(result)[0][0] == "1908/[1909-04-20..1909-04-29]"
    assert len(cells_of(result, "events.csv")) == 2


def test_a_title_and_a_date_that_have_other_names_are_asked_for():
    file = collection(
        feature({"Ort": "Karaj", "Tag": "13/07/1909"}, KARAJ), feature({"Ort": "Tabriz", "Tag": ""}, TABRIZ)
    )
    title, date = staged(file).questions
    assert (title.key, [value for value, _label in title.choices]) == ("title_property", ["Ort"])
    assert (date.key, [value for value, _label in date.choices]) == ("date_property", ["Tag", "none"])
    events = staged(file, title_property="Ort", date_property="Tag")
    assert dates_of(events)[0][0] == "1909-07-13"
    places = staged(file, title_property="Ort", date_property="none")
    assert [cells["name"] for cells in cells_of(places, "places.csv")] == ["Karaj", "Tabriz"]


def test_a_property_that_can_not_be_shown_is_not_asked_about():
    file = collection(feature({"\ud800": "Karaj", "x" * 300: "Karaj", "Ort": "Karaj \ud800"}, KARAJ))
    (question,) = staged(file).questions
    assert [value for value, _label in question.choices] == ["Ort"]
    str(question).encode("utf-8")


def test_the_order_of_day_and_month_is_asked_for_here_too():
    file = collection(feature({"name": "A fight", "date": "03/04/1909"}))
    assert [question.key for question in staged(file).questions] == ["day_month_order"]
    assert dates_of(staged(file, day_month_order="month_first"))[0][0] == "1909-03-04"


@pytest.mark.parametrize(
    ("geometry", "code"),
    [
        ((38.08, 146.29), "coordinates_swapped"),
        ((0, 0), "null_island"),
        ((446.29, 38.08), "coordinate_out_of_range"),
        ((200.5, 38.08), "coordinate_out_of_range"),
        ({"type": "Point", "coordinates": [46.29]}, "bad_position"),
        ({"type": "Point", "coordinates": ["east", "north"]}, "bad_position"),
        ({"type": "Point", "coordinates": [True, False]}, "bad_position"),
        ({"type": "Point", "coordinates": None}, "bad_position"),
        ({"type": "Point", "coordinates": [float("nan"), 38.08]}, "bad_number"),
    ],
)
def test_a_point_that_is_none_is_refused(geometry, code):
    result = staged(collection(feature({"name": "Bad"}, geometry), feature({"name": "Tabriz"}, TABRIZ)))
    assert codes_of(result) == [("feature 1", code)]
    assert [cells["name"] for cells in cells_of(result, "places.csv")] == ["Tabriz"]


@pytest.mark.parametrize(
    ("geometry", "told", "lat"),
    [
        ({"type": "LineString", "coordinates": [[1, 2], [3, 4]]}, "a LineString is left out", None),
        ({"type": "Polygon", "coordinates": []}, "a Polygon is left out", None),
        ({"type": "MultiPoint", "coordinates": [[46.29, 38.08], [1, 2]]}, "the first is taken", "38.08"),
        ({"type": "GeometryCollection", "geometries": [{"type": "Polygon"}]}, "other geometries are left out", None),
    ],
)
def test_what_is_no_point_is_named(geometry, told, lat):
    result = staged(collection(feature({"name": "Somewhere"}, geometry)))
    assert told in result.losses[0]
    assert "(feature 1)" in result.losses[0]
    assert cells_of(result, "places.csv")[0].get("lat") == lat


def test_properties_that_are_not_read_are_named():
    result = staged(collection(feature({"name": "Tabriz", "population": 200_000, "tags": {"a": 1}}, TABRIZ)))
    assert [loss for loss in result.losses if "population" in loss or "tags" in loss] == list(result.losses)


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ({"type": "FeatureCollection", "features": []}, "nothing_in_it"),
        ({"type": "FeatureCollection"}, "nothing_in_it"),
        ({"type": "Topology", "objects": {}}, "not_geojson"),
        ({"type": ["FeatureCollection"]}, "not_geojson"),
    ],
)
def test_a_document_without_features_is_refused(value, code):
    assert codes_of(staged(document(value))) == [("", code)]


@pytest.mark.parametrize(("_case", "file", "code"), NOT_JSON, ids=[case for case, _file, _code in NOT_JSON])
def test_what_is_no_json_is_refused(_case, file, code):
    assert codes_of(staged(file)) == [("", code)]
    assert not recognises(file, "points.geojson")


HOSTILE = ["feature", 5, None, [], {"type": "Feature"}, feature(None), feature({"name": "half a pair \ud800"}, TABRIZ),
           feature({"name": "x" * 10_000}, TABRIZ), feature({"name": 1e308}, TABRIZ)]  # fmt: skip


@pytest.mark.parametrize("bad", HOSTILE, ids=range(len(HOSTILE)))
def test_a_feature_that_is_none_is_refused_and_the_others_are_read(bad):
    result = staged(collection(bad, feature({"name": "Tabriz"}, TABRIZ)))
    assert [origin for origin, _code in codes_of(result)] == ["feature 1"]
    assert [cells["name"] for cells in cells_of(result, "places.csv")] == ["Tabriz"]
    for problem in result.problems:
        str(problem).encode("utf-8")


def test_refused_events_come_back_as_rows_of_the_one_sheet_and_places_as_rows_of_their_table():
    bad, good = feature({"name": "Bad", "edtf": "1909"}, (38.08, 146.29)), feature({"name": "Good", "edtf": "1909"})
    events = staged(collection(bad, good))
    assert events.problems[0].given == {"Headline": "Bad", "EDTF": "1909"}
    assert {"Headline", "EDTF"} <= set(events.columns)
    mended = one_sheet.read(
        b"Headline,EDTF\nBad,1909\n", "mended.csv", {"atlas": "ours", "kind": "battle"}, Known(atlas="ours")
    )
    assert dates_of(mended)[0][0] == "1909"
    places = staged(collection(feature({"name": "Nowhere"}, (0, 0))))
    assert places.problems[0].given == {"slug": "nowhere", "name": "Nowhere", "kind": "other", "lat": "0", "lon": "0"}
    assert set(places.problems[0].given) <= set(places.columns)


@pytest.mark.parametrize("kind", ["FeatureCollection", "Feature", "Point"])
def test_it_is_known_by_its_type(kind):
    assert recognises(document({"type": kind}), "anything")


def test_a_bare_point_asks_for_nothing_and_is_refused_for_its_name():
    assert codes_of(staged(document({"type": "Point", "coordinates": list(TABRIZ)}))) == [("feature 1", "name_missing")]
