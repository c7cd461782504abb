"""Keeps a gazetteer's names in a small file of its own, where any spelling is found at once."""

import json
import os
import sqlite3
import tempfile
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from geo.folding import fold
from geo.gazetteer.records import GazetteerRecord
from geo.points import Point

EXACT, ANOTHER_NAME, BEGINNING = 1.0, 0.9, 0.5
MOST = 200


def fill(path: Path, records: Iterable[GazetteerRecord]) -> int:
    """Write the index anew and return how many entries it has; readers see the old one until it is done."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, made = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    os.close(handle)
    with closing(sqlite3.connect(made)) as index, index:
        index.execute("CREATE TABLE entry (number INTEGER PRIMARY KEY, id, name, names, lat, lon, country, population)")
        index.execute("CREATE TABLE spelling (folded, number, own)")
        count = 0
        for count, record in enumerate(records, start=1):
            _put(index, count, record)
        index.execute("CREATE INDEX by_spelling ON spelling (folded)")
    Path(made).replace(path)
    return count


def _put(index: sqlite3.Connection, number: int, record: GazetteerRecord) -> None:
    names = json.dumps(record.names, ensure_ascii=False)
    index.execute(
        "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (number, record.id, record.name, names, *record.point.lat_lon, record.country, record.population),
    )
    own = fold(record.name)
    spellings = {own} | {fold(name) for name in record.names}
    rows = [(spelling, number, spelling == own) for spelling in spellings if spelling]
    index.executemany("INSERT INTO spelling VALUES (?, ?, ?)", rows)


def find(path: Path, text: str) -> list[tuple[float, GazetteerRecord]]:
    """Entries a name may mean, each with its score from 0 to 1: the name itself, another of its names,
    or the beginning of one; among equals the more populous first. The file must have been filled."""
    folded = fold(text)
    if not folded:
        return []
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as index:
        rows = index.execute(
            "SELECT MAX(CASE WHEN folded <> :name THEN :beginning WHEN own THEN :exact ELSE :another END) AS score,"
            " id, name, names, lat, lon, country, population"
            " FROM spelling JOIN entry USING (number)"
            " WHERE folded >= :name AND folded < :beyond"
            " GROUP BY number ORDER BY score DESC, population DESC LIMIT :most",
            {
                "name": folded,
                "beyond": folded + "\U0010ffff",
                "exact": EXACT,
                "another": ANOTHER_NAME,
                "beginning": BEGINNING,
                "most": MOST,
            },
        ).fetchall()
    return [
        (score, GazetteerRecord(id_, name, tuple(json.loads(names)), Point(lat, lon), country, population))
        for score, id_, name, names, lat, lon, country, population in rows
    ]
