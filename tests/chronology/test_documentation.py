"""The tables of docs/chronology.md are true."""

import re
from pathlib import Path

import pytest

from chronology.calendars import YEARS
from chronology.edtf import parse_edtf
from chronology.iso import to_iso
from chronology.parsing import parse_candidates
from chronology.readings import Witness, judge
from chronology.readings.slips import EXPECTED

TEXT = (Path(__file__).parents[2] / "docs" / "chronology.md").read_text(encoding="utf-8")

PRIORS = "| slip | kept as | prior | why so much |"


def rows_of(header):
    """The cells of each row of the table under this header."""
    lines = TEXT.splitlines()
    start = lines.index(header) + 2
    rows = []
    for line in lines[start:]:
        if not line.startswith("|"):
            return rows
        rows.append([cell.strip().strip("`") for cell in line.strip("|").split("|")])
    return rows


@pytest.mark.parametrize("row", rows_of("| EDTF | shape | from | to |"), ids=lambda row: row[0])
def test_the_edtf_table_is_true(row):
    text, shape, *ends = row
    span = parse_edtf(text)
    said = ["open" if day is None else to_iso(day) for day in (span.earliest, span.latest)]
    assert [span.shape, *said] == [shape, *ends]


@pytest.mark.parametrize("row", rows_of("| printed | read as |"), ids=lambda row: row[0])
def test_the_table_of_printed_dates_is_true(row):
    printed, readings = row
    assert [each.date.edtf for each in parse_candidates(printed)] == re.split("` or `", readings)


def test_the_years_read_are_the_ones_said():
    said = [row[2] for row in rows_of("| calendar | rule | years |")]
    assert said == [f"{first}-{last}" for first, last in YEARS.values()]


@pytest.mark.parametrize(
    "row", rows_of("| printed | beside | verdict | read as |"), ids=lambda row: " / ".join(row[:2])
)
def test_the_table_of_readings_is_true(row):
    printed, beside, verdict, edtf = row
    near = [Witness.of(parse_candidates(beside)[0].date.span)] if beside else []
    found = judge(printed, near=near)
    assert (found.verdict, found.best.edtf if found.best else "") == (verdict, edtf)


def test_the_priors_are_those_of_the_code():
    said = [(slip, method, float(prior), why) for slip, method, prior, why in rows_of(PRIORS)]
    assert said == [(slip.value, each.method.value, each.prior, each.reason) for slip, each in EXPECTED.items()]
