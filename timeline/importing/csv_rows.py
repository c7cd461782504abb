"""Cuts a text into the rows of a table: its columns, and each row with the number of its line."""

import csv
import io
import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from timeline.importing.staged import RowProblem
from timeline.seeding.guarding import unguarded

SEPARATORS = ",;\t"
MOST_COLUMNS = 300
LONGEST_CELL = 100_000
ADDED_COLUMNS = ("problem", "code")
"""Columns that the file of refused rows has beside the editor's own; they are left out when it comes back."""


@dataclass(frozen=True, slots=True)
class TextTable:
    """columns: the header as it stands; rows: (number as a spreadsheet counts it, cells by column)."""

    columns: tuple[str, ...]
    rows: list[tuple[int, dict[str, str]]]
    problems: tuple[RowProblem, ...] = ()


def table_in(text: str, known: frozenset[str] = frozenset()) -> TextTable:
    """Read a table with commas, semicolons or tabs between its cells; its first line says which.

    known: names of columns that may be expected, folded by `folded`: the separator is the one that gives
    most of them. Cells lose the space around them and the apostrophe before what looks like a formula.
    Rows with too many cells are problems; so is, with the origin "", a header that can't be used.
    """
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text, known))
    try:
        return table_from(list(enumerate(lines, 1)))
    except csv.Error as error:
        sentence = _("Line %(line)s can't be read as a row of a table: %(error)s. Check its quotation marks.")
        return _refused("not_a_table", sentence % {"line": lines.line_num, "error": error})


def folded(column: str) -> str:
    """The name of a column without regard to capitals, space and underscores."""
    return " ".join(column.replace("_", " ").casefold().split())


def table_from(rows: list[tuple[int, list[str]]]) -> TextTable:
    """The table of numbered rows of cells, of which the first that is not empty is the header."""
    rows = [(number, cells) for number, cells in rows if any(cell.strip() for cell in cells)]
    if not rows:
        return _refused("file_empty", _("There is nothing in this table. It needs a line of column names and rows."))
    columns = [unguarded(cell.strip()) for cell in rows[0][1]]
    while columns and not columns[-1]:
        columns.pop()
    if problem := _header_problem(columns):
        return problem
    kept, problems = [], []
    for number, cells in rows[1:]:
        cells = [unguarded(cell.strip()) for cell in cells]
        while len(cells) > len(columns) and not cells[-1]:
            cells.pop()
        given = dict(zip(columns, [*cells, *[""] * len(columns)], strict=False))
        if problem := _row_problem(number, cells, columns, given):
            problems.append(problem)
        else:
            kept.append((number, {name: cell for name, cell in given.items() if name not in ADDED_COLUMNS}))
    own = tuple(column for column in columns if column not in ADDED_COLUMNS)
    return TextTable(own, kept, tuple(problems))


def _separator(text: str, known: frozenset[str]) -> str:
    # The line ends with "\r" alone where an old Macintosh saved it.
    head = re.split("[\r\n]", text.lstrip("\r\n"), maxsplit=1)[0][:LONGEST_CELL]

    def fits(separator: str) -> tuple[int, int]:
        names = next(csv.reader([head], delimiter=separator), [])
        return sum(folded(name) in known for name in names), len(names)

    return max(SEPARATORS, key=fits)


def _refused(code: str, sentence: str, value: str = "") -> TextTable:
    return TextTable((), [], (RowProblem("", code, sentence, value),))


def _header_problem(columns: list[str]) -> TextTable | None:
    if len(columns) > MOST_COLUMNS:
        sentence = _("The table has %(count)s columns. Leave those that are needed, %(most)s at most.")
        return _refused("too_many_columns", sentence % {"count": len(columns), "most": MOST_COLUMNS})
    for at, column in enumerate(columns, 1):
        if not column:
            sentence = _("Column %(number)s has no name. Name it, or delete it.")
            return _refused("column_without_name", sentence % {"number": at})
        if columns.count(column) > 1:
            sentence = _("The column “%(column)s” stands twice. Rename or delete one of them.")
            return _refused("column_twice", sentence % {"column": column[:100]}, column[:100])
    return None


def _row_problem(number: int, cells: list[str], columns: list[str], given: dict[str, str]) -> RowProblem | None:
    if len(cells) > len(columns):
        sentence = _(
            "This row has %(cells)s cells and the header %(columns)s: put quotation marks around what belongs together."
        )
        told = sentence % {"cells": len(cells), "columns": len(columns)}
        return RowProblem(origin_of(number), "too_many_cells", told, cells[len(columns)][:100], given)
    for name, cell in given.items():
        if len(cell) > LONGEST_CELL:
            sentence = _("%(column)s: This cell has %(count)s letters; %(most)s is the most.")
            told = sentence % {"column": name, "count": len(cell), "most": LONGEST_CELL}
            return RowProblem(origin_of(number), "cell_too_long", told, cell[:100], given)
    return None


def origin_of(number: int) -> str:
    """How an editor is told of a row: by the number that a spreadsheet shows beside it."""
    return _("row %(number)s") % {"number": number}
