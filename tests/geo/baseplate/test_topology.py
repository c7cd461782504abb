"""Arcs and levels: borders are kept once, and lower zooms need fewer points."""

from shapely.geometry import LineString, Polygon, box

from geo.baseplate.levels import levels
from geo.baseplate.topology import cut

WEST = Polygon([(0, 0), (10, 0), (10, 5), (10, 10), (0, 10)])
EAST = Polygon([(10, 0), (20, 0), (20, 10), (10, 10), (10, 5)])


def put_together(topology, name):
    rings = []
    for numbers in topology.rings[name]:
        points = []
        for number in numbers:
            arc = topology.arcs[number] if number >= 0 else topology.arcs[~number][::-1]
            assert not points or points[-1] == arc[0]
            points += arc if not points else arc[1:]
        rings.append(points)
    return rings


def test_a_shared_border_is_one_arc_with_both_its_sides():
    topology = cut({"west": WEST, "east": EAST})
    [border] = topology.between("west", "east")
    assert set(topology.arcs[border]) == {(10, 0), (10, 5), (10, 10)}
    assert len(topology.between("west")) == len(topology.between("east")) == 1


def test_rings_put_together_from_arcs_are_the_shapes_again():
    topology = cut({"west": WEST, "east": EAST})
    for name, shape in (("west", WEST), ("east", EAST)):
        [ring] = put_together(topology, name)
        assert Polygon(ring).equals(shape)


def test_an_island_is_one_closed_arc():
    topology = cut({"island": box(0, 0, 4, 4)})
    assert topology.rings["island"] == [[0]]
    assert topology.arcs[0][0] == topology.arcs[0][-1]


def test_a_hole_is_a_ring_of_its_own_shared_with_what_fills_it():
    outer = Polygon(box(0, 0, 10, 10).exterior, [box(4, 4, 6, 6).exterior.coords])
    topology = cut({"outer": outer, "inner": box(4, 4, 6, 6)})
    assert len(topology.rings["outer"]) == 2
    assert len(topology.between("outer", "inner")) == 1


def test_each_zoom_keeps_within_a_quarter_of_a_pixel():
    line = [(x, round(40 * ((x // 7) % 3) + x**0.5)) for x in range(0, 900, 3)]
    found = levels(line)
    for zoom in (4, 5, 6, 7, 8):
        kept = LineString([p for p, level in zip(line, found, strict=True) if level and level <= zoom])
        tolerance = 0.25 * 2 ** (10 - zoom)
        assert LineString(line).hausdorff_distance(kept) <= tolerance + 1e-9


def test_ends_are_needed_at_every_zoom_and_straight_middles_at_none():
    assert levels([(0, 0), (50, 0), (100, 0)]) == [4, None, 4]


def test_a_closed_line_keeps_its_shape():
    ring = [(0, 0), (100, 0), (100, 100), (0, 100), (0, 0)]
    assert levels(ring) == [4, 4, 4, 4, 4]
