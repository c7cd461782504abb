"""One row of the one sheet: its cells by column, and where it stands."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from timeline.importing.drafting import Spot
from timeline.importing.plain_text import check_text
from timeline.importing.refusals import BadRow, cleaned
from timeline.importing.workbooks import DATE, ERROR, FORMULA, MERGED, TEXT, Cell
from timeline.seeding.guarding import unguarded

LONGEST_HEADLINE = 300
WHOLE_FIGURES = ("Year", "Month", "Day", "End Year", "End Month", "End Day", "Importance")
FIGURES = frozenset((*WHOLE_FIGURES, "Date", "End Date", "EDTF", "Lat", "Lon", "Uncertainty km", "Calendar", "Slug"))
# Marks of direction come along where Persian is copied.
_DIRECTIONS = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
_WHOLE = re.compile(r"(-?\d+)[.,]0\Z")


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row; `origin` says where it stands ("row 17"), `cells` are by our columns, `given` by the editor's own."""

    origin: str
    cells: dict[str, Cell] = field(hash=False)
    given: dict[str, str] = field(hash=False)

    def __getitem__(self, column: str) -> str:
        """The text of a column without surrounding space, "" where it is empty or not in the sheet."""
        cell = self.cells.get(column)
        return "" if cell is None else cell.text

    def cell(self, column: str) -> Cell:
        return self.cells.get(column) or Cell()

    @property
    def spot(self) -> Spot:
        return Spot(self.origin, self.given)

    @property
    def type(self) -> str:
        """title, era or event: what TimelineJS makes of the row."""
        told = self["Type"].casefold()
        return told if told in ("title", "era") else "event"


def row_of(origin: str, cells: Mapping[str, str]) -> SheetRow:
    """A row made of another format, by our columns: refused, it is given back as a row of the one sheet."""
    told = {column: text for column, text in cells.items() if text}
    given = {column: cleaned(text) for column, text in told.items()}
    return SheetRow(origin, {column: Cell(text, TEXT) for column, text in told.items()}, given)


def read_cell(cell: Cell, column: str = "") -> Cell:
    """A cell without surrounding space and guard; of a column of figures without what else stands around them."""
    text = unguarded(cell.text.strip(" \r\n\xa0\ufeff")).strip()
    if column in FIGURES:
        text = _DIRECTIONS.sub("", text).strip()
        # A table of numbers in which some are missing is saved with a decimal point in all.
        text = _WHOLE.sub(r"\1", text) if column in WHOLE_FIGURES else text
    return Cell(text, cell.kind)


def check_row(row: SheetRow) -> None:
    """Raise BadRow for cells that hold no text of their own, or text that can't be kept."""
    for column, cell in row.cells.items():
        if cell.kind == FORMULA:
            raise BadRow(
                "formula_without_value",
                _("Column %(column)s holds a formula without a value: paste its value instead.") % {"column": column},
                cell.text,
            )
        if cell.kind == ERROR:
            raise BadRow(
                "cell_error",
                _("Column %(column)s shows the error %(error)s: mend the formula.")
                % {"column": column, "error": cell.text[:20]},
                cell.text,
            )
        if cell.kind == MERGED:
            raise BadRow(
                "merged_cells",
                _("Column %(column)s is merged with the row above: unmerge the cells and fill each.")
                % {"column": column},
            )
        if cell.kind == DATE and column not in ("Year", "Date", "End Year", "End Date", "Display Date"):
            raise BadRow(
                "date_out_of_place",
                _("Column %(column)s holds a date: the spreadsheet took what was typed for one. Type it as text.")
                % {"column": column},
                cell.text,
            )
        check_text(cell.text, what=column)
    check_text(row["Headline"], LONGEST_HEADLINE, "Headline")
