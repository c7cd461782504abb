"""Writes a table as CSV for spreadsheets and programs: RFC 4180, UTF-8 with its mark, no cell a formula."""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from timeline.seeding.guarding import guarded

MARK = "\ufeff"
"""Excel takes a CSV for the machine's own code page unless it begins with this; what else reads CSV drops it."""

_BREAKS = re.compile("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def written(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> Iterator[str]:
    """The table in parts, a row each: the header first, CRLF at each end, line feeds within cells.

    A cell that begins like a formula and is no number has an apostrophe before it, which our importer takes off.
    """
    row_of = csv.writer(_Echo(), lineterminator="\r\n").writerow
    yield MARK + row_of(map(guarded, columns))
    for row in rows:
        yield row_of([guarded(cell_text(row.get(column, ""))) for column in columns])


def cell_text(text: str) -> str:
    """The text without controls, which no spreadsheet shows and some readers stop at."""
    return _CONTROLS.sub("", _BREAKS.sub("\n", text))


class _Echo:
    """A file that hands back what is written to it."""

    def write(self, line: str) -> str:
        return line
