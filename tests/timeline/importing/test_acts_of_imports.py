"""What an import leaves behind beside its rows: one act, versions raised once, and drafts on the desk of who did it."""

import pytest

from tests.factories import make_event, make_source
from tests.timeline.importing.sending import brought_in, sent
from tests.timeline.roles import account
from timeline.admin.history.rights import may_take_back
from timeline.admin.rearranging.act_words import told
from timeline.importing import bringing_in
from timeline.models import Act, Event, Step
from timeline.rearranging import acts
from timeline.waiting.standing import drafts_of

pytestmark = pytest.mark.django_db
NEW = {"slug": "two", "title": "Two", "theatre": "tehran", "kind": "politics"}


@pytest.fixture
def one(atlas):
    return make_event(atlas, "one", title="Old", publication="draft", claims=0)


def test_an_import_is_one_act_that_can_be_taken_back(atlas, one):
    brought_in(sent(atlas, "events.csv", [{**NEW, "slug": "one", "title": "New"}, NEW]))
    act = Act.objects.get()
    assert (act.kind, act.by, act.reason, act.atlas) == ("import", "editor", "events.csv", atlas)
    assert told(act) == "Imported event “New”, event “Two”."
    assert {(row.key == one.pk, row.before is None) for row in act.rows.all()} == {(True, False), (False, True)}
    acts.undo(act, by="editor", reason="The wrong file.")
    assert list(Event.objects.values_list("slug", "title")) == [("one", "Old")]


def test_a_changed_record_is_raised_by_one_version_and_a_new_one_by_none(atlas, one):
    brought_in(sent(atlas, "events.csv", [{**NEW, "slug": "one", "title": "New"}, NEW]))
    assert dict(Event.objects.values_list("slug", "version")) == {"one": one.version + 1, "two": 1}


def test_many_new_records_are_told_by_their_number_and_stay(atlas, one, monkeypatch):
    monkeypatch.setattr(bringing_in, "MOST_KEPT", 1)
    many = [{**NEW, "slug": slug} for slug in ("two", "three", "four")]
    brought_in(sent(atlas, "events.csv", [{**NEW, "slug": "one", "title": "New"}, *many]))
    act = Act.objects.get()
    assert told(act) == "Imported event “New” and 3 more."
    assert "3 new records are counted here" in act.reason
    assert [row.key for row in act.rows.all()] == [one.pk]
    acts.undo(act, by="editor", reason="The wrong file.")
    assert (Event.objects.get(slug="one").title, Event.objects.count()) == ("Old", 4)


def test_an_act_without_rows_is_told_and_not_taken_back(atlas, monkeypatch):
    monkeypatch.setattr(bringing_in, "MOST_KEPT", 1)
    brought_in(sent(atlas, "events.csv", [NEW, {**NEW, "slug": "three"}]))
    act = Act.objects.get()
    assert (told(act), act.atlas) == ("Imported 2 records.", atlas)
    assert not may_take_back(account("Administrator"), act)


@pytest.mark.parametrize("most", [1, 1000])
def test_what_new_rows_are_shown_on_is_raised_once(atlas, one, monkeypatch, most):
    monkeypatch.setattr(bringing_in, "MOST_KEPT", most)
    two = make_event(atlas, "two", publication="draft", claims=0)
    kinds = ("before", "part_of")
    relations = [{"from_event": "one", "kind": kind, "to_event": "two"} for kind in kinds]
    brought_in(sent(atlas, "relations.csv", relations))
    assert Event.objects.get(slug="one").version == one.version + 1
    assert Event.objects.get(slug="two").version == two.version


def test_new_drafts_stand_under_the_drafts_of_who_brought_them_in(atlas):
    account("Editor", "junior")
    make_source("book")
    brought_in(sent(atlas, "events.csv", [NEW], by="junior"))
    assert [waiting.title for waiting in drafts_of("junior", 5).first] == ["Two"]
    step = Step.objects.get()
    assert (step.verb, step.became, step.by, step.latest) == ("enter", "draft", "junior", True)
    assert step.on is not None


def test_what_only_reviewers_enter_is_refused_to_editors(atlas):
    account("Editor", "junior")
    source = make_source("book")
    make_event(atlas, "one", on="1909-07-13", source=source)
    decision = {"subject_type": "event", "subject": "one", "attribute": "date", "edge": "on", "claim": "book-1",
                "reason": "It was there.", "by": "junior", "on": "2026-11-22"}  # fmt: skip
    job = sent(atlas, "decisions.csv", [decision], by="junior")
    assert [row.problems[0][0] for row in job.rows.all()] == ["may_not_enter"]
