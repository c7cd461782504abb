"""An atlas that is taken out and brought in again is the same, byte for byte."""

import csv
import io
import zipfile
from pathlib import Path

import pytest

from timeline.importing import atlas_zip
from timeline.models import Atlas
from timeline.seeding.loader import load
from timeline.seeding.sheets import SHEETS

SEEDS = Path(__file__).resolve().parents[3] / "seeds"
pytestmark = pytest.mark.django_db


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def normal(rows: list[dict[str, str]]) -> list[tuple]:
    """Rows without what a table may say in two ways: their order, and how figures and empty answers are written."""
    return sorted(tuple((column, _normal(column, cell)) for column, cell in sorted(row.items())) for row in rows)


def _normal(column: str, cell: str) -> object:
    if column == "bounds":
        return str([float(part) for part in cell.split(",")])
    if column in ("default", "inferred"):
        return cell or "no"
    if column in ("lat", "lon", "low", "high", "uncertainty_km") and cell:
        return str(float(cell))
    return cell


def unpacked(packed: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_the_shipped_atlas_is_taken_out_as_its_seed_tables_say():
    load(SEEDS)
    packed, losses = atlas_zip.write(Atlas.objects.get())
    assert losses == []
    files = unpacked(packed)
    wrong = {
        sheet.file: [(a, b) for a, b in zip(ours, theirs, strict=False) if a != b][:2] or (len(ours), len(theirs))
        for sheet in SHEETS
        if (ours := normal(rows_of(files[sheet.file])))
        != (theirs := normal(rows_of((SEEDS / sheet.file).read_text(encoding="utf-8"))))
    }
    assert wrong == {}
    assert atlas_zip.write_published(Atlas.objects.get()) == packed
