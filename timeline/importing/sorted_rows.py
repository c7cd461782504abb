"""Puts rows in order on disk, so that a table of any length is written in order from a memory that stays flat."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing

Row = dict[str, str]


def sorted_rows(rows: Iterable[tuple[bytes, Row]]) -> Iterator[Row]:
    """The rows by their keys, compared byte by byte; those of one key stay as they came."""
    # A database without a name is a file of SQLite's own, gone with the connection. Whoever reads the rows may be
    # another thread at each step, though never two at once.
    with closing(sqlite3.connect("", isolation_level=None, check_same_thread=False)) as disk:
        disk.execute("PRAGMA journal_mode = OFF")
        disk.execute("PRAGMA temp_store = FILE")
        disk.execute("PRAGMA cache_size = -4096")
        disk.execute("CREATE TABLE rows (key BLOB, row TEXT)")
        disk.execute("BEGIN")
        disk.executemany("INSERT INTO rows VALUES (?, ?)", ((key, json.dumps(row)) for key, row in rows))
        for (row,) in disk.execute("SELECT row FROM rows ORDER BY key, rowid"):
            yield json.loads(row)
