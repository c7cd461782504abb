"""Writes the refused rows of an import as the editor's own file had them, with what is wrong beside each."""

from collections.abc import Iterable

from timeline.importing.csv_rows import ADDED_COLUMNS
from timeline.importing.formats import WHOLE, XLSX, format_named
from timeline.importing.table_exports import workbook_of
from timeline.importing.table_files import csv_of
from timeline.models import Job, JobRow
from timeline.seeding.judging import Standing
from timeline.seeding.sheets import BY_FILE

_MARK = "\ufeff".encode()  # without it spreadsheets take UTF-8 for something else


def refused_file(job: Job) -> tuple[bytes, str, str]:
    """The file of refused rows, its name and media type: mended, it can be sent in again as it is.

    A workbook or an archive comes back as a workbook with a sheet for each table, anything else as CSV.
    """
    rows = list(job.rows.filter(standing=Standing.REFUSED).order_by("number"))
    stem = job.name.rsplit(".", 1)[0]
    form = format_named(job.kind)
    if form and (form.key == WHOLE.key or form.media_type == XLSX):
        sheets = _by_sheet(rows, single=form.key not in _BOOKS)
        tables = {name: (_columns(job, name, own), _mendable(own)) for name, own in sheets}
        return workbook_of(tables)[0], f"{stem}-refused.xlsx", XLSX
    columns = (*job.columns, *ADDED_COLUMNS)
    return _MARK + csv_of(columns, _mendable(rows)), f"{stem}-refused.csv", "text/csv"


_BOOKS = (WHOLE.key, "tables.xlsx")


def _by_sheet(rows: list[JobRow], *, single: bool) -> list[tuple[str, list[JobRow]]]:
    if single:
        return [("refused", rows)]
    names = dict.fromkeys(_table(row) for row in rows)
    return [(name or "refused", [row for row in rows if _table(row) == name]) for name in names]


def _table(row: JobRow) -> str:
    """The table of a row; one that could not be read knows only the sheet or file it stood in."""
    named = row.origin.partition(",")[0].removesuffix(".csv")
    return row.table or (f"{named}.csv" if f"{named}.csv" in BY_FILE else "")


def _columns(job: Job, name: str, rows: list[JobRow]) -> tuple[str, ...]:
    given = {column for row in rows for column in row.given}
    ordered = BY_FILE[name].columns if name in BY_FILE else job.columns
    own = [column for column in ordered if column in given]
    return (*own, *(column for column in job.columns if column in given and column not in own), *ADDED_COLUMNS)


def _mendable(rows: Iterable[JobRow]) -> list[dict[str, str]]:
    """One row for each row of the editor's file, with every sentence said of it."""
    told: dict[str, dict] = {}
    for row in rows:
        mine = told.setdefault(row.origin, {"given": row.given, "sentences": [], "codes": []})
        for code, sentence, _value in row.problems:
            if code != "part_of_a_refused_row" and sentence not in mine["sentences"]:
                mine["sentences"].append(sentence)
                mine["codes"].append(code)
    problem, code = ADDED_COLUMNS
    return [
        {**each["given"], problem: " ".join(each["sentences"]), code: " ".join(dict.fromkeys(each["codes"]))}
        for each in told.values()
    ]
