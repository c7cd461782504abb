"""Reads seed tables, whole or in part, from CSV and from workbooks with a sheet for each table."""

import re
from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _

from timeline.importing import workbooks
from timeline.importing.completing import NEEDED
from timeline.importing.csv_rows import MOST_COLUMNS, TextTable, folded, origin_of, table_from, table_in
from timeline.importing.encodings import decode
from timeline.importing.plain_text import check_text
from timeline.importing.refusals import BadFile, BadRow, shortened
from timeline.importing.staged import Question, RowProblem, Staged, StagedRow
from timeline.seeding.sheet import Sheet
from timeline.seeding.sheets import SHEETS

TABLE = "table"
DATES = "date_cells"
AS_SHOWN, REFUSED = "as_shown", "refused"
# Above the names of a table's columns there may be an empty row or two.
HEADER_WITHIN = 10
KNOWN = frozenset(folded(column) for sheet in SHEETS for column in sheet.columns)


def is_table(file: bytes, name: str) -> bool:
    """Whether a text begins with the columns of a seed table, or is called by the name of one and has its key."""
    text = decode(file, {})
    if isinstance(text, Question):
        text = file.decode("latin-1")
    return isinstance(text, str) and bool(_fitting(table_in(text, KNOWN).columns, name))


def is_book_of_tables(file: bytes, name: str) -> bool:
    """Whether a workbook has a sheet with the columns of a seed table."""
    if not workbooks.is_workbook(file):
        return False
    try:
        sheets = workbooks.beginnings(file, HEADER_WITHIN, MOST_COLUMNS)
    except BadFile:
        return False
    return any(_fitting(_header(rows), title) for title, rows in sheets)


def read_csv(file: bytes, name: str, answers: Mapping[str, str]) -> Staged:
    """Read one table from CSV; which one is told by the name of the file, else by its columns, else asked."""
    text = decode(file, answers)
    if isinstance(text, Question):
        return Staged(questions=(text,))
    if isinstance(text, RowProblem):
        return Staged(problems=(text,))
    table = table_in(text, KNOWN)
    if not table.columns:
        return Staged(problems=table.problems)
    fitting = _fitting(table.columns, name)
    chosen = next((sheet for sheet in fitting if sheet.file == answers.get(TABLE)), None)
    if chosen is None and len(fitting) > 1:
        choices = tuple((sheet.file, sheet.file) for sheet in fitting)
        return Staged(questions=(Question(TABLE, _("Several tables have these columns. Which one is it?"), choices),))
    if not fitting:
        return Staged(problems=(_no_table(table.columns),))
    rows, problems = _rows(chosen or fitting[0], table)
    return Staged({(chosen or fitting[0]).file: rows}, tuple(problems), columns=table.columns)


def read_workbook(file: bytes, name: str, answers: Mapping[str, str]) -> Staged:
    """Read every sheet of a workbook that is called after a table, or has the columns of just one.

    A cell that the spreadsheet keeps as a date is asked about: it shows a day that may not be the one meant.
    """
    try:
        sheets = workbooks.read_workbook(file)
    except BadFile as bad:
        return bad.staged
    tables: dict[str, list[StagedRow]] = {}
    problems: list[RowProblem] = []
    losses, columns, dates = [], [], []
    for sheet in sheets:
        fitting = _fitting(_first_row(sheet), sheet.title)
        if len(fitting) != 1:
            losses.append(_("The sheet “%(title)s” is no table of an atlas and is left out.") % {"title": sheet.title})
            continue
        # A formula without a value can't be given back, and no other text is put in its place.
        formulas = {cell.text for _number, cells in sheet.rows for cell in cells if cell.kind == workbooks.FORMULA}
        dates += [cell.text for _number, cells in sheet.rows for cell in cells if cell.kind == workbooks.DATE]
        table = table_from([(number, [_cell_text(cell) for cell in cells]) for number, cells in sheet.rows])
        found, refused = _rows(fitting[0], table, sheet.title)
        bad_cells = _bad_cells(sheet, answers.get(DATES) == AS_SHOWN)
        problems += [_in_sheet(problem, sheet.title) for problem in refused]
        for row in found:
            if sentence := bad_cells.get(row.origin.removeprefix(f"{sheet.title}, ")):
                given = {column: "" if text in formulas else text for column, text in row.given.items()}
                problems.append(RowProblem(row.origin, sentence[0], sentence[1], sentence[2], given))
            else:
                tables.setdefault(fitting[0].file, []).append(row)
        columns += [column for column in table.columns if column not in columns]
    if dates and DATES not in answers:
        return Staged(questions=(_about_dates(dates),))
    return Staged(tables, tuple(problems), losses=tuple(losses), columns=tuple(columns))


def table_rows(file: bytes, name: str, answers: Mapping[str, str]) -> Staged:
    """Read a table that must be the one of its name: what an archive holds."""
    text = decode(file, answers)
    sheet = next(sheet for sheet in SHEETS if sheet.file == name)
    if not isinstance(text, str):
        problem = text if isinstance(text, RowProblem) else RowProblem("", "not_utf_8", _("It is not UTF-8."))
        return Staged(problems=(RowProblem("", problem.code, f"{name}: {problem.sentence}", problem.value),))
    table = table_in(text, KNOWN)
    if table.columns and not _fits(sheet, table.columns):
        table = TextTable((), [], (_no_table(table.columns),))
    # What the database holds comes back as it was, be it no text that anybody would type.
    rows, problems = _rows(sheet, table, name, checked=False)
    told = [
        problem if problem.origin else RowProblem("", problem.code, f"{name}: {problem.sentence}", problem.value)
        for problem in (*problems, *(() if table.columns else table.problems))
    ]
    return Staged({name: rows}, tuple(told), columns=table.columns)


def _fits(sheet: Sheet, columns: Iterable[str]) -> bool:
    return set(columns) <= set(sheet.columns) and set(columns) >= set(NEEDED[sheet.kind])


def _fitting(columns: tuple[str, ...], name: str) -> list[Sheet]:
    """The tables a file may be: the one it is called after, else those that have its columns."""
    stem = re.split(r"[.\s(_]", name.strip().rsplit("/", 1)[-1].casefold())[0]
    called = [sheet for sheet in SHEETS if sheet.file == f"{stem}.csv" and set(columns) >= set(NEEDED[sheet.kind])]
    return called or [sheet for sheet in SHEETS if _fits(sheet, columns)]


def _no_table(columns: tuple[str, ...]) -> RowProblem:
    return RowProblem(
        "", "no_table",
        _("No table of an atlas has these columns. Name the columns as seeds/README.md lists them."),
        shortened(", ".join(columns)),
    )  # fmt: skip


def _rows(
    sheet: Sheet, table: TextTable, within: str = "", *, checked: bool = True
) -> tuple[list[StagedRow], list[RowProblem]]:
    if unknown := [column for column in table.columns if column not in sheet.columns]:
        sentence = _("There is no column “%(column)s” in this table. Rename or delete it.")
        problem = RowProblem("", "unknown_column", sentence % {"column": shortened(unknown[0])}, shortened(unknown[0]))
        return [], [problem]
    rows, problems = [], list(table.problems)
    for number, cells in table.rows:
        origin = f"{within}, {origin_of(number)}" if within else origin_of(number)
        try:
            for cell in cells.values() if checked else ():
                check_text(cell, longest=100_000)
        except BadRow as bad:
            problems.append(bad.of(origin, cells))
            continue
        rows.append(StagedRow(origin, dict(cells), dict(cells)))
    return rows, problems


def _first_row(sheet: workbooks.WorkbookSheet) -> tuple[str, ...]:
    return _header([[_cell_text(cell) for cell in sheet.rows[0][1]]])


def _header(rows: list[list[str]]) -> tuple[str, ...]:
    """The names of the columns in the first of these rows that holds anything."""
    return table_from(list(enumerate(rows, 1))).columns


def _cell_text(cell: workbooks.Cell) -> str:
    # A spreadsheet makes a truth of "yes" in some languages; the tables say yes and no.
    return {"TRUE": "yes", "FALSE": "no"}.get(cell.text, cell.text)


def _bad_cells(sheet: workbooks.WorkbookSheet, dates_as_shown: bool) -> dict[str, tuple[str, str, str]]:
    """By the row: code, sentence and value of a cell that can't be taken as it is."""
    found = {}
    for number, cells in sheet.rows[1:]:
        for cell in cells:
            if cell.kind == workbooks.DATE and not dates_as_shown:
                sentence = _(
                    "A cell is kept as a date by the spreadsheet. Make it text, and write it as the table asks."
                )
                found[origin_of(number)] = ("date_cell", sentence, cell.text)
            elif cell.kind in (workbooks.FORMULA, workbooks.ERROR):
                sentence = _("A cell holds a formula without a value. Copy the cells and paste them as values.")
                found[origin_of(number)] = ("formula", sentence, cell.text)
            elif cell.kind == workbooks.MERGED:
                sentence = _("A cell is merged with the one above. Unmerge the cells, and fill each.")
                found[origin_of(number)] = ("merged_cell", sentence, "")
    return found


def _about_dates(dates: list[str]) -> Question:
    return Question(
        DATES,
        _(
            "Some cells are kept as dates by the spreadsheet, which may have taken the month for the day when they"
            " were typed. Are these the days that were meant?"
        ),
        ((AS_SHOWN, _("Yes, take these days")), (REFUSED, _("No, refuse the rows that hold them"))),
        tuple(dict.fromkeys(dates))[:5],
    )


def _in_sheet(problem: RowProblem, title: str) -> RowProblem:
    if problem.origin:
        origin = problem.origin if problem.origin.startswith(title) else f"{title}, {problem.origin}"
        return RowProblem(origin, problem.code, problem.sentence, problem.value, problem.given)
    return RowProblem("", problem.code, f"{title}: {problem.sentence}", problem.value)
