"""Packed lines: what goes in comes out, in Python as in the browser."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.baseplate.encoding import pack, unpack

VECTORS = Path(__file__).parents[2] / "vectors" / "plate-lines.json"

coordinates = st.integers(-(2**20), 2**20)
lines = st.lists(st.tuples(st.tuples(coordinates, coordinates), st.integers(4, 8)), min_size=1)


@given(lines)
def test_unpacking_gives_back_points_and_levels(line):
    points, levels = [point for point, _ in line], [level for _, level in line]
    assert unpack(pack(points, levels)) == (points, levels)


@pytest.mark.parametrize("entry", json.loads(VECTORS.read_text(encoding="utf-8")))
def test_the_table_the_browser_reads_is_what_is_written(entry):
    points = [tuple(point) for point in entry["points"]]
    assert pack(points, entry["levels"]) == entry["packed"]
    assert unpack(entry["packed"]) == (points, entry["levels"])


def test_a_line_cut_short_is_refused():
    text, levels = pack([(100, 200), (5000, -3)], [4, 4])
    with pytest.raises(ValueError, match="cut short"):
        unpack([text[:-1], levels])
    with pytest.raises(ValueError, match="cut short"):
        unpack([text, levels[:-1]])
