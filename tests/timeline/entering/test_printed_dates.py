"""Printed words come to every day they may name, or to a sentence that says where reading ended."""

import pytest

from timeline.entering.printed_dates import read_printed_date

READ = [
    ("22 Tir 1288", "", None, ["1909-07-13"]),
    ("۲۲ تیر ۱۲۸۸", "solar_hijri", None, ["1909-07-13"]),
    ("24 Jumada II 1327", "lunar_hijri", None, ["1909-07-13"]),
    ("22 July 1909", "julian", None, ["1909-08-04"]),
    ("between May and July 1909", "gregorian", None, ["[1909-05..1909-07]"]),
    ("about July 1909", "gregorian", None, ["1909-07~"]),
    ("5 May 1288 AH", "unknown", None, ["1909-05-05", "1871-05-05"]),
    ("3/7/1909", "gregorian", None, ["1909-07-03", "1909-03-07"]),
    ("13 July", "gregorian", 1909, ["1909-07-13"]),
    ("22 Tir", "solar_hijri", 1288, ["1909-07-13"]),
    ("\u202b۲۲ تیر ۱۲۸۸\u202c", "", None, ["1909-07-13"]),
    ("\u202e13 July 1909", "", None, ["1909-07-13"]),
    ("", "", None, []),
    ("   ", "gregorian", None, []),
]


@pytest.mark.parametrize(("text", "calendar", "year", "edtf"), READ)
def test_words_come_to_every_day_they_may_name(text, calendar, year, edtf):
    read = read_printed_date(text, calendar, year)
    assert [each.date.edtf for each in read.candidates] == edtf
    assert read.is_ambiguous == (len(edtf) > 1)
    assert (read.only is not None) == (len(edtf) == 1)


MARKED = [
    ("blah 13 July 1909", ("", "blah", " 13 July 1909")),
    ("13 July 09", ("13 July ", "09", "")),
    ("13 July <script>", ("13 July ", "<script>", "")),
    ("\u202eblah 13 July 1909\u202c", ("\u202e", "blah", " 13 July 1909\u202c")),
]


@pytest.mark.parametrize(("text", "marked"), MARKED)
def test_the_place_where_reading_ended_is_marked(text, marked):
    read = read_printed_date(text)
    assert read.candidates == ()
    assert read.marked == marked
    assert "".join(read.marked) == text


WITHOUT_A_PLACE = [
    ("13 July", "gregorian", None, "year_missing"),
    ("22 July 1909", "solar_hijri", None, "calendar_mismatch"),
    ("five days later", "", None, "relative_date"),
    ("1 " * 5000, "", None, "too_long"),
    ("22 Tir", "", 10**9, "out_of_range"),
]


@pytest.mark.parametrize(("text", "calendar", "year", "code"), WITHOUT_A_PLACE)
def test_what_lies_beside_the_words_has_a_code(text, calendar, year, code):
    assert read_printed_date(text, calendar, year).problem.code == code


def test_only_words_with_a_place_are_marked():
    assert read_printed_date("13 July").marked is None
    assert read_printed_date("").marked is None


@pytest.mark.parametrize(
    ("text", "signed"),
    [("five days later", (5, 5)), ("the previous day", (-1, -1)), ("a few days later", (2, 7)), ("later", (0, None))],
)
def test_a_distance_is_no_date_and_counts_days(text, signed):
    read = read_printed_date(text, "gregorian")
    assert read.candidates == ()
    assert read.offset.signed == signed
