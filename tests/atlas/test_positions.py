"""On 11 July 1909 every token stands where a claim puts it, or between two places that claims put."""

import csv
from pathlib import Path

import pytest

from timeline.models import Claim, Leg

EXPECTED = Path(__file__).with_name("positions_1909-07-11.csv")
DAY = "1909-07-11"


def expected():
    with EXPECTED.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def positions(client):
    return client.get("/api/v1/positions/", {"on": DAY}).json()["positions"]


def test_exactly_the_expected_forces_stand_on_the_map(positions):
    assert sorted(p["mover"]["id"] for p in positions) == sorted(row["force"] for row in expected())


@pytest.mark.parametrize("row", expected(), ids=lambda row: row["force"])
def test_each_stands_at_the_expected_place_or_stretch(positions, row):
    found = next(p for p in positions if p["mover"]["id"] == row["force"])
    assert found["kind"] == row["kind"]
    assert found["certainty"] == row["certainty"]
    if row["kind"] == "point":
        assert found["place"] == row["place"]
        assert found["uncertainty_km"] is not None
    else:
        legs = Leg.objects.filter(movement__slug=found["movement"], order__in=found["legs"]).order_by("order")
        assert (legs[0].start.slug, list(legs)[-1].end.slug) == (row["from"], row["to"])


@pytest.mark.parametrize("row", expected(), ids=lambda row: row["force"])
def test_opening_it_lists_the_claims_that_put_it_there(positions, row):
    found = next(p for p in positions if p["mover"]["id"] == row["force"])
    assert set(row["claims"].split(";")) <= set(found["claims"])


def test_every_claim_listed_is_on_record_with_a_source_and_a_locator(positions):
    for position in positions:
        assert position["claims"]
        for claim in Claim.objects.filter(key__in=position["claims"]).select_related("source"):
            assert claim.source.title
            assert claim.section or claim.page
        assert Claim.objects.filter(key__in=position["claims"]).count() == len(position["claims"])
