"""Reads XLSX workbooks into cells that say what they were: text, number, date, formula or merged."""

import datetime
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook

from timeline.importing.packed_workbooks import broken, check_packed, check_size
from timeline.importing.refusals import BadFile

TEXT, NUMBER, DATE, FORMULA, MERGED, ERROR = "text", "number", "date", "formula", "merged", "error"
# In a format for numbers: a word in quotation marks, a letter by itself, a colour or a language.
_NOT_SHOWN = re.compile(r'"[^"]*"|\\.|_.|\[[^\]]*\]')
# What openpyxl and the zip and XML beneath it raise for a file that is broken or was made to harm.
_BROKEN = (
    ValueError, KeyError, IndexError, TypeError, AttributeError, AssertionError, OSError, EOFError, OverflowError,
    NotImplementedError, RecursionError, RuntimeError, MemoryError, ParseError, struct.error, zlib.error,
    zipfile.BadZipFile, zipfile.LargeZipFile,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell. text: what it holds, a date as 1909-07-13; kind: one of the words above, "" where it is empty.

    A date that shows no day is 1909-07: of "July 1909" spreadsheets make its first day. A formula that the file
    holds a value for is that value; FORMULA is one without, its text the cell's name after "=". MERGED is a cell
    that lies under another one, whose text it does not have.
    """

    text: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class WorkbookSheet:
    """A sheet by its title; rows: (number as the spreadsheet counts, cells), rows without any cell left out."""

    title: str
    rows: tuple[tuple[int, tuple[Cell, ...]], ...] = field(repr=False)


def is_workbook(file: bytes) -> bool:
    """Whether the bytes are an XLSX workbook, whatever the file is called."""
    if not file.startswith(b"PK"):
        return False
    try:
        with zipfile.ZipFile(BytesIO(file)) as archive:
            return "xl/workbook.xml" in archive.namelist()
    except _BROKEN:
        return False


def read_workbook(file: bytes) -> tuple[WorkbookSheet, ...]:
    """Return the visible sheets that hold anything, in order; raise BadFile for what can't be opened."""
    try:
        check_packed(file)
        book = load_workbook(BytesIO(file))
        sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        kept = {}
        if any(cell.data_type == "f" for sheet in sheets for cell in sheet._cells.values()):
            valued = load_workbook(BytesIO(file), data_only=True)
            kept = {sheet.title: valued[sheet.title] for sheet in sheets}
        read = [WorkbookSheet(sheet.title, tuple(_rows(sheet, kept.get(sheet.title)))) for sheet in sheets]
    except BadFile:
        raise
    except _BROKEN as error:
        raise broken() from error
    return tuple(sheet for sheet in read if sheet.rows)


def beginnings(file: bytes, rows: int, columns: int) -> list[tuple[str, list[list[str]]]]:
    """Return the title and the texts of the first rows of each visible sheet, a matter of a moment however long it is.

    Raises BadFile for what can't be opened.
    """
    try:
        check_size(file)
        book = load_workbook(BytesIO(file), read_only=True, data_only=True)
        sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        return [
            (
                sheet.title,
                [
                    ["" if value is None else str(value) for value in row]
                    for row in sheet.iter_rows(1, rows, 1, columns, True)
                ],
            )
            for sheet in sheets
        ]
    except BadFile:
        raise
    except _BROKEN as error:
        raise broken() from error


def _rows(sheet, valued) -> Iterator[tuple[int, tuple[Cell, ...]]]:
    # openpyxl's own iteration walks the whole rectangle, and one cell in the last corner makes that 17 milliards.
    rows: dict[int, dict[int, Cell]] = {}
    for (row, column), cell in sheet._cells.items():
        read = _cell(cell, valued)
        if read.kind:
            rows.setdefault(row, {})[column] = read
    for row, column in _covered(sheet):
        rows.setdefault(row, {})[column] = Cell("", MERGED)
    for number in sorted(rows):
        cells = rows[number]
        if any(cell.kind != MERGED for cell in cells.values()):
            yield number, tuple(cells.get(column, Cell()) for column in range(1, max(cells) + 1))


def _covered(sheet) -> Iterator[tuple[int, int]]:
    """The cells that lie under a merged one in a row of their own: that of one row takes nothing away."""
    for merged in sheet.merged_cells.ranges:
        for row in range(merged.min_row + 1, merged.max_row + 1):
            for column in range(merged.min_col, merged.max_col + 1):
                yield row, column


def _cell(cell, valued) -> Cell:
    value = cell.value
    if cell.data_type == "f":
        value = valued.cell(cell.row, cell.column).value if valued is not None else None
        if value is None:
            return Cell(f"={cell.coordinate}", FORMULA)
    if value is None or value == "":
        return Cell()
    if cell.data_type == "e" or (isinstance(value, str) and value.startswith("#") and value.endswith(("!", "/A"))):
        return Cell(str(value), ERROR)
    if isinstance(value, datetime.date) and value.day == 1:
        return Cell(_as_shown(value, cell.number_format), DATE)
    return _valued(value)


def _as_shown(first: datetime.date, number_format: str) -> str:
    """The first of a month as narrowly as its format shows it: the day, the month, or the year of its first month."""
    shown = _NOT_SHOWN.sub("", number_format.split(";")[0]).casefold()
    if "d" in shown or "h" in shown or "y" not in shown:
        return f"{first.year:04}-{first.month:02}-01"
    return f"{first.year:04}" if "m" not in shown and first.month == 1 else f"{first.year:04}-{first.month:02}"


def _valued(value) -> Cell:
    if isinstance(value, bool):
        return Cell("TRUE" if value else "FALSE", TEXT)
    if isinstance(value, datetime.datetime | datetime.date):
        return Cell(f"{value.year:04}-{value.month:02}-{value.day:02}", DATE)
    if isinstance(value, datetime.time):
        return Cell(value.strftime("%H:%M:%S" if value.second else "%H:%M"), TEXT)
    if isinstance(value, int | float):
        return Cell(f"{value:.15g}" if value != int(value) else str(int(value)), NUMBER)
    return Cell(str(value), TEXT)
