"""The shipped atlas as one sheet: every row is read back, and what the columns can't hold is named."""

import csv
import io

import pytest

from timeline.importing.knowing import known_of
from timeline.importing.known_names import Known
from timeline.importing.one_sheet.columns import COLUMNS
from timeline.importing.one_sheet.exports import write
from timeline.importing.one_sheet.reading import read
from timeline.models import Atlas, Event

SHIPPED = "persian-constitutional-revolution"


@pytest.fixture(scope="module")
def sent(shipped_atlas, django_db_blocker):
    """The file, and what its writer says that it can't hold."""
    with django_db_blocker.unblock():
        return write(Atlas.objects.get(slug=SHIPPED))


@pytest.fixture
def rows(sent):
    return list(csv.DictReader(io.StringIO(sent[0].decode("utf-8"))))


def test_every_dated_event_is_a_row(rows):
    dated = Event.objects.exclude(begin_earliest=None, end_latest=None).count()
    events = [row for row in rows if not row["Type"]]
    assert len(events) == dated
    assert tuple(rows[0]) == COLUMNS
    assert all(row["Year"] and row["Display Date"] and row["Headline"] and row["Source"] for row in events)


def test_a_disputed_event_names_both_dates(rows):
    entry = next(row for row in rows if row["Slug"] == "entry-into-tehran")
    assert "13 July 1909" in entry["Display Date"]
    assert " or " in entry["Display Date"]


def test_what_the_columns_cannot_hold_is_named(sent):
    losses = " ".join(sent[1])
    for word in ("without a date", "movements", "Statements", "Relations", "Persons", "Paragraphs", "Persian"):
        assert word in losses


def test_it_is_read_back_without_a_refusal(sent):
    staged = read(sent[0], "timelinejs.csv", {"atlas": "copy"}, Known(atlas="copy"))
    assert staged.questions == ()
    assert [(problem.origin, problem.sentence) for problem in staged.problems] == []


def test_read_back_into_its_own_atlas_it_names_the_records_that_are_there(sent):
    staged = read(sent[0], "timelinejs.csv", {"atlas": SHIPPED}, known_of(SHIPPED))
    assert staged.problems == ()
    assert {"places.csv", "sources.csv", "theatres.csv", "sides.csv", "periods.csv"}.isdisjoint(staged.tables)
    slugs = {row.cells["slug"] for row in staged.tables["events.csv"]}
    assert slugs == set(Event.objects.filter(slug__in=slugs).values_list("slug", flat=True))
