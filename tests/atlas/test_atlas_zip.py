"""An atlas that is taken out and brought in again is the same, byte for byte."""

import csv
import io
import zipfile
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.db import models, transaction

from geo.models import Place
from timeline.fields import COLUMNS
from timeline.importing import atlas_zip, jobs, working
from timeline.importing.formats import recognised
from timeline.importing.table_files import csv_of, zip_of
from timeline.models import Atlas, Claim, Event, Leg, LegStop, Movement, SeededRow
from timeline.resolving import EVENT_COLUMNS, LEG_COLUMNS, MOVEMENT_COLUMNS, resolve_atlas
from timeline.seeding.sheets import SHEETS

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


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


@pytest.fixture(scope="module")
def taken_out(shipped_atlas, django_db_blocker) -> tuple[bytes, list]:
    """The shipped atlas as a file, and what its writer says that it can't hold."""
    with django_db_blocker.unblock():
        return atlas_zip.write(Atlas.objects.get())


def test_the_shipped_atlas_is_taken_out_as_its_seed_tables_say(taken_out):
    packed, losses = taken_out
    assert losses == []
    files = unpacked(packed)
    wrong = {
        sheet.file: [(a, b) for a, b in zip(ours, theirs, strict=False) if a != b][:2] or (len(ours), len(theirs))
        for sheet in SHEETS
        if (ours := normal(rows_of(files[sheet.file])))
        != (theirs := normal(rows_of((SEEDS / sheet.file).read_text(encoding="utf-8"))))
    }
    assert wrong == {}
    assert b"".join(atlas_zip.write_published(Atlas.objects.get())) == packed


@pytest.fixture
def taken_back(db):
    """Whatever a test does to the shipped atlas is undone after it."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def emptied() -> None:
    """Take every record out, as if the database were a new one."""
    Event.objects.update(date_claim=None)
    for model in (SeededRow, LegStop, *(sheet.model for sheet in reversed(SHEETS))):
        queryset = model.objects.all()
        queryset._raw_delete(queryset.db)


def brought_in(packed: bytes, tmp_path, settings) -> None:
    settings.DATA_DIR = tmp_path
    get_user_model().objects.get_or_create(username="editor", is_superuser=True)
    form = recognised(packed, "atlas.zip")
    job = jobs.begin([packed], name="atlas.zip", size=len(packed), form=form, atlas=Atlas.objects.first(), by="editor")
    assert working.work_once()
    job.refresh_from_db()
    assert (job.message, job.state, job.result.get("refused")) == ("", "checked", None)
    jobs.confirm(job, publish=True, whole=True)
    assert working.work_once()
    job.refresh_from_db()
    assert (job.message, job.state) == ("", "done")


def test_brought_into_an_empty_database_and_taken_out_again_it_is_the_same_file(taken_back, tmp_path, settings):
    hidden = Event.objects.filter(publication="published").order_by("pk").first()
    Event.objects.filter(pk=hidden.pk).update(
        publication="withdrawn", title='=1+1 "x"\r\nnext\u2028line', title_fa="'=2", summary="a;b"
    )
    before, _losses = atlas_zip.write(Atlas.objects.get())
    numbers = Event.objects.count(), Claim.objects.published().count(), Event.objects.published().count()
    resolved = weighed()
    emptied()
    brought_in(before, tmp_path, settings)
    assert (Event.objects.count(), Claim.objects.published().count(), Event.objects.published().count()) == numbers
    assert atlas_zip.write(Atlas.objects.get())[0] == before
    assert [one for one, other in zip(weighed(), resolved, strict=True) if one != other] == []
    values = kept_values()
    resolve_atlas(Atlas.objects.get())
    assert [one for one, other in zip(values, kept_values(), strict=True) if one != other] == []


def weighed() -> list[tuple]:
    return list(Event.objects.order_by("slug").values_list("slug", "edtf", "date_claim__key", "lat", "disputed"))


def kept_values() -> list[tuple]:
    """Everything that weighing writes, so that what was weighed before writing can be held against it."""
    return [
        *Event.objects.order_by("pk").values_list("slug", "at_odds", "bracket_from", "bracket_to", *EVENT_COLUMNS),
        *Movement.objects.order_by("pk").values_list("slug", "at_odds", *MOVEMENT_COLUMNS),
        *Leg.objects.order_by("pk").values_list("pk", *LEG_COLUMNS),
        *Claim.objects.order_by("pk").values_list("key", *COLUMNS, "face_shape"),
        *Place.objects.order_by("pk").values_list("slug", "search"),
    ]


def changed_tables(packed: bytes) -> dict[str, list[dict[str, str]]]:
    """Rows that change what weighing looks at, in every table that has such."""
    tables = {name: rows_of(text) for name, text in unpacked(packed).items()}
    placed = [row for row in tables["claims.csv"] if row["attribute"] == "place" and row["place"]]
    decided = [row for row in tables["decisions.csv"] if row["claim"] != "undecidable"]
    return {
        "events.csv": [{"slug": row["slug"], "shape": "span", "title": "X"} for row in tables["events.csv"][::3]],
        "claims.csv": [{"key": row["key"], "place": "tehran"} for row in placed[::2]],
        "legs.csv": [{**row, "to": "qazvin", "via": "karaj"} for row in tables["legs.csv"][::5]],
        "interpretations.csv": [{**row, "value": "1909-07-20"} for row in tables["interpretations.csv"][:3]],
        "decisions.csv": [{**row, "claim": "undecidable"} for row in decided[:4]],
    }


@pytest.fixture
def read_alone(monkeypatch) -> list:
    """Columns that were left out when a record was read, and then read by themselves."""
    found, read = [], models.Model.refresh_from_db

    def noticed(record, using=None, fields=None, **more):
        if fields is not None:
            found.append((type(record).__name__, *fields))
        read(record, using, fields, **more)

    monkeypatch.setattr(models.Model, "refresh_from_db", noticed)
    return found


@pytest.mark.parametrize("shared", [False, True], ids=["own records", "with a place that all share"])
def test_changes_brought_in_are_weighed_as_if_all_were_weighed_again(
    taken_back, taken_out, tmp_path, settings, shared, read_alone
):
    tables = changed_tables(taken_out[0]) | ({"places.csv": [{"slug": "tehran", "lat": "35.9"}]} if shared else {})
    before = kept_values()
    brought_in(zip_of({name: csv_of(rows[0], rows) for name, rows in tables.items()}), tmp_path, settings)
    assert read_alone == []
    values = kept_values()
    assert sum(one != other for one, other in zip(values, before, strict=True)) > 60
    resolve_atlas(Atlas.objects.get())
    assert [(one, other) for one, other in zip(values, kept_values(), strict=True) if one != other] == []
