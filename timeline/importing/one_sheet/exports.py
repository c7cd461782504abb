"""Takes an atlas out as the one sheet, and says what its columns can't hold."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from timeline.chronicle import event_entries
from timeline.importing.one_sheet.bands import bands_of
from timeline.importing.one_sheet.columns import COLUMNS
from timeline.importing.one_sheet.spreadsheet import spreadsheet
from timeline.importing.one_sheet.writing import SheetWritten, written
from timeline.importing.table_files import csv_of
from timeline.models import Atlas, Event
from timeline.models.vocabulary import Publication


def write(atlas: Atlas) -> tuple[bytes, list[str]]:
    """Return timelinejs.csv of what is published in the atlas, and the sentences of what it can't hold."""
    sheet, losses = sheet_of(atlas)
    return csv_of(COLUMNS, sheet.rows), losses


def write_spreadsheet(atlas: Atlas) -> tuple[bytes, list[str]]:
    """Return the same as XLSX, with a second sheet that explains the columns."""
    sheet, losses = sheet_of(atlas)
    return spreadsheet(sheet.rows), losses


def sheet_of(atlas: Atlas) -> tuple[SheetWritten, list[str]]:
    """Return the rows of an atlas in the order of its narrative, and what they leave out, in sentences."""
    events = event_entries(Event.objects.filter(atlas=atlas, publication=Publication.PUBLISHED).order_by("order", "pk"))
    bands = bands_of(Atlas.objects.filter(pk=atlas.pk))
    sides = dict(atlas.sides.values_list("slug", "label_en"))
    sheet = written(atlas.title, atlas.description, events, bands, sides)
    return sheet, [*_not_in_rows(atlas), *_left_in_rows(sheet)]


def _not_in_rows(atlas: Atlas) -> Sequence[str]:
    hidden = Event.objects.filter(atlas=atlas).exclude(publication=Publication.PUBLISHED).count()
    movements = atlas.movements.count()
    told = (
        (hidden, ngettext("%d event is not published and is left out.", "%d events are not published and are left out.",
                          hidden)),
        (movements, ngettext("%d movement with its legs is left out.", "%d movements with their legs are left out.",
                             movements)),
    )  # fmt: skip
    return [sentence % count for count, sentence in told if count]


def _left_in_rows(sheet: SheetWritten) -> Sequence[str]:
    left = sheet.left
    sentences = {
        "undated": _("Events without a date, which TimelineJS can't show: %d are left out."),
        "eras": _("Eras open at one end: %d are left out."),
        "wide": _("Dates that year, month and day can't say: %d are the month or the years that hold them."),
        "claims": _("Statements of sources beside the date and place that stand: %d are left out."),
        "paragraphs": _("Paragraphs of locators: %d are left out, the heading stays."),
        "people": _("Persons and forces with their parts: %d are left out, their sides stay."),
        "relations": _("Relations between events: %d are left out."),
        "whereabouts": _("Places that are near, between or towards: %d are written as if it were there."),
        "statuses": _("Events that were planned, ordered or abandoned: %d are written as if they had happened."),
        "persian_titles": _("Titles in Persian: %d are left out."),
    }
    return [sentence % left[key] for key, sentence in sentences.items() if left[key]]
