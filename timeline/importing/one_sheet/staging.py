"""Stages rows in the layout of the one sheet, whatever file they came from."""

from collections.abc import Mapping, Sequence
from pathlib import PurePath

from django.utils.translation import gettext as _

from timeline.importing.drafting import Draft
from timeline.importing.markup import plain
from timeline.importing.one_sheet.asking import manner_of
from timeline.importing.one_sheet.columns import COLUMNS, NOT_HELD
from timeline.importing.one_sheet.events import Events
from timeline.importing.one_sheet.frame import Eras, check_era, check_title, stage_atlas
from timeline.importing.one_sheet.rows import SheetRow, check_row
from timeline.importing.refusals import BadRow
from timeline.importing.slugs import Slugs
from timeline.importing.staged import Staged

LONGEST_SLUG = 80
TYPES = ("", "event", "title", "era", "timeline", "slide")


def stage_rows(
    rows: Sequence[SheetRow],
    draft: Draft,
    name: str,
    answers: Mapping[str, str],
    columns: frozenset[str] | None = None,
    own_columns: Sequence[str] = COLUMNS,
) -> Staged:
    """Return what the rows come to, or what must be asked first.

    columns: those of ours that the file has, else those that any row fills; own_columns: the editor's own.
    """
    if columns is None:
        columns = frozenset(column for row in rows for column in row.cells)
    usable = _usable(rows, draft)
    manner, questions = manner_of(usable, columns, answers, draft.known)
    if questions:
        return Staged(questions=tuple(questions), columns=tuple(own_columns))
    _name_atlas(usable, draft, name)
    events = Events(draft, PurePath(name).name, manner)
    title = _stage(usable, events, draft)
    _tell_losses(usable, draft)
    calendars = [row.cells["calendar"] for row in draft.rows("claims.csv") if row.cells.get("calendar")]
    if draft.rows("events.csv") or title:
        stage_atlas(draft, title, events, calendars, PurePath(name).stem[:200] or _("Atlas"))
    return draft.staged(own_columns)


def _name_atlas(rows: Sequence[SheetRow], draft: Draft, name: str) -> None:
    """Give a new atlas that has no address yet that of its title, or of the file."""
    if not draft.atlas:
        titles = (plain(row["Headline"]) for row in rows if row.type == "title")
        called = next(filter(None, titles), PurePath(name).stem)
        draft.atlas = Slugs(draft.known.taken.get("atlas", ())).give(called, "atlas", LONGEST_SLUG)


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
                    draft.lose(_("An era that the atlas has already stays as it is."), row.origin)
                    continue
                met = len(events.days)
                event = events.stage(row)
                eras.stage(row, event, events.days[met:])
            else:
                events.stage(row)
        except BadRow as bad:
            draft.refuse(bad, row.spot)
    return title


def _tell_losses(rows: Sequence[SheetRow], draft: Draft) -> None:
    for row in rows:
        for column in NOT_HELD:
            if row[column]:
                draft.lose(
                    _("An atlas holds no pictures, films or colours of slides: column %(column)s is left out.")
                    % {"column": column},
                    row.origin,
                )
        if row.type == "title" and any(row[column] for column in ("Year", "Place", "Source")):
            draft.lose(_("Of the title row only Headline and Text are kept."), row.origin)
