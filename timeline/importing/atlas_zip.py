"""Packs a whole atlas into one file, losing nothing: every seed table, and what is not published."""

from timeline.importing.table_files import csv_of, zip_of
from timeline.importing.tables_of_atlas import published_tables_of, tables_of, unpublished_of
from timeline.models import Atlas
from timeline.seeding.sheets import SHEETS

UNPUBLISHED = "unpublished.csv"
UNPUBLISHED_COLUMNS = ("kind", "key", "publication")


def write(atlas: Atlas) -> tuple[bytes, list[str]]:
    """The atlas as its editors have it; what is not published is named in a table of its own."""
    files = _files(tables_of(atlas))
    if unpublished := unpublished_of(atlas):
        rows = [dict(zip(UNPUBLISHED_COLUMNS, each, strict=True)) for each in sorted(unpublished)]
        files[UNPUBLISHED] = csv_of(UNPUBLISHED_COLUMNS, rows)
    return zip_of(files), []


def write_published(atlas: Atlas) -> bytes:
    """The atlas as readers may see it."""
    return zip_of(_files(published_tables_of(atlas)))


def _files(tables: dict[str, list[dict[str, str]]]) -> dict[str, bytes]:
    return {sheet.file: csv_of(sheet.columns, tables[sheet.file]) for sheet in SHEETS}
