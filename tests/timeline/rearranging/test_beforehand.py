"""A large act is taken back and done again as a small one is, though all is made ready before the lock is taken."""

import pytest
from django.contrib.auth import get_user_model
from django.test import override_settings

from tests.factories import make_atlas, make_claim, make_event, make_place, make_source
from tests.timeline.importing.sending import brought_in, sent_file
from tests.timeline.rearranging.atlases import every_row
from tests.timeline.test_loader import TABLES
from timeline.importing.table_files import csv_of, zip_of
from timeline.models import Act, Atlas, Event, FormerSlug, Source
from timeline.rearranging import acts, beforehand
from timeline.rearranging.plan import Refused
from timeline.resolving import resolve_atlas

pytestmark = pytest.mark.django_db
ASIDE = {"act", "actrow", "concern", "formerslug", "job", "jobrow", "step"}
OLD = ("version", "modified", "revision")


@pytest.fixture(scope="module")
def imported(lasting, tmp_path_factory):
    """An atlas with all sorts of rows, brought in by one act beside one that was there."""
    get_user_model().objects.create_superuser("editor", password="x")
    make_event(make_atlas("front", is_default=False), on="1909-07-13", place=make_place("square"))
    file = zip_of({table: csv_of(tuple(rows[0]), rows) for table, rows in TABLES.items() if rows})
    with override_settings(DATA_DIR=tmp_path_factory.mktemp("data")):
        job = brought_in(sent_file(None, "war.zip", file), publish=True, whole=True)
    assert (job.state, job.message) == ("done", "")
    return Act.objects.get()


@pytest.fixture(params=[1, 10_000], ids=["large", "small"])
def size(request, monkeypatch):
    monkeypatch.setattr(beforehand, "MANY", request.param)
    monkeypatch.setattr(acts, "MANY", request.param)


@pytest.fixture
def ready(monkeypatch):
    """Every act is large; notes whether it was carried out as it was made ready."""
    monkeypatch.setattr(beforehand, "MANY", 1)
    monkeypatch.setattr(acts, "MANY", 1)
    noted, carry_out = [], acts.carry_out

    def noting(plan, **how):
        noted.append(bool(how.get("ready")))
        return carry_out(plan, **how)

    monkeypatch.setattr(acts, "carry_out", noting)
    return noted


def kept(act: Act) -> list[tuple]:
    """What an act keeps of its rows, and in whose histories they stand."""

    def plain(columns):
        return columns and {name: value for name, value in columns.items() if name not in OLD}

    rows = act.rows.prefetch_related("concerns")
    return sorted(
        (row.table, row.key, repr(plain(row.before)), repr(plain(row.after)),
         sorted((each.table, each.key) for each in row.concerns.all()))
        for row in rows
    )  # fmt: skip


@pytest.fixture(scope="module")
def told(imported):
    return {}


def test_an_import_taken_back_and_done_again_leaves_every_row_as_it_was(imported, size, told):
    there = every_row(aside=ASIDE)
    undone = acts.undo(imported, by="editor")
    gone = every_row(aside=ASIDE)
    assert not Source.objects.filter(slug="book").exists()
    redone = acts.undo(undone, by="editor")
    assert every_row(aside=ASIDE) == there
    said = told.setdefault("said", (gone, kept(undone), kept(redone)))
    assert said == (gone, kept(undone), kept(redone))


def test_large_acts_are_made_ready(imported, ready):
    acts.undo(acts.undo(imported, by="editor"), by="editor")
    assert ready == [True, True]


def test_what_is_saved_meanwhile_is_not_written_over(imported, ready, monkeypatch):
    made_ready = acts.made_ready

    def slowly(plan, stamp):
        found = made_ready(plan, stamp)
        event = Event.objects.get(slug="entry")
        event.title = "Otherwise"
        event.save()
        return found

    monkeypatch.setattr(acts, "made_ready", slowly)
    with pytest.raises(Refused, match="has another title"):
        acts.undo(imported, by="editor")
    assert Event.objects.get(slug="entry").title == "Otherwise"
    assert ready == [True]


def test_what_is_saved_before_it_is_done_again_counts(imported, ready):
    undone = acts.undo(imported, by="editor")
    front = Event.objects.get(atlas__slug="front")
    make_claim(event=front, source=make_source("rival"), face="1909-07-20", edge="on")
    resolve_atlas(front.atlas)
    acts.undo(undone, by="editor")
    assert ready == [True, True]
    resolved = every_row(aside=ASIDE)
    for atlas in Atlas.objects.all():
        resolve_atlas(atlas)
    assert every_row(aside=ASIDE) == resolved


def test_an_import_taken_back_leaves_no_address_behind(imported, ready):
    acts.undo(imported, by="editor")
    assert not FormerSlug.objects.exists()
