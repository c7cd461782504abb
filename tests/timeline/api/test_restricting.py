"""Every filter of every list really restricts it, and says itself; the window counts what the list shows."""

import json

import pytest
from django.core.cache import cache
from django.db import transaction

from tests.timeline.api.small_atlas import small_atlas

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def told(django_db_setup, django_db_blocker):
    """The records are made once for all tests of this file, and taken back after the last."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield small_atlas()
        transaction.set_rollback(True)


def shown(client, address: str, query: str) -> tuple[set[str], str]:
    cache.clear()
    response = client.get(f"/api/v1/{address}/?{query}")
    assert response.status_code == 200, response.content
    body = response.json()
    assert body["count"] == len(body["results"])
    return {record["id"] for record in body["results"]}, body["says"]


EVENTS = {
    "": ({"capture", "camp"}, ""),
    "atlas=revolution": ({"capture", "camp"}, ""),
    "from=1909-07": ({"capture"}, "from July 1909"),
    "to=1909-06": ({"camp"}, "until June 1909"),
    "on=1909-06-01": ({"camp"}, "1 June 1909"),
    "on=1909-06-01&on=1909-07": ({"capture", "camp"}, "1 June 1909, July 1909"),
    "bbox=51,35,52,36": ({"capture"}, "inside a box on the map"),
    "place=enzeli": ({"camp"}, "at Enzeli"),
    "near=37.5,49.5&radius_km=20": ({"camp"}, "within 20 km of a point"),
    "side=constitutionalists": ({"capture"}, "Constitutionalists"),
    "kind=politics": ({"camp"}, "politics"),
    "theatre=gilan": ({"camp"}, "Gilan"),
    "force=fighters": (set(), "with Fighters"),
    "person=yeprem": ({"capture"}, "with Yeprem"),
    "source=witness": ({"capture"}, "told by Witness"),
    "status=planned": (set(), "planned"),
    "disputed=true": ({"capture"}, "disputed"),
    "disputed=false": ({"camp"}, "not disputed"),
    "q=anzali": ({"camp"}, "mentioning “anzali”"),
    "q=anzali&q=yeprem": ({"capture", "camp"}, "mentioning “anzali”, mentioning “yeprem”"),
    "according_to=witness": ({"capture"}, "as Witness tells it"),
    "kind=politics&disputed=true": (set(), "politics, disputed"),
    "kind=politics&kind=battle&place=tehran": ({"capture"}, "politics or battles, at Tehran"),
}


@pytest.mark.parametrize("query", EVENTS)
def test_events(client, query):
    assert shown(client, "events", query) == EVENTS[query]
    days = "" if "from" in query or "to=" in query else "&from=1900&to=1920"
    assert client.get(f"/api/v1/window/?{query}{days}").json()["total"] == len(EVENTS[query][0])


MOVEMENTS = {
    "": {"march", "voyage"},
    "from=1909-06": {"march"},
    "to=1909-06": {"voyage"},
    "on=1909-07-04": {"march"},
    "bbox=51,35,52,36": {"march"},
    "force=cossacks": {"voyage"},
    "force=cossacks&force=fighters": {"march", "voyage"},
    "side=royalists": {"voyage"},
    "person=sardar": {"march"},
    "status=planned": {"voyage"},
    "theatre=gilan": {"voyage"},
    "disputed=true": set(),
    "q=sardar": {"march"},
    "according_to=witness": set(),
    "side=royalists&person=sardar": set(),
}


@pytest.mark.parametrize("query", MOVEMENTS)
def test_movements(client, query):
    found, said = shown(client, "movements", query)
    assert found == MOVEMENTS[query]
    assert bool(said) == bool(query)


PLACES = {
    "": {"tehran", "enzeli", "unspoken"},
    "atlas=revolution": {"tehran", "enzeli"},
    "bbox=49,37,50,38": {"enzeli"},
    "bbox=49,37,50,38&bbox=9,9,11,11": {"enzeli", "unspoken"},
    "near=35.7,51.4": {"tehran"},
    "near=35.7,51.4&radius_km=1000": {"tehran", "enzeli"},
    "q=anzali": {"enzeli"},
    "q=تهران&q=anzali": {"tehran", "enzeli"},
    "according_to=witness": set(),
    "q=anzali&bbox=51,35,52,36": set(),
    "place=tehran": {"tehran"},
    "kind=politics": {"enzeli"},
    "kind=battle&kind=politics": {"tehran", "enzeli"},
    "side=royalists": {"enzeli"},
    "person=yeprem": {"tehran"},
    "person=sardar": {"tehran", "enzeli"},
    "from=1909-07-12": {"tehran"},
    "to=1909-05-30": {"enzeli"},
    "source=witness": {"tehran"},
    "status=planned": {"enzeli"},
    "from=1909-07-12&q=anzali": set(),
}


@pytest.mark.parametrize("query", PLACES)
def test_places(client, query):
    found, said = shown(client, "places", query)
    assert found == PLACES[query]
    assert bool(said) == (bool(query) and query != "atlas=revolution")


@pytest.mark.parametrize("query", [query for query in PLACES if query])
def test_whole_documents_of_places_hold_what_the_list_shows(client, query):
    cache.clear()
    told = PLACES[query] - {"unspoken"}
    drawn = client.get(f"/api/v1/places.geojson?{query}")
    assert {feature["id"] for feature in json.loads(drawn.getvalue())["features"]} == told
    linked = json.loads(client.get(f"/api/v1/linked-places.json?{query}").getvalue())["features"]
    assert {feature["@id"].rstrip("/").rpartition("/")[2] for feature in linked} == told


MARCHES = {
    **{query: found for query, found in MOVEMENTS.items() if query},
    "place=tehran": {"march"},
    "place=enzeli": {"march", "voyage"},
    "near=35.7,51.4&radius_km=30": {"march"},
    "near=10,10": set(),
    "source=witness": set(),
    "source=wiki": {"march", "voyage"},
    "place=enzeli&side=royalists": {"voyage"},
    "kind=battle": set(),
}


@pytest.mark.parametrize("query", MARCHES)
def test_whole_documents_of_marches(client, query):
    cache.clear()
    drawn = json.loads(client.get(f"/api/v1/movements.geojson?{query}").getvalue())["features"]
    assert {leg["id"].partition("/")[0] for leg in drawn} == MARCHES[query]
    globe = client.get(f"/api/v1/atlas.kml?{query}").getvalue().decode()
    assert {slug for slug in ("march", "voyage") if f"/movements/{slug}/" in globe} == MARCHES[query]


CLAIMS = {
    "source=witness": ("told by Witness", 1),
    "source=witness&event=camp": ("about “Camp”, told by Witness", 0),
    "source=witness&source=wiki&event=capture&attribute=date": ("date, about “Capture”, told by Witness or Wiki", 2),
    "event=capture&attribute=place&attribute=date": ("place or date, about “Capture”", 3),
    "movement=voyage&attribute=date": ("date, about “Voyage”", 2),
    "movement=voyage&event=capture": ("about “Capture”, about “Voyage”", 0),
}


@pytest.mark.parametrize("query", CLAIMS)
def test_claims(client, query):
    found, said = shown(client, "claims", query)
    assert (said.lower(), len(found)) == (CLAIMS[query][0].lower(), CLAIMS[query][1])


DISPUTES = {
    "": ("", 1),
    "kind=date": ("dates", 1),
    "kind=place": ("places", 0),
    "attribute=date": ("date", 1),
    "attribute=place": ("place", 0),
    "status=open": ("open", 1),
    "status=decided": ("decided", 0),
    "event=capture": ("about “Capture”", 1),
    "event=camp": ("about “camp”", 0),
    "source=witness": ("told by Witness", 1),
    "source=wiki&source=witness&kind=date&kind=place": ("dates or places, told by Wiki or Witness", 1),
}


@pytest.mark.parametrize("query", DISPUTES)
def test_disputes(client, query):
    found, said = shown(client, "disputes", query)
    assert (said.lower(), len(found)) == (DISPUTES[query][0].lower(), DISPUTES[query][1])


LESSONS = {
    "": ({"two-dates"}, ""),
    "atlas=revolution": ({"two-dates"}, ""),
    "q=SOURCES": ({"two-dates"}, "mentioning “SOURCES”"),
    "q=which": ({"two-dates"}, "mentioning “which”"),
    "q=capture": (set(), "mentioning “capture”"),
}


@pytest.mark.parametrize("query", LESSONS)
def test_lessons(client, query):
    assert shown(client, "lessons", query) == LESSONS[query]


@pytest.mark.parametrize("address", ["people", "forces"])
def test_names(client, address):
    everyone, _said = shown(client, address, "")
    one = sorted(everyone)[0]
    assert shown(client, address, f"q={one}") == ({one}, f"mentioning “{one}”")
    assert shown(client, address, "q=nobody")[0] == set()


@pytest.mark.parametrize("query", EVENTS)
def test_feeds_choose_and_say_the_same(client, query):
    cache.clear()
    feed = client.get(f"/feed.json?{query}").json()
    chosen, said = EVENTS[query]
    assert {item["_event"]["id"] for item in feed["items"]} == chosen
    assert feed["title"] == (f"The Revolution: {said}" if said else "The Revolution")


def test_a_page_says_what_it_cannot_read_and_passes_over_what_it_does_not_know(client):
    page = client.get("/events/?colour=red&kind=fight").content.decode()
    assert "This is one of: battle" in page
    assert "red" not in client.get("/events/?colour=red").context["sentence"]
    assert client.get("/events/?colour=red").context["problems"] == ()
