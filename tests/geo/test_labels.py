"""Labels: no two boxes meet, none leaves the frame, the important come first."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from geo.labels import Box, Label, place_labels, text_width

FRAME = Box(0, 0, 400, 300)

labels = st.lists(
    st.builds(
        Label,
        id=st.uuids().map(str),
        x=st.floats(-20, 420),
        y=st.floats(-20, 320),
        width=st.floats(5, 120),
        height=st.floats(8, 30),
        importance=st.integers(0, 9),
        may_stand_off=st.booleans(),
    ),
    max_size=40,
)
obstacles = st.lists(
    st.builds(Box, st.floats(0, 390), st.floats(0, 290), st.floats(1, 60), st.floats(1, 60)), max_size=10
)


@settings(max_examples=150)
@given(labels, obstacles)
def test_no_label_meets_another_or_an_obstacle_or_leaves_the_frame(given_labels, given_obstacles):
    placed = place_labels(given_labels, frame=FRAME, obstacles=given_obstacles)
    assert not any(one.meets(other) for one, other in combinations(placed.values(), 2))
    assert not any(box.meets(obstacle) for box in placed.values() for obstacle in given_obstacles)
    assert all(FRAME.holds(box) for box in placed.values())


def test_a_lone_label_stands_to_the_right_of_its_point():
    box = place_labels([Label("a", 100, 100, 40, 10)], frame=FRAME)["a"]
    assert box.x > 100
    assert box.centre[1] == 100


def test_at_the_right_edge_a_label_goes_to_the_left():
    box = place_labels([Label("a", 390, 100, 40, 10)], frame=FRAME)["a"]
    assert box.x + box.width < 390


def test_the_more_important_of_two_keeps_the_better_place():
    placed = place_labels(
        [Label("village", 100, 100, 40, 10), Label("capital", 100, 100, 40, 10, importance=5)], frame=FRAME
    )
    assert placed["capital"].x > 100 > placed["village"].x


def test_what_has_no_room_is_left_out():
    walls = [Box(0, 0, 400, 300)]
    assert place_labels([Label("a", 100, 100, 40, 10)], frame=FRAME, obstacles=walls) == {}


def test_only_a_label_that_may_stand_off_is_tried_farther_out():
    ring = [Box(80, 80, 40, 40)]
    near = Label("near", 100, 100, 30, 10, gap=4)
    far = Label("far", 100, 100, 30, 10, gap=4, may_stand_off=True)
    assert set(place_labels([near, far], frame=FRAME, obstacles=ring)) == {"far"}


def test_longer_words_are_estimated_wider():
    assert text_width("Tehran", 15) < text_width("Tehran and Qazvin", 15)
    assert text_width("iiii", 15) < text_width("MMMM", 15)
