"""Fills the cells that a row leaves out: with what its record has, or with what a new record begins with."""

from django.db import models

from timeline.seeding.sheet import Sheet
from timeline.seeding.tables import Row
from timeline.seeding.tabling import cells_of

NEEDED = {
    "source": ("slug",), "place": ("slug",), "person": ("slug",), "force": ("slug",),
    "name": ("subject_type", "subject", "text", "language"),
    "atlas": ("slug",), "theatre": ("slug",), "side": ("slug",), "period": ("slug",),
    "event": ("slug",), "movement": ("slug",),
    "relation": ("from_event", "kind", "to_event"),
    "participation": ("subject_type", "subject", "who_type", "who", "role"),
    "mover": ("movement", "who_type", "who"),
    "leg": ("movement", "order"),
    "claim": ("key",), "interpretation": ("claim",),
    "decision": ("subject_type", "subject", "attribute"),
    "lesson": ("slug",), "lessonstep": ("lesson", "order"),
}  # fmt: skip
"""The columns without which a row of a table can't be told from others."""

BEGINS_WITH = {
    "source": {"type": "book", "language": "en"},
    "place": {"kind": "other"},
    "force": {"kind": "other"},
    "name": {"kind": "printed", "script": "Latn"},
    "atlas": {"licence": "CC BY 4.0", "languages": "en", "rulers": "gregorian"},
    "side": {"pattern": "solid", "shape": "circle"},
    "period": {"kind": "other"},
    "event": {"status": "happened", "shape": "instant", "importance": "3"},
    "movement": {"status": "happened", "importance": "3"},
    "leg": {"mode": "unknown", "status": "happened", "inferred": "yes"},
    "claim": {"certainty": "certain"},
}
"""What a new record has where its row says nothing."""


def with_key_cells(sheet: Sheet, row: Row, atlas: str) -> Row:
    """The row with every column that its key is made of: an atlas that is not named is the one imported into."""
    given = {"atlas": atlas} if atlas and "atlas" in sheet.columns and not row.cells.get("atlas") else {}
    if sheet.kind == "name" and not row.cells.get("kind"):
        given["kind"] = BEGINS_WITH["name"]["kind"]
    needed = (*NEEDED[sheet.kind], *_KEY_COLUMNS.get(sheet.kind, ()))
    missing = {column: "" for column in needed if column not in row.cells}
    return Row(row.file, row.line, {**row.cells, **missing, **given}, row.origin)


_KEY_COLUMNS = {"name": ("source",), "mover": ("from_leg",), "decision": ("edge",)}


def completed(sheet: Sheet, row: Row, record: models.Model | None) -> Row:
    """The row with all columns of its table; what it says itself stands, also where it says nothing on purpose."""
    if record is not None:
        cells = {**cells_of(sheet, record), **row.cells}
    else:
        begun = BEGINS_WITH.get(sheet.kind, {})
        cells = {column: row.cells.get(column) or begun.get(column, "") for column in sheet.columns}
    return Row(row.file, row.line, cells, row.origin)
