"""Coordinates as people type them, slugs out of any script, and markup that only formats."""

import pytest

from chronology.edtf import parse_edtf
from geo.coordinates import Axis
from timeline.feeds.timespans import timespan_of
from timeline.importing.degrees import read_degrees
from timeline.importing.markup import escaped, plain
from timeline.importing.refusals import BadRow
from timeline.importing.side_colours import side_cells
from timeline.importing.slugs import SLUG, Slugs, slug_of
from timeline.importing.timespans import edtf_of

NORTH, EAST = Axis.LATITUDE, Axis.LONGITUDE


@pytest.mark.parametrize(
    ("text", "axis", "value", "ring"),
    [
        ("38.08", NORTH, 38.08, 1.1), ("38,08", NORTH, 38.08, 1.1), ("۳۸٫۰۸", NORTH, 38.08, 1.1),
        ("-38.08", NORTH, -38.08, 1.1), ("38.08 S", NORTH, -38.08, 1.1), ("N 38.08°", NORTH, 38.08, 1.1),
        ("46.29e", EAST, 46.29, 1.1), ("38", NORTH, 38.0, 110.0), ("38.08123", NORTH, 38.08123, 0.1),
        ("38°04′N", NORTH, 38.0666667, 1.9), ("38°04'48\"N", NORTH, 38.08, 0.1), ("38 04 48 N", NORTH, 38.08, 0.1),
        ("38° 4,8' N", NORTH, 38.08, 0.19), ("38°4'48''N", NORTH, 38.08, 0.1), ("۳۸°۰۴′", NORTH, 38.0666667, 1.9),
        ("180", EAST, 180.0, 110.0), ("−46.29", EAST, -46.29, 1.1),
    ],
)  # fmt: skip
def test_a_coordinate_is_read_and_reaches_as_far_as_its_last_figure(text, axis, value, ring):
    read = read_degrees(text, axis)
    assert (read.value, read.ring_km) == (value, ring)


@pytest.mark.parametrize(
    ("text", "axis", "code"),
    [
        ("91", NORTH, "coordinate_out_of_range"), ("181", EAST, "coordinate_out_of_range"),
        ("38 E", NORTH, "bad_coordinate"), ("N 38 N", NORTH, "bad_coordinate"), ("-38 S", NORTH, "bad_coordinate"),
        ("38.08, 46.29", NORTH, "bad_coordinate"), ("38°61'", NORTH, "bad_coordinate"),
        ("north", NORTH, "bad_coordinate"), ("1e2", NORTH, "bad_coordinate"), ("", NORTH, "bad_coordinate"),
        ("3" * 10_000, NORTH, "bad_coordinate"),
        ("nan", NORTH, "bad_coordinate"),
    ],
)  # fmt: skip
def test_what_is_no_coordinate_is_refused(text, axis, code):
    with pytest.raises(BadRow) as refused:
        read_degrees(text, axis)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("The Siege of Tabriz, 1908–09", "the-siege-of-tabriz-1908-09"), ("L’été à Tabriz", "lete-a-tabriz"),
        ("فتح تهران ۱۲۸۸", "fth-thran-1288"), ("Осада Тебриза", "osada-tebriza"), ("!!!", ""), ("北京", ""),
        ("a" * 200, "a" * 60), ("word " * 40, "-".join(["word"] * 12)),
    ],
)  # fmt: skip
def test_a_title_in_any_script_has_a_slug(text, slug):
    assert slug_of(text) == slug
    assert not slug or SLUG.match(slug)


def test_a_slug_is_given_once():
    slugs = Slugs(["fight", "fight-2"])
    assert [slugs.give("Fight", "event") for _ in range(3)] == ["fight-3", "fight-4", "fight-5"]
    assert [slugs.give("!", "event") for _ in range(2)] == ["event", "event-2"]
    long = [slugs.give("x" * 90, "event", 20) for _ in range(2)]
    assert long == ["x" * 20, "x" * 18 + "-2"]


@pytest.mark.parametrize(
    "text", ["a < b & c > d", "<script>alert(1)</script>", "AT&T", "&amp;", "“quoted” 'text'", "<p>"]
)
def test_a_text_written_as_html_is_read_back(text):
    assert plain(escaped(text)) == text


@pytest.mark.parametrize(
    "edtf",
    ["1909-07-13", "1909-07", "1909", "1908/1909-04-29", "[..1736]", "[1937..]", "1908/..", "[1909-05-05..1909-05-09]"],
)
def test_a_timespan_is_read_back(edtf):
    assert parse_edtf(edtf_of([timespan_of(parse_edtf(edtf))])) == parse_edtf(edtf)


@pytest.mark.parametrize("timespans", [[], [None], [{}], [{"start": {}}], [{"start": {"in": "once"}}], ["1909"]])
def test_a_timespan_that_says_nothing_is_no_date(timespans):
    assert edtf_of(timespans) == ""


def test_twenty_five_sides_are_told_apart():
    looks = [tuple(cells for key, cells in side_cells(number).items() if key != "order") for number in range(25)]
    assert len(set(looks)) == len(looks)
