"""Reads an atlas out of one spreadsheet in the layout of TimelineJS, CSV or XLSX."""

from collections.abc import Mapping, Sequence
from pathlib import PurePath

from django.utils.translation import gettext as _

from timeline.importing.drafting import Draft
from timeline.importing.grids import Asked, Grid, read_grid
from timeline.importing.known_names import Known
from timeline.importing.one_sheet.asking import manner_of
from timeline.importing.one_sheet.columns import COLUMNS, NOT_HELD, columns_of, is_header
from timeline.importing.one_sheet.events import Events
from timeline.importing.one_sheet.frame import Eras, check_era, check_title, stage_atlas
from timeline.importing.one_sheet.rows import SheetRow, check_row, read_cell
from timeline.importing.refusals import BadFile, BadRow
from timeline.importing.staged import Staged
from timeline.importing.workbooks import Cell

# What the file of refused rows has beside the editor's own columns.
ADDED = frozenset({"problem", "code"})
TYPES = ("", "event", "title", "era", "timeline", "slide")


def recognises(file: bytes, name: str) -> bool:
    """Whether the file is a table with the columns of this layout."""
    try:
        read_grid(file, {}, is_header)
    except Asked:
        # The encoding or the sheet is open, the rest may well be ours.
        return name.casefold().endswith((".csv", ".tsv", ".txt", ".xlsx"))
    except BadFile:
        return False
    return True


def read(file: bytes, name: str, answers: Mapping[str, str], known: Known) -> Staged:
    """Return the rows of the seed tables that a sheet comes to; see timeline/importing/staged.py."""
    try:
        grid = read_grid(file, answers, is_header)
    except Asked as asked:
        return Staged(questions=(asked.question,))
    except BadFile as bad:
        return bad.staged
    draft = Draft(known)
    rows = _usable(_rows(grid), draft)
    found = frozenset(columns_of(grid.columns))
    manner, questions = manner_of(rows, found, answers, known)
    if questions:
        return Staged(questions=tuple(questions), columns=_own(grid.columns))
    events = Events(draft, PurePath(name).name, manner)
    title = _stage(rows, events, draft)
    _tell_losses(grid, rows, draft)
    calendars = [row.cells["calendar"] for row in draft.rows("claims.csv") if row.cells.get("calendar")]
    if rows:
        stage_atlas(draft, title, events, calendars, PurePath(name).stem[:200] or "Atlas")
    return draft.staged(_own(grid.columns))


def _own(columns: Sequence[str]) -> tuple[str, ...]:
    return tuple(column for column in columns if column and column not in ADDED)


def _rows(grid: Grid) -> list[SheetRow]:
    indices = columns_of(grid.columns)
    rows = []
    for number, cells in grid.rows:
        read = [read_cell(cell) for cell in cells]
        padded = [*read, *[Cell()] * (len(grid.columns) - len(read))]
        given = {
            column: cell.text
            for column, cell in zip(grid.columns, padded, strict=False)
            if column and column not in ADDED
        }
        beyond = [cell for cell in read[len(grid.columns) :] if cell.text]
        named = {column: padded[index] for column, index in indices.items()}
        rows.append(SheetRow(number, named | ({"": beyond[0]} if beyond else {}), given))
    return rows


def _usable(rows: Sequence[SheetRow], draft: Draft) -> list[SheetRow]:
    usable = []
    for row in rows:
        try:
            if row[""]:
                raise BadRow(
                    "too_many_cells",
                    _("The row has more cells than the header: put quotation marks round text that holds a comma."),
                    row[""],
                )
            check_row(row)
            if row["Type"].casefold() not in TYPES:
                raise BadRow(
                    "unknown_type",
                    _("Type is empty, title or era, not “%(type)s”: what sort of event it is stands in Kind.")
                    % {"type": row["Type"][:40]},
                    row["Type"],
                )
            usable.append(row)
        except BadRow as bad:
            draft.refuse(bad, row.spot)
    return usable


def _stage(rows: Sequence[SheetRow], events: Events, draft: Draft) -> SheetRow | None:
    """Stage every row, and return the title row, which frames the others."""
    eras, title = Eras(draft), None
    for row in rows:
        try:
            if row.type == "title":
                if title is not None:
                    raise BadRow("second_title", _("There are two title rows: keep one, or clear Type in the other."))
                check_title(row)
                title = row
            elif row.type == "era":
                check_era(row)
                if eras.has(row):
                    draft.lose(_("An era that the atlas has already stays as it is."), row.spot.origin)
                    continue
                met = len(events.days)
                event = events.stage(row)
                eras.stage(row, event, events.days[met:])
            else:
                events.stage(row)
        except BadRow as bad:
            draft.refuse(bad, row.spot)
    return title


def _tell_losses(grid: Grid, rows: Sequence[SheetRow], draft: Draft) -> None:
    indices = columns_of(grid.columns)
    for row in rows:
        for column in NOT_HELD:
            if row[column]:
                draft.lose(
                    _("An atlas holds no pictures, films or colours of slides: column %(column)s is left out.")
                    % {"column": column},
                    row.spot.origin,
                )
        if row.type == "title" and any(row[column] for column in ("Year", "Place", "Source")):
            draft.lose(_("Of the title row only Headline and Text are kept."), row.spot.origin)
    read = set(indices.values())
    for index, column in enumerate(grid.columns):
        if column and column not in ADDED and index not in read:
            draft.lose(
                _("The column “%(column)s” is not read: the columns are %(columns)s.")
                % {"column": column[:60], "columns": ", ".join(COLUMNS)}
            )
