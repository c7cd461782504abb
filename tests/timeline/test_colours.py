"""Contrast and difference of colours agree with published figures."""

import pytest

from timeline.colours import _ciede2000 as ciede2000
from timeline.colours import contrast, difference, is_colour, lightness, mixed, reaching

# WCAG's own examples, and the design's table, which was reckoned by another program.
CONTRASTS = [
    ("#FFFFFF", "#000000", 21.0),
    ("#777777", "#FFFFFF", 4.48),
    ("#0B2A4C", "#F7F1E3", 12.86),
    ("#79629F", "#F7F1E3", 4.59),
    ("#EA8A63", "#1B1814", 7.0),
]
# Sharma, Wu and Dalal (2005), table 1: pairs 1, 7, 14, 17, 20, 31, 34.
PAIRS = [
    ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
    ((50.0, 0.0, 0.0), (50.0, -1.0, 2.0), 2.3669),
    ((50.0, 2.49, -0.001), (50.0, -2.49, 0.0011), 7.2195),
    ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
    ((50.0, 2.5, 0.0), (58.0, 24.0, 15.0), 19.4535),
    ((90.8027, -2.0831, 1.4410), (91.1528, -1.6435, 0.0447), 1.4441),
    ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
]
SEEN = [
    ("#942A14", "#79629F", {"": 36, "deutan": 44, "protan": 43, "tritan": 29}),
    ("#942A14", "#0B2A4C", {"": 39, "deutan": 45, "protan": 37, "tritan": 47}),
    ("#BED4FA", "#9379B4", {"": 26, "deutan": 22, "protan": 24, "tritan": 34}),
]


@pytest.mark.parametrize(("one", "other", "ratio"), CONTRASTS)
def test_contrast_is_that_of_wcag(one, other, ratio):
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)
    assert contrast(other, one) == contrast(one, other)


@pytest.mark.parametrize(("one", "other", "apart"), PAIRS)
def test_difference_is_that_of_the_published_table(one, other, apart):
    assert ciede2000(one, other) == pytest.approx(apart, abs=0.00005)


@pytest.mark.parametrize(("one", "other", "seen"), SEEN)
def test_colour_blind_sight_agrees_with_the_design_s_table(one, other, seen):
    assert {sight: round(difference(one, other, sight)) for sight in seen} == seen


def test_grey_print_is_lightness():
    assert (lightness("#000000"), round(lightness("#FFFFFF"), 4)) == (0, 100)
    assert abs(lightness("#EA8A63") - lightness("#6FB98A")) == pytest.approx(2.4, abs=0.05)


def test_a_colour_is_moved_just_as_far_as_it_must():
    assert reaching("#0B2A4C", "#F7F1E3", 5.5, "#000000") == "#0B2A4C"
    moved = reaching("#C0A0FF", "#F7F1E3", 5.5, "#000000")
    assert 5.5 <= contrast(moved, "#F7F1E3") < 6
    assert mixed("#000000", "#FFFFFF", 0.5) == "#808080"


@pytest.mark.parametrize("text", ["#12345", "#1234567", "red", "#12345G", "", "#12345６", "#123456\n"])
def test_what_is_no_colour_is_not_taken_for_one(text):
    assert not is_colour(text)
