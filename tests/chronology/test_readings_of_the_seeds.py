"""The interpretations that editors have recorded are among those the program proposes."""

import csv
from pathlib import Path

import pytest

from chronology.readings import propose

SEEDS = Path(__file__).parents[2] / "seeds"


def rows(name):
    with (SEEDS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


CLAIMS = {row["key"]: row for row in rows("claims")}
# What an editor explains by none of our slips is kept as "other".
INTERPRETED = [row for row in rows("interpretations") if row["method"] != "other"]


@pytest.mark.parametrize("row", INTERPRETED, ids=lambda row: row["claim"])
def test_an_interpretation_is_one_of_the_proposals(row):
    claim = CLAIMS[row["claim"]]
    supplied = int(claim["face"][:4]) if "year" in claim["supplied"] else None
    proposed = {each.edtf: each.method for each in propose(claim["as_printed"], year=supplied)}
    assert row["value"] in proposed
    if claim["as_printed"].isdigit():
        # A bare year carries no label of its own: the Solar Hijri reading is one of the plain ones.
        assert proposed[row["value"]] == "plain"
    else:
        assert proposed[row["value"]] == row["method"]


def test_there_are_interpretations_to_judge():
    assert INTERPRETED
