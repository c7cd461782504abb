"""Cutting to a box, judged by shapely."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import Polygon, box

from geo.clipping import clip_line, clip_ring, overlap

BOX = (0.0, 0.0, 10.0, 10.0)

triangles = st.lists(st.tuples(st.floats(-20, 30), st.floats(-20, 30)), min_size=3, max_size=3)


@given(triangles)
def test_a_cut_triangle_has_the_area_it_shares_with_the_box(triangle):
    judge = Polygon(triangle).intersection(box(*BOX)).area
    cut = clip_ring(triangle, BOX)
    area = Polygon(cut).area if len(cut) >= 3 else 0.0
    assert area == pytest.approx(judge, abs=1e-6)


def test_a_ring_outside_leaves_nothing():
    assert clip_ring([(20, 20), (30, 20), (30, 30)], BOX) == []


def test_a_line_keeps_what_comes_near_and_drops_what_passes_by():
    line = [(-5, 5), (5, 5), (15, 5), (25, 5), (25, -5), (5, -5)]
    assert clip_line(line, BOX) == [[(-5, 5), (5, 5), (15, 5)]]


def test_a_line_that_comes_back_gives_two_pieces():
    line = [(5, 5), (15, 5), (20, 5), (20, 8), (15, 8), (5, 8)]
    assert clip_line(line, BOX) == [[(5, 5), (15, 5)], [(15, 8), (5, 8)]]


def test_boxes_that_touch_overlap():
    assert overlap((0, 0, 1, 1), (1, 1, 2, 2))
    assert not overlap((0, 0, 1, 1), (1.5, 0, 2, 1))
