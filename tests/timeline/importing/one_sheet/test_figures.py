"""Figures are read as programs save them, and a date cell says no more than it shows."""

import datetime

import pytest

from tests.timeline.importing.one_sheet.sheets import (
    ANSWERS,
    NEW,
    codes_of,
    csv_file,
    dates_of,
    staged,
    workbook,
    xlsx_file,
)
from timeline.importing.one_sheet.reading import read

JULY = datetime.date(1909, 7, 1)


def dated(value: datetime.date, number_format: str, **answers: str):
    book = workbook(["Headline", "Date"], ["A fight", value])
    book.active["B2"].number_format = number_format
    return read(xlsx_file(book=book), "class.xlsx", ANSWERS | answers, NEW)


@pytest.mark.parametrize(
    ("value", "number_format", "told"),
    [
        (JULY, "mmm-yy", ("1909-07", "July 1909")),
        (JULY, "[$-409]mmmm yyyy;@", ("1909-07", "July 1909")),
        (JULY, 'yyyy" day "mm', ("1909-07", "July 1909")),
        (datetime.date(1909, 1, 1), "yyyy", ("1909", "1909")),
        (JULY, "yyyy", ("1909-07", "July 1909")),
        # Whoever typed a day sees only its month.
        (datetime.date(1909, 7, 13), "mmm-yy", ("1909-07-13", "13 July 1909")),
    ],
)
def test_a_month_of_a_spreadsheet_is_never_its_first_day(value, number_format, told):
    result = dated(value, number_format)
    assert result.questions == ()
    assert [date[:2] for date in dates_of(result)] == [told]


def test_a_first_of_the_month_that_is_shown_is_asked_about_as_before():
    assert [question.key for question in dated(JULY, "d/m/yyyy").questions] == ["date_cells"]
    assert dates_of(dated(JULY, "d/m/yyyy", date_cells="swapped"))[0][0] == "1909-01-07"


def test_a_refused_row_gives_its_date_cell_back_as_the_editor_meant_it():
    rows = [["Headline", "Date", "Kind"], ["A fight", datetime.date(1909, 3, 4), "picnic"]]
    result = read(xlsx_file(*rows), "class.xlsx", ANSWERS | {"date_cells": "swapped"}, NEW)
    (problem,) = result.problems
    assert problem.given["Date"] == "1909-04-03"
    assert dates_of(staged(problem.given | {"Kind": "battle"}))[0][0] == "1909-04-03"


def test_a_display_date_without_columns_is_asked_about_as_any_date():
    row = {"Headline": "A fight", "Display Date": "3/4/1909"}
    assert [question.key for question in staged(row).questions] == ["day_month_order"]
    assert dates_of(staged(row, day_month_order="day_first")) == [("1909-04-03", "3/4/1909", "gregorian")]
    worded = staged(row | {"Year": "1909", "Month": "4", "Day": "3"})
    assert (worded.questions, dates_of(worded)[0][0]) == ((), "1909-04-03")


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [
        ("1909.0", "7.0", "13.0"),
        ("1909,0", "7,0", "13,0"),
        ("\u200f1909", "7\u200e", "\u202b13\u202c"),
        ("۱۹۰۹", "۷", "۱۳"),
    ],
)
def test_figures_are_read_as_other_programs_save_them(year, month, day):
    result = staged({"Headline": "A fight", "Year": year, "Month": month, "Day": day, "Importance": "4.0"})
    assert (codes_of(result), [date[0] for date in dates_of(result)]) == ([], ["1909-07-13"])


def test_marks_of_direction_do_not_hide_that_a_date_is_open():
    result = staged({"Headline": "A fight", "Date": "\u200f3/4/1909\u200f"})
    assert [question.key for question in result.questions] == ["day_month_order"]


@pytest.mark.parametrize("end", ["\r", "\r\n", "\n"])
def test_lines_end_as_any_machine_ends_them(end):
    file = csv_file({"Headline": "A fight", "Year": "1909"}).replace(b"\r\n", end.encode())
    assert dates_of(read(file, "class.csv", ANSWERS, NEW)) == [("1909", "1909", "gregorian")]
