"""Makes sheets for the tests: CSV and XLSX out of rows by column, and reads what they come to."""

import csv
import io

from openpyxl import Workbook

from timeline.importing.known_names import Known
from timeline.importing.one_sheet.reading import read

ANSWERS = {"atlas": "ours", "kind": "battle"}
NEW = Known(atlas="ours")


def csv_file(*rows: dict, columns=None, delimiter=",", encoding="utf-8") -> bytes:
    """A CSV file of these rows; its columns are those of the rows unless told otherwise."""
    columns = columns or list(dict.fromkeys(column for row in rows for column in row))
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode(encoding)


def workbook(*rows, title="Sheet") -> Workbook:
    """A workbook of one sheet with these rows of values."""
    book = Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    return book


def xlsx_file(*rows, book: Workbook | None = None) -> bytes:
    """A workbook as bytes."""
    packed = io.BytesIO()
    (book or workbook(*rows)).save(packed)
    return packed.getvalue()


def staged(*rows: dict, known: Known = NEW, **answers: str):
    """What rows by column come to."""
    return read(csv_file(*rows), "class.csv", ANSWERS | answers, known)


def cells_of(result, table: str) -> list[dict]:
    """The cells of a table's rows, the empty ones left out."""
    return [{column: text for column, text in row.cells.items() if text} for row in result.tables.get(table, ())]


def dates_of(result) -> list[tuple[str, str, str]]:
    """(face, as printed, calendar) of every date claimed."""
    dates = [cells for cells in cells_of(result, "claims.csv") if cells["attribute"] == "date"]
    return [(cells["face"], cells["as_printed"], cells["calendar"]) for cells in dates]


def codes_of(result) -> list[tuple[str, str]]:
    """(origin, code) of every problem; each has a sentence."""
    assert all(problem.sentence.endswith((".", "?")) for problem in result.problems)
    return [(problem.origin, problem.code) for problem in result.problems]
