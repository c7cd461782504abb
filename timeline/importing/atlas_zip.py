"""Packs a whole atlas into one file, losing nothing: every seed table, and what is not published."""

from collections.abc import Iterator

from timeline.importing.table_files import csv_lines
from timeline.importing.tables_of_atlas import Tables, published_tables_of, tables_of, unpublished_of
from timeline.importing.zip_parts import zip_in_parts
from timeline.models import Atlas

UNPUBLISHED = "unpublished.csv"
UNPUBLISHED_COLUMNS = ("kind", "key", "publication")

File = tuple[str, Iterator[bytes]]


def write(atlas: Atlas) -> tuple[bytes, list[str]]:
    """The atlas as its editors have it; what is not published is named in a table of its own."""
    return b"".join(zip_in_parts(_with_unpublished(atlas))), []


def write_published(atlas: Atlas) -> Iterator[bytes]:
    """The atlas as readers may see it, part by part."""
    return zip_in_parts(_files(published_tables_of(atlas)))


def _with_unpublished(atlas: Atlas) -> Iterator[File]:
    yield from _files(tables_of(atlas))
    if unpublished := unpublished_of(atlas):
        rows = [dict(zip(UNPUBLISHED_COLUMNS, each, strict=True)) for each in sorted(unpublished)]
        yield UNPUBLISHED, csv_lines(UNPUBLISHED_COLUMNS, rows)


def _files(tables: Tables) -> Iterator[File]:
    return ((sheet.file, csv_lines(sheet.columns, rows)) for sheet, rows in tables.items())
