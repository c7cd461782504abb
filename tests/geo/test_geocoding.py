"""Geocoding offline: accepted places first, the gazetteer second, homonyms side by side, nothing written."""

import pytest
from geopy.geocoders.base import Geocoder

from geo import geocoding
from geo.gazetteer import geonames, index
from geo.gazetteer.records import GazetteerRecord
from geo.geocoding import OfflineGazetteer, candidates
from geo.models import Place
from geo.points import Bounds, Point
from tests.factories import make_place

RECORDS = [
    GazetteerRecord("geonames:1", "Āstārā", ("Astara", "آستارا"), Point(38.43, 48.87), "IR", 39065),
    GazetteerRecord("geonames:2", "Astara", ("Astara",), Point(38.46, 48.87), "AZ", 15190),
    GazetteerRecord("geonames:3", "Bandar-e Anzalī", ("Enzeli", "بندر انزلی"), Point(37.47, 49.46), "IR", 118564),
    GazetteerRecord("geonames:4", "Astarabad", (), Point(36.84, 54.44), "IR", 900),
]


@pytest.fixture
def gazetteer(tmp_path, monkeypatch):
    path = tmp_path / "odd ?#% name.sqlite3"
    assert index.fill(path, RECORDS) == 4
    monkeypatch.setattr(geocoding, "OfflineGazetteer", lambda: OfflineGazetteer(path))
    return path


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("Enzeli", ["geonames:3"]),
        ("enzeli", ["geonames:3"]),
        ("بندر انزلي", ["geonames:3"]),
        ("bandar e anzali", ["geonames:3"]),
        ("Astara", ["geonames:1", "geonames:2", "geonames:4"]),
        ("Āstārā", ["geonames:1", "geonames:2", "geonames:4"]),
        ("Atlantis", []),
        ("", []),
        ("'", []),
        ('" OR 1=1', []),
    ],
)
def test_any_spelling_finds_its_entries(gazetteer, name, ids):
    assert [record.id for _score, record in index.find(gazetteer, name)] == ids


def test_a_whole_name_scores_above_the_beginning_of_one(gazetteer):
    scores = {record.id: score for score, record in index.find(gazetteer, "Astara")}
    assert scores["geonames:2"] == index.EXACT
    assert scores["geonames:4"] == index.BEGINNING


def test_it_is_a_geocoder_of_geopy(gazetteer):
    geocoder = OfflineGazetteer(gazetteer)
    assert isinstance(geocoder, Geocoder)
    assert geocoder.geocode("Enzeli").point[:2] == (37.47, 49.46)
    assert geocoder.geocode("Atlantis") is None
    assert len(geocoder.geocode("Astara", exactly_one=False)) == 3
    assert [
        place.raw["candidate"].country for place in geocoder.geocode("Astara", exactly_one=False, countries=("AZ",))
    ] == ["AZ"]


@pytest.mark.django_db
def test_places_that_editors_accepted_come_first_and_nothing_is_written(gazetteer):
    make_place("anzali", names={"en": "Enzeli"}, latitude=37.4, longitude=49.4, uncertainty_km=3.0)
    make_place("lost", names={"en": "Enzeli"}, latitude=None, longitude=None)
    make_place("draft", names={"en": "Enzeli"}, publication="draft")
    found = candidates("Enzeli")
    assert [(candidate.geocoder, candidate.id) for candidate in found] == [
        ("atlas", "anzali"),
        ("geonames", "geonames:3"),
    ]
    assert Place.objects.count() == 3


def test_the_reader_keeps_to_its_region():
    astara = Bounds(south=38.3, west=48.7, north=38.6, east=49.0)
    found = list(geonames.records(astara))
    assert "Astara" in {record.name for record in found}
    assert all(astara.contains(record.point) for record in found)
    assert len(found) < 40
