"""Linked Places 1.3: the rules of its specification, one by one, over every place."""

import json
import re

import pytest

from geo.models import PlaceKind
from timeline.feeds.place_types import AAT, FEATURE_CLASSES

DAY = re.compile(r"-?\d{4}(-\d{2}(-\d{2})?)?")
CERTAINTY = {"certain", "less-certain", "uncertain"}


def _whens(place: dict) -> list[dict]:
    parts = [place, *place["names"], *place["types"], *place.get("relations", []), place["geometry"] or {}]
    return [part["when"] for part in parts if "when" in part]


def _timespans(place: dict) -> list[dict]:
    return [span for when in _whens(place) for span in when["timespans"]]


RULES = {
    "@id is a URI": lambda place: place["@id"].startswith("http://testserver/places/"),
    "type is Feature": lambda place: place["type"] == "Feature",
    "title is required": lambda place: bool(place["properties"]["title"]),
    "fclasses is required since 1.3": lambda place: set(place["properties"]["fclasses"]) & set("AHLPRST") != set(),
    "one when at least": lambda place: bool(_whens(place)),
    "a when has a timespan": lambda place: all(when["timespans"] for when in _whens(place)),
    "a timespan has a start": lambda place: all("start" in span for span in _timespans(place)),
    "days are ISO 8601": lambda place: all(
        DAY.fullmatch(day) for span in _timespans(place) for edge in span.values() for day in edge.values()
    ),
    "edges are in, earliest, latest": lambda place: all(
        set(edge) <= {"in", "earliest", "latest"} for span in _timespans(place) for edge in span.values()
    ),
    "certainty is one of three": lambda place: all(
        when.get("certainty", "certain") in CERTAINTY for when in _whens(place)
    ),
    "a record has a when of its own or a year of a citation": lambda place: "when" in place,
    "names have toponyms": lambda place: place["names"] and all(name["toponym"] for name in place["names"]),
    "a name at least has a citation": lambda place: any(name.get("citations") for name in place["names"]),
    "citations have labels": lambda place: all(
        cited["label"] for name in place["names"] for cited in name.get("citations", [])
    ),
    "types have labels": lambda place: all(kind["label"] for kind in place["types"]),
    "geometry is null where nobody knows": lambda place: (
        place["geometry"] is None or place["geometry"]["type"] == "Point"
    ),
    "relations have type, target, label": lambda place: all(
        {"relationType", "relationTo", "label"} <= set(relation) for relation in place.get("relations", [])
    ),
    "links are matches by prefix": lambda place: all(
        link["type"] == "closeMatch" and re.match(r"(gn|wd|tgn|pl):\w", link["identifier"])
        for link in place.get("links", [])
    ),
}


@pytest.fixture(scope="module")
def body(fetched):
    return json.loads(fetched("linked-places.json"))


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_holds_of_every_place(body, rule):
    broken = [place["@id"] for place in body["features"] if not RULES[rule](place)]
    assert broken == []


def test_the_collection_has_the_context_of_the_format_and_a_licence(body):
    assert body["type"] == "FeatureCollection"
    assert body["@context"].endswith("/linkedplaces-context-v1.1.jsonld")
    assert body["license"].startswith("https://creativecommons.org/")


def test_what_others_lie_in_comes_first(body):
    names = [place["@id"].rstrip("/").rpartition("/")[2] for place in body["features"]]
    assert names.index("persia") < names.index("tabriz")


def test_a_place_is_told_with_who_prints_its_names_and_when(body):
    (tabriz,) = [place for place in body["features"] if place["@id"].endswith("/tabriz/")]
    printed = {name["toponym"]: name for name in tabriz["names"]}
    assert printed["Tauris"]["citations"] == [
        {"label": "Browne", "@id": "http://testserver/sources/browne/", "year": 1910}
    ]
    assert printed["Tauris"]["when"]["timespans"] == [{"start": {"latest": "1736"}}]
    assert printed["تبریز"]["preferred"] is True
    assert tabriz["links"] == [{"type": "closeMatch", "identifier": "gn:113646"}]


def test_a_place_was_there_in_the_days_told_of_it_and_else_in_the_window_of_the_atlas(body):
    spans = {place["@id"]: place["when"]["timespans"] for place in body["features"]}
    assert spans["http://testserver/places/rasht/"] == [
        {"start": {"latest": "1909-05-10"}, "end": {"earliest": "1909-05-10"}}
    ]
    assert spans["http://testserver/places/persia/"] == [
        {"start": {"latest": "1909-06-01"}, "end": {"earliest": "1909-08-31"}}
    ]


def test_every_kind_of_place_has_a_class():
    assert set(FEATURE_CLASSES) == set(PlaceKind.values)
    assert set(AAT) <= set(PlaceKind.values)
