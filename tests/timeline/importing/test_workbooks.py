"""Cells of a workbook say what they were, and one cell in the last corner is one cell."""

import datetime
import io

import pytest
from openpyxl import Workbook, load_workbook

from timeline.importing.one_sheet.spreadsheet import spreadsheet
from timeline.importing.workbooks import Cell, is_workbook, read_workbook


def saved(book: Workbook) -> bytes:
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("text", Cell("text", "text")), (1909, Cell("1909", "number")), (38.08, Cell("38.08", "number")),
        (7.0, Cell("7", "number")), (0.1 + 0.2, Cell("0.3", "number")), (True, Cell("TRUE", "text")),
        (datetime.date(1909, 7, 13), Cell("1909-07-13", "date")),
        (datetime.datetime(1909, 7, 13, 4, 30), Cell("1909-07-13", "date")),  # noqa: DTZ001 -- cells have no zone
        (datetime.time(4, 30), Cell("04:30", "text")),
        ("=1+1", Cell("=A1", "formula")), ("#REF!", Cell("#REF!", "error")),
    ],
)  # fmt: skip
def test_a_cell_says_what_it_was(value, cell):
    book = Workbook()
    book.active["A1"] = value
    assert read_workbook(saved(book))[0].rows == ((1, (cell,)),)


def test_rows_keep_their_numbers_and_empty_ones_are_left_out():
    book = Workbook()
    book.active["B2"], book.active["A5"] = "two", "five"
    (sheet,) = read_workbook(saved(book))
    assert sheet.rows == ((2, (Cell(), Cell("two", "text"))), (5, (Cell("five", "text"),)))


def test_a_cell_in_the_last_corner_is_one_cell():
    book = Workbook()
    book.active["A1"], book.active["XFD1048576"] = "first", "last"
    (sheet,) = read_workbook(saved(book))
    assert [number for number, _cells in sheet.rows] == [1, 1_048_576]


def test_hidden_and_empty_sheets_are_left_out():
    book = Workbook()
    book.active["A1"] = "seen"
    book.create_sheet("Hidden")["A1"] = "hidden"
    book["Hidden"].sheet_state = "hidden"
    book.create_sheet("Empty")
    assert [sheet.title for sheet in read_workbook(saved(book))] == ["Sheet"]


def test_what_a_spreadsheet_might_run_is_written_as_text():
    rows = [{"Headline": "=cmd|' /C calc'!A0", "Text": "a\x07b", "Year": "1909"}]
    sheet = load_workbook(io.BytesIO(spreadsheet(rows))).worksheets[0]
    cells = {sheet.cell(1, column).value: sheet.cell(2, column) for column in range(1, sheet.max_column + 1)}
    assert (cells["Headline"].data_type, cells["Headline"].value) == ("s", "=cmd|' /C calc'!A0")
    assert (cells["Text"].value, cells["Year"].value) == ("ab", 1909)


@pytest.mark.parametrize("file", [b"", b"PK", b"PK\x03\x04garbage", b"Headline,Year"])
def test_what_is_no_workbook_is_told_apart(file):
    assert not is_workbook(file)
