"""Printed numbers come to the least and the most they say, and to no more than that."""

import pytest

from timeline.entering.printed_numbers import PrintedNumber, read_printed_number

READ = [
    ("about 1,200 riders", 1200, 1200, "riders", "about"),
    ("۱۲۰۰", 1200, 1200, "", "exactly"),
    ("۱٬۲۰۰ سوار", 1200, 1200, "سوار", "exactly"),
    ("حدود هزار سوار", 1000, 1000, "سوار", "about"),
    ("several hundred", None, None, "", "several"),
    ("several hundred men", None, None, "men", "several"),
    ("3,000 soldiers", 3000, 3000, "soldiers", "exactly"),
    ("around six thousand", 6000, 6000, "", "about"),
    ("two hundred and ten riders", 210, 210, "riders", "exactly"),
    ("between 200 and 300 men", 200, 300, "men", ""),
    ("200–300 killed", 200, 300, "killed", ""),
    ("two or three guns", 2, 3, "guns", ""),
    ("more than 5,000", 5000, None, "", "more than"),
    ("up to 400 horse", None, 400, "horse", "up to"),
    ("a dozen", 12, 12, "", "exactly"),
    ("5 thousand men", 5000, 5000, "men", "exactly"),
]


@pytest.mark.parametrize(("text", "low", "high", "unit", "qualifier"), READ)
def test_words_come_to_bounds_unit_and_qualifier(text, low, high, unit, qualifier):
    assert read_printed_number(text) == PrintedNumber(low, high, unit, qualifier)


LENGTHS = [
    ("three days", 3, 3, "days", "exactly"),
    ("five-day", 5, 5, "days", "exactly"),
    ("53 days", 53, 53, "days", "exactly"),
    ("almost a year", None, 1, "years", "almost"),
    ("two hours", 2, 2, "hours", "exactly"),
]


@pytest.mark.parametrize(("text", "low", "high", "unit", "qualifier"), LENGTHS)
def test_a_length_is_counted_in_a_unit_of_time(text, low, high, unit, qualifier):
    assert read_printed_number(text, length=True) == PrintedNumber(low, high, unit, qualifier)


def test_several_things_counted_at_once_are_parts():
    read = read_printed_number("two battalions … four hundred cavalry … a sapper company")
    assert read == PrintedNumber(parts=("2 battalions", "400 cavalry", "1 sapper company"))


@pytest.mark.parametrize("text", ["", "until midnight", "heavy casualties", "<script>3", "x" * 10_000, "…", "\u202e"])
def test_words_without_a_number_come_to_none(text):
    assert read_printed_number(text) is None
