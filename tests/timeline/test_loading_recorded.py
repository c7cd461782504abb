"""What a load changes or removes is kept as an act, and can be put back."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.timeline.test_loader import changed, folder, without, write
from timeline.history.restoring import restore
from timeline.models import Act, Claim, Event, Leg, LegStop
from timeline.rearranging.plan import Row
from timeline.seeding.loader import load

__all__ = ["folder"]
pytestmark = pytest.mark.django_db


def kept() -> set[tuple[str, str]]:
    return {
        (row.table, "made" if row.before is None else "removed" if row.after is None else "changed")
        for row in Act.objects.get().rows.all()
    }


def test_a_first_load_and_one_that_changes_nothing_keep_no_act(folder):
    load(folder)
    load(folder)
    assert not Act.objects.exists()


LOADS = {
    "a column": (changed("events.csv", 0, title="The entry"), {("event", "changed")}),
    "a link within a table": (changed("places.csv", 0, parent=""), {("place", "changed")}),
    "the places a leg passes": (changed("legs.csv", 0, via=""), {("legstop", "removed")}),
    "other places a leg passes": (changed("legs.csv", 0, via="gate"), {("legstop", "removed"), ("legstop", "made")}),
    "a row gone": (
        without("claims.csv", 1) | {"interpretations.csv": []}, {("claim", "removed"), ("interpretation", "removed")},
    ),
    "a row gone and another changed": (
        without("decisions.csv", 0) | changed("people.csv", 0, name="The Khan"),
        {("decision", "removed"), ("person", "changed")},
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", LOADS)
def test_what_a_load_changes_or_removes_is_one_act(folder, tmp_path, what):
    tables, rows = LOADS[what]
    load(folder)
    load(write(tmp_path, tables))
    assert kept() == rows
    act = Act.objects.get()
    assert (act.kind, act.by) == ("load", "load_seeds")


def test_a_dry_run_and_a_refused_load_keep_no_act(folder, tmp_path):
    load(folder)
    load(write(tmp_path, changed("events.csv", 0, title="The entry")), dry_run=True)
    assert not Act.objects.exists()


def test_what_a_load_changed_and_removed_is_put_back_and_left_so_by_the_next(folder, tmp_path):
    load(folder)
    event, claim = Event.objects.get(slug="entry"), Claim.objects.get(key="copy-1")
    tables = changed("events.csv", 0, title="The entry") | without("claims.csv", 1) | {"interpretations.csv": []}
    load(write(tmp_path, tables))
    assert not Claim.objects.filter(key="copy-1").exists()
    restore(Row("event", event.pk), Act.objects.get().pk - 1, by="anna", publishing=True)
    assert Event.objects.get(slug="entry").title == "Entry"
    assert Claim.objects.get(key="copy-1").interpretation.claim_id == claim.pk
    load(tmp_path)
    assert Event.objects.get(slug="entry").title == "Entry"
    assert Claim.objects.filter(key="copy-1").exists()


def test_recording_adds_no_queries_to_a_load_that_changes_nothing(folder):
    load(folder)
    assert LegStop.objects.filter(leg=Leg.objects.get()).exists()
    with CaptureQueriesContext(connection) as counted:
        load(folder)
    assert not [query for query in counted if "timeline_act" in query["sql"]]
