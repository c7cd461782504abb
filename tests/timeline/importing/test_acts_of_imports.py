"""What an import leaves behind beside its rows: one act, versions raised once, and drafts on the desk of who did it."""

import pytest

from tests.factories import make_claim, make_event, make_movement, make_place, make_source
from tests.timeline.importing.sending import brought_in, sent
from tests.timeline.roles import account
from timeline.admin.history.rights import may_take_back
from timeline.admin.rearranging.act_words import told
from timeline.history.versions import acts_of
from timeline.importing import bringing_in
from timeline.models import Act, Event, Leg, LegStop, Step
from timeline.rearranging import acts
from timeline.rearranging.plan import Refused, Row
from timeline.rearranging.rows import differing, images
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


MANY = [{**NEW, "slug": slug, "title": slug.title()} for slug in ("two", "three", "four")]


@pytest.fixture
def few(monkeypatch):
    """Two new records are very many."""
    monkeypatch.setattr(bringing_in, "MOST_READ", 1)


def test_very_many_new_records_are_kept_and_taken_back_as_few_are(atlas, one, few):
    before = list(Event.objects.values("pk", "slug", "title"))
    brought_in(sent(atlas, "events.csv", [{**NEW, "slug": "one", "title": "New"}, *MANY]))
    act = Act.objects.get()
    assert told(act) == "Imported event “New”, event “Two”, event “Three”, event “Four”."
    assert {row.key: row.before is None for row in act.rows.all()} == {
        event.pk: event.pk != one.pk for event in Event.objects.all()
    }
    assert [each.pk for each in acts_of(Row("event", Event.objects.get(slug="two").pk))] == [act.pk]
    undone = acts.undo(act, by="editor", reason="The wrong file.")
    assert list(Event.objects.values("pk", "slug", "title")) == before
    acts.undo(undone, by="editor", reason="It was the right one.")
    assert list(Event.objects.order_by("pk").values_list("title", flat=True)) == ["New", "Two", "Three", "Four"]


@pytest.mark.parametrize("table", ["few", "many"])
def test_a_kept_row_says_what_stands_in_the_database(atlas, monkeypatch, table):
    monkeypatch.setattr(bringing_in, "MOST_READ", 1 if table == "many" else 1000)
    brought_in(sent(atlas, "events.csv", MANY))
    kept = {Row(row.table, row.key): row.after for row in Act.objects.get().rows.all()}
    now = images(kept)
    assert [differing(row.table, kept[row], now[row]) for row in kept] == [[]] * 3
    assert {kept[row]["created"] == now[row]["created"] for row in kept} == {True}


def test_an_import_of_new_records_alone_is_of_its_atlas_and_taken_back(atlas, few):
    brought_in(sent(atlas, "events.csv", MANY))
    act = Act.objects.get()
    assert (told(act), act.atlas) == ("Imported event “Two”, event “Three”, event “Four”.", atlas)
    assert may_take_back(account("Administrator"), act)
    acts.undo(act, by="editor", reason="The wrong file.")
    assert not Event.objects.exists()


@pytest.mark.parametrize("many", [False, True])
def test_an_import_is_not_taken_back_over_what_others_did_since(atlas, one, monkeypatch, many):
    monkeypatch.setattr(bringing_in, "MOST_READ", 1 if many else 1000)
    brought_in(sent(atlas, "events.csv", MANY))
    act, two = Act.objects.get(), Event.objects.get(slug="two")
    Event.objects.filter(pk=two.pk).update(title="Twice")
    with pytest.raises(Refused, match="event “Twice” has another title"):
        acts.undo(act, by="editor")
    Event.objects.filter(pk=two.pk).update(title="Two")
    claim = make_claim(event=two, source=make_source("book"), face="1909-07-13", edge="on", publication="draft")
    with pytest.raises(Refused, match=f"claim “{claim.key}” still refers to “Two”"):
        acts.undo(act, by="editor")
    assert Event.objects.count() == 4
    claim.delete()
    acts.undo(act, by="editor")
    assert list(Event.objects.all()) == [one]


def test_a_march_with_places_passed_is_taken_back_and_done_again(atlas, few):
    for slug in ("here", "there", "between"):
        make_place(slug)
    make_movement(atlas, "march")
    leg = {"movement": "march", "order": "1", "from": "here", "to": "there", "via": "between", "mode": "foot"}
    brought_in(sent(atlas, "legs.csv", [leg, {**leg, "order": "2", "from": "there", "to": "here"}]))
    undone = acts.undo(Act.objects.get(), by="editor")
    assert (Leg.objects.count(), LegStop.objects.count()) == (0, 0)
    acts.undo(undone, by="editor")
    assert list(LegStop.objects.values_list("leg__order", "place__slug")) == [(1, "between"), (2, "between")]


@pytest.mark.parametrize("most", [1, 1000])
def test_what_new_rows_are_shown_on_is_raised_once(atlas, one, monkeypatch, most):
    monkeypatch.setattr(bringing_in, "MOST_READ", most)
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
