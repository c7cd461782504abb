"""Writes rows of the one sheet as an XLSX workbook, with a second sheet that explains the columns."""

import io
import re
from collections.abc import Iterable, Mapping, Sequence

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from timeline.importing.one_sheet.columns import COLUMNS
from timeline.importing.one_sheet.explanations import explanations

# A spreadsheet opens no cell that is longer, and XML has none of these characters.
LONGEST_CELL = 32_767
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,14})(?:\.\d{1,14})?\Z", re.ASCII)
WIDEST, NARROWEST = 40, 8


def spreadsheet(rows: Sequence[Mapping[str, str]]) -> bytes:
    """Return the workbook: figures are numbers, all else is text, and nothing is ever a formula."""
    book = Workbook()
    events = book.active
    events.title = _("Events")
    _fill(events, [COLUMNS, *([row.get(column, "") for column in COLUMNS] for row in rows)])
    for number, column in enumerate(COLUMNS, 1):
        longest = max((len(row.get(column, "")) for row in rows), default=0)
        width = min(WIDEST, max(NARROWEST, len(column), longest)) + 2
        events.column_dimensions[get_column_letter(number)].width = width
    columns = book.create_sheet(_("Columns"))
    _fill(columns, [(_("Column"), _("What it holds")), *explanations().items()])
    columns.column_dimensions["A"].width, columns.column_dimensions["B"].width = 18, 100
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


def _fill(sheet, rows: Iterable[Sequence[str]]) -> None:
    bold, wrapped = Font(bold=True), Alignment(vertical="top", wrap_text=True)
    for number, row in enumerate(rows, 1):
        for at, text in enumerate(row, 1):
            if not text:
                continue
            cell = sheet.cell(number, at)
            if _NUMBER.match(text):
                cell.value = float(text) if "." in text else int(text)
            else:
                cell.value = _NOT_IN_XML.sub("", text)[:LONGEST_CELL]
                cell.data_type = "s"
            cell.alignment = wrapped
            if number == 1:
                cell.font = bold
    sheet.freeze_panes = "A2"
