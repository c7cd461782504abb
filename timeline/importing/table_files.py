"""Writes tables as files: one table as CSV, all of them as a zip in the layout of the seeds or as a workbook."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from timeline.importing.zip_parts import zip_in_parts
from timeline.seeding.guarding import guarded

_TO_QUOTE = re.compile('[",\r\n]')


def csv_of(columns: Iterable[str], rows: Iterable[Mapping[str, str]]) -> bytes:
    """A table as CSV: UTF-8, comma, a line feed at each line's end, the header first."""
    return b"".join(csv_lines(columns, rows))


def csv_lines(columns: Iterable[str], rows: Iterable[Mapping[str, str]]) -> Iterator[bytes]:
    """The same line by line."""
    columns = list(columns)
    yield f"{_line(columns)}\n".encode()
    for row in rows:
        yield f"{_line([row.get(column, '') for column in columns])}\n".encode()


def _line(cells: Sequence[str]) -> str:
    written = [_cell(guarded(cell)) for cell in cells]
    # A line of nothing would be no row.
    return ",".join(written) if written != [""] else '""'


def _cell(text: str) -> str:
    """The text in quotation marks where it needs them; Python's own writer leaves a lone carriage return without."""
    return '"' + text.replace('"', '""') + '"' if _TO_QUOTE.search(text) else text


def zip_of(files: Mapping[str, bytes]) -> bytes:
    """Files packed together; the same ones give the same bytes."""
    return b"".join(zip_in_parts((name, [content]) for name, content in files.items()))
