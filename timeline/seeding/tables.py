"""Reads the seed tables: CSV files with a header row, into rows that remember their file and line."""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from timeline.seeding.guarding import unguarded


@dataclass(frozen=True, slots=True)
class Problem:
    """Something a row gets wrong; `line` counts from 1 with the header, 0 means the whole file.

    `code` is a stable word for what is wrong, `column` and `value` the cell it speaks of, "" for the row.
    """

    file: str
    line: int
    sentence: str
    code: str = "row_refused"
    column: str = ""
    value: str = ""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.sentence}" if self.line else f"{self.file}: {self.sentence}"


class BadTables(Exception):
    """The tables can't be used as they are; `problems` lists every one. Mend the rows and load again."""

    def __init__(self, problems: Iterable[Problem]):
        self.problems = list(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class BadCell(ValueError):
    """A cell can't be read; its text is the sentence to show, without the place, `code` a stable word for it."""

    def __init__(self, sentence: str, code: str = "cell_unreadable"):
        super().__init__(sentence)
        self.code = code


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table; every cell is a string without surrounding space, "" where empty.

    origin: where its reader finds it, where that is not a line of a seed table.
    """

    file: str
    line: int
    cells: dict[str, str] = field(hash=False)
    origin: str = ""

    @property
    def place(self) -> str:
        return self.origin or f"line {self.line}"

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def problem(self, sentence: str, code: str = "row_refused", column: str = "") -> Problem:
        """Something wrong with the row, or with one cell of it; the sentence of a cell begins with its column."""
        if not column:
            return Problem(self.file, self.line, sentence, code)
        value = self.cells.get(column, "")
        return Problem(self.file, self.line, f"{column}: {sentence}", code, column, value)


def read_table(path: Path, columns: Iterable[str]) -> list[Row]:
    """Return the rows of a table that has exactly these columns, in any order.

    Raises BadTables with every problem: no such file, bytes that are not UTF-8, a missing,
    unknown or repeated column, a row with too many or too few cells.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise BadTables([Problem(path.name, 0, "This table is missing.")]) from None
    except UnicodeDecodeError as error:
        raise BadTables([Problem(path.name, 0, f"Byte {error.start} is not UTF-8; save the table as UTF-8.")]) from None
    # Lines as CSV knows them: a cell may hold a line separator of Unicode.
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = next(reader, [])
        problems = _header_problems(path.name, header, set(columns))
        if problems:
            raise BadTables(problems)
        rows, ended = [], reader.line_num
        for cells in reader:
            # A row begins where the one before it ended: a cell may hold line breaks.
            line, ended = ended + 1, reader.line_num
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) != len(header):
                sentence = f"This row has {len(cells)} cells and the header {len(header)}."
                problems.append(Problem(path.name, line, sentence))
                continue
            named = dict(zip(header, (unguarded(cell.strip()) for cell in cells), strict=True))
            rows.append(Row(path.name, line, named))
    except csv.Error as error:
        raise BadTables([Problem(path.name, reader.line_num, f"Not a CSV row: {error}.")]) from None
    if problems:
        raise BadTables(problems)
    return rows


def _header_problems(name: str, header: list[str], columns: set[str]) -> list[Problem]:
    problems = [Problem(name, 1, f"The column “{column}” is missing.") for column in sorted(columns - set(header))]
    for column in dict.fromkeys(header):
        if column not in columns:
            problems.append(Problem(name, 1, f"There is no column “{column}” in this table."))
        elif header.count(column) > 1:
            problems.append(Problem(name, 1, f"The column “{column}” stands twice."))
    return problems
