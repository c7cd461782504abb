"""City plans: those shipped are sound, and a broken one is named."""

import csv
import json

import pytest

from geo.baseplate.plans import PlanError, read_plans
from geo.baseplate.sources import PLANS
from geo.points import Point, distance_km, from_lon_lat


def test_the_four_cities_are_planned_round_themselves_and_say_they_are_schematic():
    plans = {plan["slug"]: plan for plan in read_plans(PLANS)}
    assert set(plans) == {"isfahan", "mashhad", "tabriz", "tehran"}
    for plan in plans.values():
        centre = from_lon_lat(plan["centre"])
        drawn = [point["at"] for point in plan["points"]] + [p for line in plan["lines"] for p in line["through"]]
        assert all(distance_km(centre, from_lon_lat(at)) < 9 for at in drawn)
        assert "schematic" in plan["note"]["en"]
        kinds = {point["kind"] for point in plan["points"]} | {line["kind"] for line in plan["lines"]}
        assert {"gate", "quarter", "mosque", "wall", "bazaar"} <= kinds


def test_the_plans_lie_in_their_own_cities():
    cities = {
        "tehran": Point(35.69, 51.42),
        "tabriz": Point(38.08, 46.29),
        "isfahan": Point(32.65, 51.67),
        "mashhad": Point(36.29, 59.61),
    }
    for plan in read_plans(PLANS):
        assert distance_km(cities[plan["slug"]], from_lon_lat(plan["centre"])) < 3


def test_what_the_atlas_places_stands_on_the_plan_where_the_atlas_has_it():
    with (PLANS.parent / "places.csv").open(encoding="utf-8", newline="") as file:
        places = {row["slug"]: row for row in csv.DictReader(file)}
    shared = [point for plan in read_plans(PLANS) for point in plan["points"] if "place" in point]
    assert shared
    for point in shared:
        place = places[point["place"]]
        at = Point(float(place["lat"]), float(place["lon"]))
        assert distance_km(at, from_lon_lat(point["at"])) < 0.1, point["place"]
        assert "name" not in point


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ({"points": [{"kind": "castle", "at": [51, 35]}]}, "castle"),
        ({"points": [{"kind": "gate", "at": [35, 151]}]}, "latitude"),
        ({"points": [{"kind": "gate", "at": [51, 35], "name": {"en": "x"}}]}, "fa"),
        ({"lines": [{"kind": "wall", "through": [[51, 35]]}]}, "two points"),
    ],
)
def test_a_broken_plan_is_refused_with_its_name(tmp_path, entry, words):
    (tmp_path / "rome.json").write_text(json.dumps(entry), encoding="utf-8")
    with pytest.raises(PlanError, match=words) as refusal:
        read_plans(tmp_path)
    assert "rome.json" in str(refusal.value)


def test_what_is_not_json_is_refused(tmp_path):
    (tmp_path / "rome.json").write_text("{", encoding="utf-8")
    with pytest.raises(PlanError, match="not JSON"):
        read_plans(tmp_path)
