"""Takes single tables of an atlas out as CSV, or all of them as a workbook with a sheet for each."""

import io
import re
from collections.abc import Callable, Iterable, Mapping

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from timeline.importing.table_files import csv_of
from timeline.importing.tables_of_atlas import tables_of
from timeline.models import Atlas
from timeline.seeding.sheet import Sheet

LONGEST_IN_A_CELL = 32_767
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


def writer_of(sheet: Sheet) -> Callable[[Atlas], tuple[bytes, list[str]]]:
    """What writes this one table of an atlas."""

    def write(atlas: Atlas) -> tuple[bytes, list[str]]:
        losses = [_("Only this table is taken out: atlas.zip holds the whole atlas."), _not_published()]
        return csv_of(sheet.columns, tables_of(atlas)[sheet]), losses

    return write


def write_workbook(atlas: Atlas) -> tuple[bytes, list[str]]:
    """Every table of an atlas as a sheet, every cell as text, so that no spreadsheet makes dates of it."""
    tables = tables_of(atlas).items()
    packed, cut = workbook_of({sheet.file: (sheet.columns, rows) for sheet, rows in tables})
    losses = [_not_published()]
    if cut:
        sentence = _("A cell of a workbook holds %(most)s letters at most: %(count)s longer ones are cut off there.")
        losses.append(sentence % {"most": LONGEST_IN_A_CELL, "count": cut})
    return packed, losses


def _not_published() -> str:
    return _("Which records are drafts, in review or withdrawn is not told: atlas.zip tells it.")


def workbook_of(tables: Mapping[str, tuple[Iterable[str], Iterable[Mapping[str, str]]]]) -> tuple[bytes, int]:
    """A workbook of tables (columns and rows by name), and how many cells were too long for it."""
    book = Workbook(write_only=True)
    cut = 0
    for name, (columns, rows) in tables.items():
        sheet = book.create_sheet(name.removesuffix(".csv")[:31])
        columns = tuple(columns)
        sheet.append([_text(sheet, column) for column in columns])
        for row in rows:
            cells = [row.get(column, "") for column in columns]
            cut += sum(len(cell) > LONGEST_IN_A_CELL for cell in cells)
            sheet.append([_text(sheet, cell) for cell in cells])
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue(), cut


def _text(sheet, cell: str):
    if not cell:
        return None
    written = WriteOnlyCell(sheet, _NOT_IN_XML.sub("\ufffd", cell)[:LONGEST_IN_A_CELL])
    # Even what begins like a formula is text.
    written.data_type = "s"
    written.number_format = "@"
    return written
