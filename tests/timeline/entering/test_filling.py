"""What an editor left empty is filled from the words; what was typed stands, and nothing is chosen silently."""

import pytest

from timeline.entering.filling import all_readings, fill, year_of_context
from timeline.entering.printed_dates import read_printed_date

FILLED = [
    ("a date", {"as_printed": "22 Tir 1288", "calendar": "solar_hijri"}, {"face": "1909-07-13"}),
    (
        "a year from the context",
        {"as_printed": "13 July", "calendar": "gregorian", "context_year": 1909},
        {"face": "1909-07-13", "supplied": ["year"]},
    ),
    (
        "what a typed day supplies",
        {"as_printed": "13 July", "calendar": "gregorian", "face": "1909-07-13"},
        {"supplied": ["year"]},
    ),
    ("a distance", {"as_printed": "five days later", "relative_to_event": 7}, {"offset_low": 5, "offset_high": 5}),
    (
        "a chosen reading",
        {"as_printed": "5 May 1288 AH", "calendar": "unknown", "reading": "1871-05-05"},
        {"face": "1871-05-05"},
    ),
    (
        "all readings",
        {"as_printed": "5 May 1288 AH", "calendar": "unknown", "reading": "[1909-05-05,1871-05-05]"},
        {"face": "[1909-05-05,1871-05-05]"},
    ),
    (
        "a number",
        {"attribute": "strength", "as_printed": "about 1,200 riders"},
        {"low": 1200, "high": 1200, "unit": "riders", "qualifier": "about"},
    ),
]


@pytest.mark.parametrize(("what", "typed", "filled"), FILLED, ids=[each[0] for each in FILLED])
def test_the_words_fill_in(what, typed, filled):
    filling = fill({"attribute": "date", **typed})
    assert (filling.values, filling.refusals) == (filled, [])


TYPED = [
    {"as_printed": "13 July 1909", "calendar": "gregorian", "face": "1909-07"},
    {"as_printed": "22 July 1909", "calendar": "gregorian", "face": "1909-07-13"},
    {"as_printed": "five days later", "relative_to_event": 7, "offset_low": 4, "offset_high": None},
    {"attribute": "strength", "as_printed": "about 1,200 riders", "low": 1000.0, "unit": "horse", "qualifier": "some"},
    {"attribute": "strength", "as_printed": "1,200 riders", "parts": ["1,200 riders"], "unit": "riders"},
]


@pytest.mark.parametrize("typed", TYPED)
def test_what_was_typed_is_never_changed(typed):
    assert fill({"attribute": "date", **typed}).values == {}


REFUSED = [
    ({"as_printed": "13 July 1909"}, "calendar", "calendar_missing"),
    ({"as_printed": "5 May 1288 AH", "calendar": "unknown"}, "as_printed", "ambiguous_date"),
    ({"as_printed": "5 May 1288 AH", "calendar": "unknown", "reading": "1900"}, "as_printed", "reading_gone"),
    (
        {"as_printed": "13 July 1909", "calendar": "gregorian", "face": "1909-07", "reading": "1909-07-13"},
        "face",
        "typed_and_chosen",
    ),
    ({"as_printed": "13 July", "calendar": "gregorian"}, "context_year", "year_missing"),
    ({"as_printed": "22 Tir", "calendar": "solar_hijri", "context_year": 1909}, "context_year", "calendar_mismatch"),
    ({"as_printed": "22 July 1909", "calendar": "lunar_hijri"}, "calendar", "calendar_mismatch"),
    ({"as_printed": "five days later"}, "relative_to_event", "anchor_missing"),
    ({"as_printed": "the second snow", "calendar": "unknown"}, "as_printed", "unknown_word"),
]


@pytest.mark.parametrize(("typed", "field", "code"), REFUSED)
def test_a_refusal_stands_at_its_field_and_says_what_to_do(typed, field, code):
    ((where, found, sentence),) = fill({"attribute": "date", **typed}).refusals
    assert (where, found) == (field, code)
    assert sentence.endswith(".")


def test_a_hole_in_the_text_needs_no_readable_words():
    assert fill({"attribute": "date", "as_printed": "the … snow", "calendar": "unknown", "gap": "which"}).refusals == []


def test_words_that_were_kept_before_fill_in_nothing_anew():
    number = {"attribute": "strength", "as_printed": "several companies of 100 men"}
    assert fill(number, kept=True).values == {}
    assert fill({"attribute": "date", "as_printed": "13 July 1909"}, kept=True).refusals == []


def test_readings_that_are_no_single_days_are_not_kept_together():
    ranges = read_printed_date("1905-11").candidates
    assert len(ranges) > 1
    assert all_readings(ranges) == ""


@pytest.mark.parametrize(
    ("face", "calendar", "supplied", "year"),
    [
        ("1909-07-13", "gregorian", ["year"], 1909),
        ("1909-07-13", "solar_hijri", ["year"], 1288),
        ("1909-07-13", "unknown", ["year", "month"], 1909),
        ("1909-07-13", "gregorian", [], None),
        ("nonsense", "gregorian", ["year"], None),
    ],
)
def test_the_year_of_the_context_is_found_again(face, calendar, supplied, year):
    assert year_of_context(face, calendar, supplied) == year
