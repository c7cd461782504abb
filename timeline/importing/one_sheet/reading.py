"""Reads an atlas out of one spreadsheet in the layout of TimelineJS, CSV or XLSX."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from timeline.importing.drafting import Draft
from timeline.importing.grids import Asked, Grid, has_header, read_grid
from timeline.importing.known_names import Known
from timeline.importing.one_sheet.columns import COLUMNS, columns_of, is_header
from timeline.importing.one_sheet.rows import SheetRow, read_cell
from timeline.importing.one_sheet.staging import stage_rows
from timeline.importing.one_sheet.whole_dates import CELL_ORDER, SWAPPED, turned_round
from timeline.importing.refusals import BadFile
from timeline.importing.staged import Staged
from timeline.importing.workbooks import DATE, FORMULA, Cell

# What the file of refused rows has beside the editor's own columns.
ADDED = frozenset({"problem", "code"})


def recognises(file: bytes, name: str) -> bool:
    """Whether the file is a table with the columns of this layout."""
    try:
        return has_header(file, is_header)
    except Asked:
        # The encoding is open, the rest may well be ours.
        return name.casefold().endswith((".csv", ".tsv", ".txt"))


def read(file: bytes, name: str, answers: Mapping[str, str], known: Known) -> Staged:
    """Return the rows of the seed tables that a sheet comes to; see timeline/importing/staged.py."""
    try:
        grid = read_grid(file, answers, is_header)
    except Asked as asked:
        return Staged(questions=(asked.question,))
    except BadFile as bad:
        return bad.staged
    draft = Draft(known)
    _tell_unread(grid, draft)
    found = frozenset(columns_of(grid.columns))
    return stage_rows(_rows(grid, answers), draft, name, answers, found, _own(grid.columns))


def _own(columns: Sequence[str]) -> tuple[str, ...]:
    return tuple(column for column in columns if column and column not in ADDED)


def _rows(grid: Grid, answers: Mapping[str, str]) -> list[SheetRow]:
    indices = columns_of(grid.columns)
    columns = {index: column for column, index in indices.items()}
    # A refused row comes back as text, of which nobody asks again whether a spreadsheet turned it round.
    turned = answers.get(CELL_ORDER) == SWAPPED
    rows = []
    for number, cells in grid.rows:
        read = [read_cell(cell, columns.get(index, "")) for index, cell in enumerate(cells)]
        padded = [*read, *[Cell()] * (len(grid.columns) - len(read))]
        given = {
            column: _given(cell, turned=turned)
            for column, cell in zip(grid.columns, padded, strict=False)
            if column and column not in ADDED
        }
        beyond = [cell for cell in read[len(grid.columns) :] if cell.text]
        named = {column: padded[index] for column, index in indices.items()}
        rows.append(
            SheetRow(_("row %(number)d") % {"number": number}, named | ({"": beyond[0]} if beyond else {}), given)
        )
    return rows


def _given(cell: Cell, *, turned: bool) -> str:
    """A cell as it is given back in a refused row. Its formula can't be, and no other text is put in its place."""
    if cell.kind == FORMULA:
        return ""
    return turned_round(cell.text) if turned and cell.kind == DATE else cell.text


def _tell_unread(grid: Grid, draft: Draft) -> None:
    read = set(columns_of(grid.columns).values())
    for index, column in enumerate(grid.columns):
        if column and column not in ADDED and index not in read:
            draft.lose(
                _("The column “%(column)s” is not read: the columns are %(columns)s.")
                % {"column": column[:60], "columns": ", ".join(COLUMNS)}
            )
