"""Lists the formats of files that can be brought in and taken out, and recognises them."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from timeline.importing import archives, atlas_zip, seed_tables, table_exports
from timeline.importing.staged import Reader, Writer
from timeline.seeding.sheets import SHEETS

Words = str | Promise


@dataclass(frozen=True)
class Format:
    """One kind of file.

    key: its name in addresses and commands; label: its name for editors; recognises: whether bytes called so
    are one; reader: called when a file is read, so that it can look at what there is; ending: of the file's name.
    """

    key: str
    label: Words
    recognises: Callable[[bytes, str], bool]
    reader: Callable[[], Reader] | None
    write: Writer | None
    ending: str
    media_type: str


XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

WHOLE = Format(
    "atlas.zip", _("Whole atlas, without loss (atlas.zip)"), archives.is_archive, lambda: archives.read,
    atlas_zip.write, "zip", "application/zip",
)  # fmt: skip
WORKBOOK = Format(
    "tables.xlsx", _("Every table, as one workbook (XLSX)"), seed_tables.is_book_of_tables,
    lambda: seed_tables.read_workbook, table_exports.write_workbook, "xlsx", XLSX,
)  # fmt: skip
TABLE = Format(
    "table.csv", _("One table of the atlas (CSV)"), seed_tables.is_table, lambda: seed_tables.read_csv, None, "csv",
    "text/csv",
)  # fmt: skip
TABLES = tuple(
    Format(
        sheet.file, sheet.file, lambda file, name: False, None, table_exports.writer_of(sheet), "csv", "text/csv"
    )
    for sheet in SHEETS
)  # fmt: skip


def every_format() -> tuple[Format, ...]:
    """The formats in the order in which a file is held against them."""
    # Imported here: those formats are told in the shape that stands above.
    from timeline.importing.further_formats import FURTHER

    return (WHOLE, WORKBOOK, TABLE, *TABLES, *FURTHER)


def written_formats() -> tuple[Format, ...]:
    """Those in which an atlas can be taken out."""
    return tuple(each for each in every_format() if each.write)


def format_named(key: str) -> Format | None:
    """The format of this key, or None."""
    return next((each for each in every_format() if each.key == key), None)


def recognised(file: bytes, name: str) -> Format | None:
    """The format that a file is in; None where none knows it."""
    readable = (each for each in every_format() if each.reader)
    return next((each for each in readable if each.recognises(file, name)), None)
