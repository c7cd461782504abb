"""The way a march is drawn: never a straight line where no source gives the road."""

import math

import pytest

from geo.rendering.plate_routes import BOW, bowed


@pytest.mark.parametrize("end", [(100.0, 0.0), (0.0, 100.0), (-60.0, 80.0)])
def test_a_bow_keeps_its_ends_and_leaves_the_straight_to_its_left(end):
    line = bowed((0.0, 0.0), end)
    assert line[0] == (0.0, 0.0)
    assert line[-1] == pytest.approx(end)
    middle = line[len(line) // 2]
    straight = (end[0] / 2, end[1] / 2)
    assert math.dist(middle, straight) == pytest.approx(100 * BOW)
    # On a screen, where y grows downwards, left of the way is a negative cross product.
    assert end[0] * (middle[1] - straight[1]) - end[1] * (middle[0] - straight[0]) < 0
