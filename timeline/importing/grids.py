"""Reads a table out of a file, CSV or XLSX, with its cells as they stand; the header is found, wherever it begins."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from timeline.importing.encodings import decode
from timeline.importing.refusals import BadFile
from timeline.importing.staged import Question, RowProblem
from timeline.importing.workbooks import MERGED, TEXT, Cell, beginnings, is_workbook, read_workbook

SEPARATORS = ",;\t"
MOST_COLUMNS, MOST_ROWS = 200, 50_000
# How far down a header may stand, below a title or a note.
HEADER_WITHIN = 10
SHEET_KEY = "sheet"
# What other files begin with that are sent under the name of a table.
_OTHERS = (
    (b"%PDF", "PDF"), (b"\x89PNG", "PNG"), (b"\xff\xd8\xff", "JPEG"), (b"GIF8", "GIF"), (b"{\\rtf", "RTF"),
    (b"\xd0\xcf\x11\xe0", "Excel 97 (.xls)"), (b"PK", "ZIP"), (b"<!DOCTYPE", "HTML"), (b"<html", "HTML"),
)  # fmt: skip

NumberedRow = tuple[int, Sequence[Cell]]
IsHeader = Callable[[Sequence[str]], bool]


class Asked(Exception):
    """Something must be asked before the table can be read; ask `question` and read again with the answer."""

    def __init__(self, question: Question):
        super().__init__(question.sentence)
        self.question = question


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: the columns of its header, and the rows below as (number as a spreadsheet counts, cells)."""

    columns: tuple[str, ...]
    rows: tuple[NumberedRow, ...] = field(repr=False)


def read_grid(file: bytes, answers: Mapping[str, str], is_header: IsHeader) -> Grid:
    """Return the table of a file whose header `is_header` knows.

    Raises BadFile for what holds no such table, Asked where the encoding or the sheet must be chosen.
    """
    if not file.strip(b"\x00 \r\n\t"):
        raise BadFile(
            "empty_file", _("The file is empty: choose one that has a row of column names and rows below it.")
        )
    rows_of = _sheet_rows if is_workbook(file) else _text_rows
    return _grid(rows_of(file, answers, is_header), is_header)


def has_header(file: bytes, is_header: IsHeader) -> bool:
    """Whether the file is a table whose header `is_header` knows, as far as its first rows tell.

    Raises Asked where the encoding must be chosen before that can be told.
    """
    try:
        if is_workbook(file):
            sheets = beginnings(file, HEADER_WITHIN, MOST_COLUMNS)
            return any(is_header(row) for _title, rows in sheets for row in rows)
        if other_kind(file):
            return False
        text = _decoded(file, {})
        return _header_at(_cut(text, _separator(text, is_header)), is_header) is not None
    except BadFile:
        return False


def other_kind(file: bytes) -> str:
    """What a file is that is no table, by its first bytes; "" where nothing says so."""
    head = file.lstrip()[:20]
    return next((kind for mark, kind in _OTHERS if head.upper().startswith(mark.upper())), "")


def _sheet_rows(file: bytes, answers: Mapping[str, str], is_header: IsHeader) -> Sequence[NumberedRow]:
    sheets = [sheet for sheet in read_workbook(file) if _header_at(sheet.rows, is_header) is not None]
    if len(sheets) > 1:
        titles = [sheet.title for sheet in sheets]
        if answers.get(SHEET_KEY) not in titles:
            choices = tuple((title, title) for title in titles)
            raise Asked(
                Question(SHEET_KEY, _("Several sheets of the workbook hold events. Which is to be read?"), choices)
            )
        sheets = [sheet for sheet in sheets if sheet.title == answers[SHEET_KEY]]
    return sheets[0].rows if sheets else ()


def _text_rows(file: bytes, answers: Mapping[str, str], is_header: IsHeader) -> Sequence[NumberedRow]:
    if kind := other_kind(file):
        raise BadFile(
            "not_a_table",
            _("This file is not a table but %(kind)s, whatever it is called: save the table as CSV or XLSX.")
            % {"kind": kind},
            kind,
        )
    text = _decoded(file, answers)
    return list(_cut(text, _separator(text, is_header)))


def _decoded(file: bytes, answers: Mapping[str, str]) -> str:
    text = decode(file, answers)
    if isinstance(text, Question):
        raise Asked(text)
    if isinstance(text, RowProblem):
        raise BadFile(text.code, text.sentence, text.value)
    return text


def _separator(text: str, is_header: IsHeader) -> str:
    """The separator that gives the header its names, a comma where none does."""
    for separator in SEPARATORS:
        try:
            if _header_at(_cut(text, separator), is_header) is not None:
                return separator
        except BadFile:
            continue
    return SEPARATORS[0]


def _cut(text: str, separator: str) -> Iterator[NumberedRow]:
    """Rows of cells, counted as a spreadsheet counts them: a cell with line breaks is one row."""
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        for number, cells in enumerate(lines, 1):
            if any(cell.strip() for cell in cells):
                yield number, [Cell(cell, TEXT if cell else "") for cell in cells]
    except csv.Error as error:
        raise BadFile(
            "broken_csv",
            _("Line %(line)d is no row of a table (%(error)s): look for a quotation mark that is not closed.")
            % {"line": lines.line_num, "error": error},
        ) from error


def _header_at(rows: Iterable[NumberedRow], is_header: IsHeader) -> int | None:
    for at, (_number, cells) in enumerate(rows):
        if at == HEADER_WITHIN:
            break
        if is_header([cell.text for cell in cells[:MOST_COLUMNS]]):
            return at
    return None


def _grid(rows: Sequence[NumberedRow], is_header: IsHeader) -> Grid:
    at = _header_at(rows, is_header)
    if at is None:
        raise BadFile(
            "no_header",
            _(
                "No row of this file names the columns of a timeline: it needs at least Headline and Year."
                " Start from the sample spreadsheet."
            ),
        )
    header = [cell.text.strip() for cell in rows[at][1]]
    while header and not header[-1]:
        header.pop()
    below = rows[at + 1 :]
    if len(header) > MOST_COLUMNS:
        raise BadFile(
            "too_many_columns",
            _("The table has %(count)d columns, and at most %(most)d are read: leave out the others.")
            % {"count": len(header), "most": MOST_COLUMNS},
        )
    if len(below) > MOST_ROWS:
        raise BadFile(
            "too_many_rows",
            _("The table has %(count)d rows, and at most %(most)d are read at once: send it in parts.")
            % {"count": len(below), "most": MOST_ROWS},
        )
    twice = next((name for name in header if name and header.count(name) > 1), None)
    if twice is not None:
        raise BadFile(
            "column_twice",
            _("The column “%(name)s” stands twice: rename or leave out one.") % {"name": twice[:80]},
            twice,
        )
    return Grid(tuple(header), tuple(row for row in below if any(cell.kind not in ("", MERGED) for cell in row[1])))
