"""events.geojson and feed.json: what their specifications ask, nothing lost on the way."""

from datetime import datetime
from urllib.parse import urlsplit

import pytest

from tests.factories import make_event, make_movement, make_place, make_source

pytestmark = pytest.mark.django_db


@pytest.fixture
def three(atlas):
    rasht = make_place("rasht", latitude=37.28, longitude=49.58)
    make_event(atlas, "capture", on="1909-07-13", place=rasht)
    make_event(atlas, "siege", on="1908-06/1909-04", place=rasht, disputed=True)
    make_event(atlas, "somewhen")
    make_movement(atlas, "march")


def test_geojson_is_a_collection_of_features(ask, three):
    response = ask("events.geojson")
    assert response["Content-Type"] == "application/geo+json"
    body = response.json()
    assert body["type"] == "FeatureCollection"
    assert body["license"] == "https://creativecommons.org/licenses/by/4.0/"
    for feature in body["features"]:
        assert feature["type"] == "Feature"
        assert {"geometry", "properties", "id"} <= set(feature)
        if feature["geometry"] is not None:
            longitude, latitude = feature["geometry"]["coordinates"]
            assert (longitude, latitude) == (49.58, 37.28)


def test_geojson_tells_days_as_timespans(ask, three):
    when = {feature["id"]: feature.get("when") for feature in ask("events.geojson").json()["features"]}
    assert when["capture"] == {"timespans": [{"start": {"in": "1909-07-13"}}]}
    assert when["siege"]["timespans"][0]["start"] == {"earliest": "1908-06-01", "latest": "1908-06-30"}
    assert when["siege"]["timespans"][0]["end"] == {"earliest": "1909-04-01", "latest": "1909-04-30"}
    assert when["somewhen"] is None


def test_a_feature_without_a_point_is_told_and_not_put_at_zero(ask, three):
    geometry = {feature["id"]: feature["geometry"] for feature in ask("events.geojson").json()["features"]}
    assert geometry["somewhen"] is None


def test_geojson_takes_the_filters(ask, three):
    features = ask("events.geojson", disputed="true").json()["features"]
    assert [feature["id"] for feature in features] == ["siege"]


def test_the_feed_is_json_feed_1_1(ask, three):
    response = ask("/feed.json")
    assert response["Content-Type"] == "application/feed+json"
    feed = response.json()
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["title"]
    assert feed["feed_url"] == "http://testserver/feed.json"
    assert len(feed["items"]) == 3
    for item in feed["items"]:
        assert urlsplit(item["id"]).scheme == "http"
        assert item["content_text"]
        assert datetime.fromisoformat(item["date_published"]).tzinfo is not None
        assert datetime.fromisoformat(item["date_modified"]).tzinfo is not None
        assert item["_event"]["about"]
    assert len({item["id"] for item in feed["items"]}) == 3


def test_the_feed_says_when_it_happened_apart_from_when_it_was_published(ask, three):
    items = {item["_event"]["id"]: item for item in ask("/feed.json").json()["items"]}
    assert items["capture"]["_event"]["when"]["earliest"] == "1909-07-13"
    assert not items["capture"]["date_published"].startswith("1909")


def test_the_feed_begins_with_what_changed_last_and_leads_on(ask, client, atlas, monkeypatch):
    monkeypatch.setattr("timeline.api.formats.feeds.FEED_LENGTH", 2)
    made = [make_event(atlas, f"e{number}") for number in range(5)]
    made[0].save()
    told, address = [], "/feed.json"
    while address:
        feed = client.get(address).json()
        told += [item["_event"]["id"] for item in feed["items"]]
        address = feed.get("next_url")
    assert told == ["e0", "e4", "e3", "e2", "e1"]


def test_whole_documents_have_a_rate_of_their_own(ask, atlas, monkeypatch):
    monkeypatch.setattr("timeline.api.throttles.FormatThrottle.THROTTLE_RATES", {"formats": "1/min"})
    assert ask("events.geojson").status_code == 200
    assert ask("/feed.json").status_code == 429
    assert ask("events/").status_code == 200


def test_a_place_that_no_published_record_of_the_atlas_names_is_not_of_the_atlas(ask, atlas):
    make_place("elsewhere")
    shown, hidden = make_place("shown"), make_place("hidden")
    make_event(atlas, place=shown)
    make_event(atlas, place=hidden, publication="draft", claims=0)
    make_movement(atlas, legs=((hidden, None, "", ""),), publication="withdrawn")
    features = ask("places.geojson").json()["features"]
    assert [feature["id"] for feature in features] == ["shown"]


def test_documents_tell_a_source_at_its_word(ask, atlas):
    here, there = make_place("here", latitude=36.0, longitude=50.0), make_place("there", latitude=37.0, longitude=51.0)
    first, second = make_source("first"), make_source("second")
    make_event(atlas, "fight", on="1909-07-13", place=here, source=first)
    make_event(atlas, "other", on="1909-07-14", place=there, source=second)
    told = ask("events.geojson", according_to="first").json()["features"]
    assert [feature["id"] for feature in told] == ["fight"]
    assert told[0]["geometry"]["coordinates"] == [50.0, 36.0]
    kml = ask("atlas.kml", according_to="second").content.decode()
    assert "event-other" in kml
    assert "event-fight" not in kml
    places = ask("places.geojson", according_to="second").json()["features"]
    assert [feature["id"] for feature in places] == ["there"]
