"""Where a mover stands on a day: the shared vectors, and the rules said one by one."""

import json
from pathlib import Path

import pytest

from geo.points import Point
from timeline.positions import Stage, Stop, position_on, stages_of

VECTORS = json.loads((Path(__file__).parents[1] / "vectors" / "positions.json").read_text(encoding="utf-8"))
STOPS = {
    place["id"]: Stop(
        place["id"],
        None if place["lat"] is None else Point(place["lat"], place["lon"]),
        place["uncertainty_km"] or 0.0,
    )
    for place in VECTORS["places"]
}
CASES = [
    pytest.param(case["movement"], moment, id=f"{case['name']}, day {moment['day']}, {moment['mover']}")
    for case in VECTORS["cases"]
    for moment in case["on"]
]


@pytest.mark.parametrize(("movement", "moment"), CASES)
def test_a_mover_stands_where_the_vectors_say(movement, moment):
    stages = stages_of(movement, movement["movers"][moment["mover"]], STOPS)
    found = position_on(moment["day"], stages)
    expected = moment["expected"]
    if expected is None:
        assert found is None
        return
    for name in ("kind", "certainty", "leg", "place"):
        assert getattr(found, name) == expected[name], name
    assert list(found.legs) == expected["legs"]
    assert found.point.lat_lon == pytest.approx((expected["lat"], expected["lon"]), abs=1e-4)
    assert found.fraction == pytest.approx(expected["fraction"], abs=1e-6)
    assert found.faded == pytest.approx(expected["faded"], abs=1e-6)
    if expected["uncertainty_km"] is None:
        assert found.uncertainty_km is None
    else:
        assert found.uncertainty_km == pytest.approx(expected["uncertainty_km"], abs=0.01)


START, END = Stop("start", Point(36.0, 50.0), 1.0), Stop("end", Point(36.0, 51.0), 1.0)


def stage(order=1, start=START, end=END, departs=None, arrives=None, status="happened"):
    return Stage(order, start, (), end, departs, arrives, status)


@pytest.mark.parametrize("status", ["planned", "ordered", "abandoned", "unknown"])
def test_only_what_happened_has_a_position(status):
    assert position_on(100, [stage(departs=(100, 100), arrives=(110, 110), status=status)]) is None


def test_half_way_in_time_is_half_way_along():
    found = position_on(105, [stage(departs=(100, 100), arrives=(110, 110))])
    assert found.point.lat_lon == pytest.approx((36.0, 50.5), abs=1e-3)


def test_an_undated_march_claims_no_point():
    found = position_on(105, [stage(1, departs=(100, 100)), stage(2, END, START, arrives=(110, 110))])
    assert (found.kind, found.certainty, found.legs) == ("stretch", "possibly", (1, 2))


@pytest.mark.parametrize(("day", "shown"), [(110, True), (117, True), (117.5, False), (99.5, False)])
def test_nothing_is_shown_long_after_the_last_word_or_before_the_first(day, shown):
    found = position_on(day, [stage(departs=(100, 100), arrives=(110, 110))])
    assert (found is not None) is shown


def test_an_uneven_march_is_never_sure_to_the_metre():
    found = position_on(105, [stage(departs=(100, 100), arrives=(110, 110))])
    assert found.uncertainty_km == pytest.approx(90.0 / 8, abs=0.5)
