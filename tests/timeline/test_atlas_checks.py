"""Tables and forms alike refuse a frame or a colour that cannot be."""

import pytest
from django.core.exceptions import ValidationError

from timeline.models import Atlas, Side

FRAME = {"window_from": 10, "window_to": 20, "day": None, "west": 1.0, "south": 2.0, "east": 3.0, "north": 4.0}
WRONG = {
    "closes first": ({"window_to": 9}, "window_to", "window_out_of_order"),
    "cursor before": ({"day": 9}, "day", "day_outside_window"),
    "cursor after": ({"day": 21}, "day", "day_outside_window"),
    "no width": ({"east": 1.0}, "east", "bounds_out_of_order"),
    "upside down": ({"north": 1.0}, "north", "bounds_out_of_order"),
    "beyond the pole": ({"north": 90.0}, "north", "out_of_range"),
    "no number": ({"west": float("nan")}, "west", "out_of_range"),
}


@pytest.mark.parametrize(("wrong", "field", "code"), WRONG.values(), ids=WRONG)
def test_a_frame_that_cannot_be_is_refused(wrong, field, code):
    with pytest.raises(ValidationError) as refused:
        Atlas(**FRAME | wrong).clean()
    found = refused.value.error_dict
    assert {name: [error.code for error in errors] for name, errors in found.items()} == {field: [code]}


@pytest.mark.parametrize("right", [{}, {"day": 10}, {"day": 20}, {"window_to": 10}, {"west": None}])
def test_a_frame_that_can_be_is_kept(right):
    Atlas(**FRAME | right).clean()


@pytest.mark.parametrize(
    ("colours", "fields"),
    [(("#942A14", ""), []), (("#942a14", "#EA8A63"), []), (("red", "#EA8A6"), ["colour", "colour_dark"])],
)
def test_a_colour_is_six_digits_of_base_sixteen(colours, fields):
    side = Side(colour=colours[0], colour_dark=colours[1])
    if not fields:
        side.clean()
        return
    with pytest.raises(ValidationError) as refused:
        side.clean()
    assert sorted(refused.value.error_dict) == fields
