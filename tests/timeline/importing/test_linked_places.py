"""Linked Places 1.3: places with their names, who prints them and when they were used."""

import json

import pytest

from tests.factories import make_atlas, make_event, make_place, make_source
from tests.timeline.importing.documents import NOT_JSON, collection, document, feature
from tests.timeline.importing.one_sheet.sheets import cells_of, codes_of
from timeline.importing.knowing import known_of
from timeline.importing.known_names import Known, KnownPlace
from timeline.importing.linked_places.reading import read, recognises
from timeline.importing.linked_places.writing import write
from timeline.models import Name

FULL = feature(
    {"title": "Abingdon", "ccodes": ["GB"]},
    {"type": "GeometryCollection", "geometries": [
        {"type": "Point", "coordinates": [-1.2879, 51.6708], "when": {"timespans": [{"start": {"in": "1600"}}]}},
        {"type": "Point", "geo_wkt": "POINT(-1.31 51.64)"},
    ]},
    **{
        "@id": "http://gazetteer.example/places/p1",
        "names": [
            {"toponym": "Abingdon", "lang": "en",
             "when": {"timespans": [{"start": {"in": "1600"}, "end": {"in": "1700"}}]},
             "citations": [{"label": "An Old Gazetteer (1635)", "@id": "http://archive.example/old"}]},
            {"toponym": "آبینگدون", "lang": "fa", "citation": {"label": "An Old Gazetteer (1635)"}},
            {"toponym": "Абингдон"},
        ],
        "types": [{"identifier": "aat:300008375", "label": "a settlement", "sourceLabels": [{"label": "Market Town"}]}],
        "links": [{"type": "closeMatch", "identifier": "http://www.geonames.org/2657780/"},
                  {"type": "exactMatch", "identifier": "http://vocab.getty.edu/tgn/7011944"}],
        "descriptions": [{"value": "a market town", "lang": "en"}],
    },
)  # fmt: skip


NEW = Known(atlas="ours")


def staged(file: bytes, known: Known = NEW):
    return read(file, "places.json", {"atlas": known.atlas}, known)


def test_a_place_with_all_that_the_atlas_has_a_column_for():
    result = staged(collection(FULL))
    assert codes_of(result) == []
    (place,) = cells_of(result, "places.csv")
    assert {column: place[column] for column in ("slug", "name", "kind", "lat", "lon", "gazetteer_id")} == {
        "slug": "abingdon", "name": "Abingdon", "kind": "town", "lat": "51.6708", "lon": "-1.2879",
        "gazetteer_id": "geonames:2657780",
    }  # fmt: skip
    names = [
        (n["text"], n["language"], n["script"], n["kind"], n.get("source"), n.get("period"))
        for n in cells_of(result, "names.csv")
    ]
    assert names == [
        ("Abingdon", "en", "Latn", "printed", "an-old-gazetteer-1635", "1600/1700"),
        ("آبینگدون", "fa", "Arab", "printed", "an-old-gazetteer-1635", None),
        ("Абингдон", "und", "Cyrl", "printed", None, None),
    ]
    (source,) = cells_of(result, "sources.csv")
    assert source["url"] == "http://archive.example/old"


def test_what_the_atlas_has_no_column_for_is_named():
    told = " ".join(staged(collection(FULL)).losses)
    for word in ("ccodes", "descriptions", "several points", "links"):
        assert word in told


def test_a_place_that_there_is_gets_the_names_and_keeps_the_rest():
    known = Known(atlas="ours", places={"abingdon": (KnownPlace("abingdon-on-thames", "Abingdon", 51.67, -1.28, 5),)})
    result = staged(collection(FULL), known)
    assert "places.csv" not in result.tables
    assert {name["subject"] for name in cells_of(result, "names.csv")} == {"abingdon-on-thames"}


def test_what_lies_in_a_place_above_has_it_as_its_parent():
    gate = feature({"title": "A gate"}, names=[{"toponym": "A gate"}], relations=[
        {"relationType": "gvp:broaderPartitive", "relationTo": "http://gazetteer.example/places/p1"}])  # fmt: skip
    assert cells_of(staged(collection(FULL, gate)), "places.csv")[1]["parent"] == "abingdon"


@pytest.mark.parametrize(
    ("bad", "code"),
    [
        ("place", "not_a_feature"),
        (feature({}, names=[]), "name_missing"),
        (feature({"title": "x" * 201}, names=[]), "too_long"),
        (feature({"title": "Bad"}, (38.08, 146.29), names=[]), "coordinates_swapped"),
        (feature({"title": "Bad"}, names=[{"toponym": "x" * 301}]), "too_long"),
        (feature({"title": "Bad"}, names=[{"toponym": "\ud800"}]), "not_text"),
        (feature({"title": "Bad"}, names=[{"toponym": "B", "citations": [{"label": "x" * 301}]}]), "too_long"),
        (feature({"title": "Bad", "uncertainty_km": "wide"}, (46.29, 38.08), names=[]), "bad_uncertainty"),
    ],
)
def test_a_place_that_is_none_is_refused_and_the_others_are_read(bad, code):
    result = staged(collection(bad, FULL))
    assert codes_of(result) == [("feature 1", code)]
    assert {row.origin for rows in result.tables.values() for row in rows} == {"feature 2"}
    str(result).encode("utf-8")


@pytest.mark.parametrize("title", [float("nan"), 5, ["Atlas"], {"a": 1}, None])
def test_a_document_whose_title_is_none_is_read(title):
    assert len(cells_of(staged(collection(FULL, title=title)), "places.csv")) == 1


def test_what_is_lost_can_be_kept_and_shown_whatever_it_holds():
    types = [{"label": "\ud800 market", "sourceLabels": [{"label": "\x00"}]}]
    result = staged(collection(feature({"title": "A place"}, names=[], types=types)))
    assert any("becomes “other”" in loss.encode("utf-8").decode() and "\x00" not in loss for loss in result.losses)


@pytest.mark.parametrize(("_case", "file", "code"), NOT_JSON, ids=[case for case, _file, _code in NOT_JSON])
def test_what_is_no_json_is_refused(_case, file, code):
    assert codes_of(staged(file)) == [("", code)]


def test_it_is_known_by_its_names_and_other_geojson_is_not():
    assert recognises(collection(FULL), "anything")
    assert not recognises(collection(feature({"name": "Tabriz"}, (46.29, 38.08))), "anything")
    assert not recognises(document({"type": "FeatureCollection", "features": "many"}), "anything")


@pytest.mark.django_db
def test_places_are_written_and_read_back_as_they_were():
    atlas, source = make_atlas("ours"), make_source("browne", title="Browne 1910")
    country = make_place("persia", name="Persia", kind="country", latitude=None, longitude=None)
    tabriz = make_place(
        "tabriz", names={"fa": "تبریز"}, name="Tabriz", latitude=38.08, longitude=46.29, uncertainty_km=8,
        parent=country, gazetteer_id="geonames:113646", basis="The citadel.",
    )  # fmt: skip
    for text, period, printed_in in (("Tauris", "[..1736]", None), ("Tabreez", "", source)):
        Name.objects.create(place=tabriz, text=text, language="en", kind="printed", period=period, source=printed_in)
    make_event(atlas, place=tabriz, on="1909-04-29", source=source)
    file, losses = write(atlas, address=lambda path: f"https://atlas.example{path}")
    body = json.loads(file)
    assert [each["properties"]["title"] for each in body["features"]] == ["Persia", "Tabriz"]
    assert body["features"][1]["@id"] == "https://atlas.example/places/tabriz/"
    assert all(any("citations" in name for name in each["names"]) for each in body["features"])
    assert any("1 places have it" in loss for loss in losses)
    new = staged(file)
    (_persia, place), names = cells_of(new, "places.csv"), cells_of(new, "names.csv")
    assert (place["lat"], place["uncertainty_km"], place["parent"]) == ("38.08", "8", "persia")
    assert place["gazetteer_id"] == "geonames:113646"
    assert [
        (name["text"], name["kind"], name.get("period"), name.get("source"))
        for name in names
        if name["subject"] == "tabriz"
    ] == [
        ("تبریز", "preferred", None, None),
        ("Tauris", "printed", "[..1736]", None),
        ("Tabreez", "printed", None, "browne-1910"),
    ]
    again = staged(file, known_of("ours"))
    assert set(again.tables) == {"names.csv"}
    assert {name.get("source", "browne") for name in cells_of(again, "names.csv")} == {"browne"}
