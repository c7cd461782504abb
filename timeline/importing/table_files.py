"""Writes tables as files: one table as CSV, all of them as a zip in the layout of the seeds or as a workbook."""

import io
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence

from timeline.seeding.guarding import guarded

Rows = list[dict[str, str]]

_TO_QUOTE = re.compile('[",\r\n]')
# The same tables give the same bytes, whenever and wherever they are packed.
_THE_SAME_MOMENT = (1980, 1, 1, 0, 0, 0)


def csv_of(columns: Iterable[str], rows: Iterable[Mapping[str, str]]) -> bytes:
    """A table as CSV: UTF-8, comma, a line feed at each line's end, the header first."""
    columns = list(columns)
    lines = [columns, *([row.get(column, "") for column in columns] for row in rows)]
    return "".join(f"{_line(cells)}\n" for cells in lines).encode()


def _line(cells: Sequence[str]) -> str:
    written = [_cell(guarded(cell)) for cell in cells]
    # A line of nothing would be no row.
    return ",".join(written) if written != [""] else '""'


def _cell(text: str) -> str:
    """The text in quotation marks where it needs them; Python's own writer leaves a lone carriage return without."""
    return '"' + text.replace('"', '""') + '"' if _TO_QUOTE.search(text) else text


def zip_of(files: Mapping[str, bytes]) -> bytes:
    """Files packed together; the same ones give the same bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, _THE_SAME_MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return packed.getvalue()
