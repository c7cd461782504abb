"""Lines over the 180th meridian: cut there, the short way round, and nowhere else."""

import pytest

from geo.antimeridian import cut
from geo.points import Point

WEST, EAST = Point(52, -170), Point(54, 170)
TABLE = [
    # line, pieces
    ([], []),
    ([EAST], []),
    ([EAST, EAST], []),
    ([Point(35, 51), Point(36, 50)], [[(35, 51), (36, 50)]]),
    ([Point(35, 51), Point(35, 51), Point(36, 50)], [[(35, 51), (36, 50)]]),
    ([EAST, WEST], [[(54, 170), (53, 180)], [(53, -180), (52, -170)]]),
    ([WEST, EAST], [[(52, -170), (53, -180)], [(53, 180), (54, 170)]]),
    ([Point(0, 180), Point(0, -170)], [[(0, -180), (0, -170)]]),
    ([Point(0, 170), Point(0, -180)], [[(0, 170), (0, 180)]]),
    ([Point(0, 180), Point(0, -180)], []),
    ([Point(0, 0), Point(0, 180)], [[(0, 0), (0, 180)]]),
    (
        [Point(0, 170), Point(0, -170), Point(0, 170)],
        [[(0, 170), (0, 180)], [(0, -180), (0, -170), (0, -180)], [(0, 180), (0, 170)]],
    ),
]


@pytest.mark.parametrize(("line", "pieces"), TABLE)
def test_a_line_is_cut_where_it_crosses_the_meridian(line, pieces):
    assert [[point.lat_lon for point in piece] for piece in cut(line)] == pieces
