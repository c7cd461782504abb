"""Nominatim, where it is on: asked by geopy, kept, spaced, and no trouble where it fails."""

import pytest
from django.core.cache import cache
from geopy.exc import GeocoderInsufficientPrivileges, GeocoderTimedOut
from geopy.geocoders import Nominatim
from geopy.location import Location

from geo import geocoding_online
from geo.checks import online_geocoder_has_an_agent
from geo.geocoding_online import OnlineGeocodingFailed, is_on, online_candidates

FOUND = {
    "osm_type": "node", "osm_id": 7, "name": "بندر انزلی", "display_name": "Bandar-e Anzali, Gilan, Iran",
    "type": "city", "importance": 0.5, "address": {"country_code": "ir"},
    "namedetails": {"name": "بندر انزلی", "name:en": "Bandar-e Anzali"},
    "boundingbox": ["37.40", "37.50", "49.40", "49.50"],
}  # fmt: skip


@pytest.fixture(autouse=True)
def fresh():
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def nominatim(settings, monkeypatch):
    """Turn it on, with answers of our own in the place of the network's; returns what was asked."""
    settings.MARCHLINES_NOMINATIM_AGENT = "a test (mail@example.org)"
    asked = []

    def geocode(self, query, **options):
        asked.append((self.headers["User-Agent"], query, options["language"]))
        if query == "slow":
            raise GeocoderTimedOut
        if query == "refused":
            raise GeocoderInsufficientPrivileges
        return [Location(FOUND["display_name"], (37.47, 49.46), FOUND)] if query == "Enzeli" else None

    monkeypatch.setattr(Nominatim, "geocode", geocode)
    monkeypatch.setattr(geocoding_online, "PAUSE", 0)
    return asked


def test_it_is_off_and_asks_nobody_unless_the_operator_says_so(settings, monkeypatch):
    settings.MARCHLINES_NOMINATIM_AGENT = ""
    monkeypatch.setattr(Nominatim, "geocode", lambda *_, **__: pytest.fail("the network was asked"))
    assert not is_on()
    assert online_candidates("Enzeli") == []


def test_a_host_without_an_agent_is_pointed_out_to_the_operator(settings):
    settings.MARCHLINES_NOMINATIM_AGENT, settings.MARCHLINES_NOMINATIM_DOMAIN = "", "nominatim.example"
    assert [found.id for found in online_geocoder_has_an_agent(None)] == ["geo.W002"]
    settings.MARCHLINES_NOMINATIM_AGENT = "a test (mail@example.org)"
    assert online_geocoder_has_an_agent(None) == []


def test_an_answer_becomes_candidates_and_is_kept(nominatim):
    [candidate] = online_candidates("Enzeli", language="fa")
    assert (candidate.geocoder, candidate.id, candidate.kind) == ("nominatim", "osm:node/7", "city")
    assert (candidate.country, candidate.point.lat_lon) == ("IR", (37.47, 49.46))
    assert "Bandar-e Anzali" in candidate.names
    assert candidate.uncertainty_km == pytest.approx(9.4, abs=0.1)
    assert online_candidates("enzeli", language="fa") == [candidate]
    assert nominatim == [("a test (mail@example.org)", "Enzeli", "fa")]


def test_nothing_found_is_no_trouble(nominatim):
    assert online_candidates("Atlantis") == []


@pytest.mark.parametrize(("query", "code"), [("slow", "unreachable"), ("refused", "refused")])
def test_a_failure_has_a_code_and_is_not_kept(nominatim, query, code):
    for _ in range(2):
        with pytest.raises(OnlineGeocodingFailed) as failed:
            online_candidates(query)
        assert failed.value.code == code
    assert len(nominatim) == 2


def test_it_is_asked_once_a_second_at_most(nominatim, monkeypatch):
    monkeypatch.setattr(geocoding_online, "PAUSE", 60)
    online_candidates("Enzeli")
    with pytest.raises(OnlineGeocodingFailed, match="busy"):
        online_candidates("Rasht")
    assert len(nominatim) == 1
