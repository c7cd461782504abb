"""The documents name every column."""

from pathlib import Path

from timeline.importing.one_sheet.columns import COLUMNS

DOCUMENT = Path(__file__).parents[4] / "docs" / "files-of-others.md"


def test_every_column_is_in_the_document():
    tables = [line.split("|")[1] for line in DOCUMENT.read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    named = " ".join(tables).replace(",", " ").split()
    missing = [column for column in COLUMNS if not set(column.split()) <= set(named)]
    assert missing == []
