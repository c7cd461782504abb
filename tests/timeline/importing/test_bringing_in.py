"""What a file would change is shown row by row, and brought in whole or not at all."""

import csv
import io

import pytest
from django.contrib.auth import get_user_model
from django.db.models import CheckConstraint

from tests.factories import make_atlas, make_event, make_source, make_theatre
from tests.timeline.importing.bad_rows import BAD, good, rows
from tests.timeline.importing.sending import brought_in, sent, sent_file, worked
from tests.timeline.roles import account
from timeline.importing import jobs
from timeline.importing.refused_rows import refused_file
from timeline.importing.table_files import csv_of, zip_of
from timeline.models import Atlas, Claim, Event, JobRow
from timeline.models.jobs import JobState
from timeline.resolving import EVENT_COLUMNS, resolve_atlas
from timeline.seeding.rules import SENTENCES
from timeline.seeding.sheets import SHEETS

pytestmark = pytest.mark.django_db


def as_a_spreadsheet_saves(table: list[dict[str, str]]) -> bytes:
    text = io.StringIO()
    writer = csv.DictWriter(text, list(table[0]), delimiter=";")
    writer.writeheader()
    writer.writerows(table)
    return text.getvalue().encode("utf-16")


EVENT = {"slug": "one", "title": "One", "kind": "battle", "theatre": "tehran"}


def test_each_of_twenty_bad_rows_is_refused_for_its_own_reason_and_mended_it_comes_in(atlas):
    make_source("book-of-classes")
    events = tuple(make_event(atlas, slug, source=make_source("other")).slug for slug in ("entry",))
    table = rows("book-of-classes", events)
    job = sent(atlas, "claims.csv", table)
    assert (job.state, job.result) == (JobState.CHECKED, {"added": 280, "refused": 20})
    told = [{code for code, _sentence, _value in row.problems} for row in job.rows.filter(standing="refused")]
    assert [bad.code for bad, codes in zip(BAD, told, strict=True) if bad.code not in codes] == []
    job = brought_in(job)
    assert (job.state, Claim.objects.filter(source__slug="book-of-classes").count()) == (JobState.DONE, 280)
    content, name, _type = refused_file(job)
    again = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert len(again) == 20
    assert list(again[0]) == [*table[0], "problem", "code"]
    for at, row in enumerate(again):
        number = 15 + at * 14
        mended = good(number, "book-of-classes", events)
        row.update({column: mended[column] for column in BAD[at].cells})
    job = sent_file(atlas, name, as_a_spreadsheet_saves(again))
    assert job.result == {"added": 20}
    job = brought_in(job)
    assert (job.state, job.message) == (JobState.DONE, "")
    assert Claim.objects.filter(source__slug="book-of-classes", note="=not a formula").count() == 300


def test_a_row_says_what_it_changes_and_leaves_the_columns_it_lacks(atlas):
    make_event(atlas, "one", title="Old", importance=4, summary="Kept.")
    job = sent(atlas, "events.csv", [{"slug": "one", "title": "New"}])
    assert list(job.rows.values_list("standing", "changes")) == [("changed", [["title", "Old", "New"]])]
    brought_in(job)
    event = Event.objects.get(slug="one")
    assert (event.title, event.importance, event.summary, event.version) == ("New", 4, "Kept.", 2)


def test_what_is_there_already_is_left_as_it_is(atlas):
    job = sent(atlas, "events.csv", [EVENT])
    brought_in(job)
    again = sent(atlas, "events.csv", [EVENT])
    assert again.result == {"unchanged": 1}
    assert Event.objects.get(slug="one").version == 1


def test_a_row_that_names_a_refused_one_is_refused_with_it(atlas):
    claims = [{"key": "book-1", "source": "book", "subject_type": "event", "subject": "one", "attribute": "date",
               "edge": "on", "face": "1909-07-13"}]  # fmt: skip
    bad = {**EVENT, "kind": "picnic"}
    files = {"events.csv": csv_of(bad, [bad]), "sources.csv": b"slug,title\nbook,Book\n",
             "claims.csv": csv_of(claims[0], claims)}  # fmt: skip
    job = sent_file(atlas, "atlas.zip", zip_of(files))
    assert job.result == {"added": 1, "refused": 2}


def test_what_somebody_saved_since_the_check_is_refused_by_name(atlas):
    make_event(atlas, "one", title="Old", claims=0)
    make_event(atlas, "two", title="Old")
    job = sent(atlas, "events.csv", [{"slug": "one", "title": "New"}, {"slug": "two", "title": "New"}])
    Event.objects.filter(slug="one").update(title="Theirs", version=2)
    job = brought_in(job)
    assert job.state == JobState.DONE
    assert [row.problems[0][0] for row in job.rows.all()] == ["changed_since"]
    assert dict(Event.objects.values_list("slug", "title")) == {"one": "Theirs", "two": "New"}


def test_all_or_nothing_brings_nothing_in_when_a_row_is_refused_since(atlas):
    make_event(atlas, "one", title="Old", claims=0)
    job = sent(atlas, "events.csv", [{**EVENT, "title": "New"}, {**EVENT, "slug": "two"}])
    Event.objects.filter(slug="one").update(title="Theirs", version=2)
    job = brought_in(job, whole=True)
    assert (job.state, job.result) == (JobState.CHECKED, {"added": 1, "refused": 1})
    assert not Event.objects.filter(slug="two").exists()


def test_new_rows_are_drafts_unless_they_are_to_be_published_and_have_a_claim(atlas):
    make_source("book")
    brought_in(sent(atlas, "events.csv", [EVENT]))
    assert Event.objects.get().publication == "draft"
    claims = [{"key": "book-1", "source": "book", "subject_type": "event", "subject": "two", "attribute": "date",
               "edge": "on", "face": "1909-07-13"}]  # fmt: skip
    events = [{**EVENT, "slug": "two"}, {**EVENT, "slug": "three"}]
    files = {"events.csv": csv_of(EVENT, events), "claims.csv": csv_of(claims[0], claims)}
    job = brought_in(sent_file(atlas, "atlas.zip", zip_of(files)), publish=True)
    assert job.result["shown"] == 1
    told = dict(Event.objects.values_list("slug", "publication"))
    assert told == {"one": "draft", "two": "published", "three": "draft"}
    assert Event.objects.get(slug="two").edtf == "1909-07-13"


def test_what_is_published_is_changed_only_by_who_may_publish(atlas):
    account("Editor", "junior")
    make_source("book")
    make_event(atlas, "one", title="Old", claims=0)
    job = sent(atlas, "events.csv", [{**EVENT, "title": "New"}, {**EVENT, "slug": "two"}], by="junior")
    assert job.result == {"added": 1, "refused": 1}
    assert job.rows.get(standing="refused").problems[0][0] == "published_record"
    claim = {"key": "book-1", "source": "book", "subject_type": "event", "subject": "one", "attribute": "date",
             "edge": "on", "face": "1909-07-13"}  # fmt: skip
    assert sent(atlas, "claims.csv", [claim], by="junior").result == {"added": 1}


def test_who_may_not_import_can_bring_nothing_in(atlas):
    get_user_model().objects.create_user("reader", password="x")
    job = sent(atlas, "events.csv", [EVENT], by="reader")
    assert (job.state, JobRow.objects.count()) == (JobState.FAILED, 0)


def test_an_event_of_another_atlas_is_not_carried_over(atlas):
    other = make_atlas("other", is_default=False)
    make_theatre(other)
    make_event(other, "one")
    job = sent(atlas, "events.csv", [{"slug": "one", "importance": "5"}])
    assert job.rows.get().problems[0][0] == "in_another_atlas"


def test_slugs_of_another_atlas_are_asked_about_and_given_anew(atlas):
    other = make_atlas("other", is_default=False)
    make_theatre(other)
    make_event(other, "one")
    job = sent(atlas, "events.csv", [EVENT])
    assert (job.state, job.questions[0]["key"]) == (JobState.ASKED, "taken_slugs")
    assert job.questions[0]["examples"] == ["one → revolution-one"]
    assert jobs.answer(job, {"taken_slugs": "rename"})
    brought_in(worked(job))
    assert set(Event.objects.values_list("slug", flat=True)) == {"one", "revolution-one"}


def test_new_claims_about_kept_events_are_weighed_as_if_all_were_weighed_again(atlas):
    source = make_source("book")
    entry = make_event(atlas, "entry", on="1909-07-13", source=source)
    later = make_event(atlas, "later", claims=0, source=source)
    Claim.objects.create(
        key="book-50", number=50, source=source, event=later, attribute="date", edge="on", publication="published",
        relative_to_event=entry, offset_low=3, offset_high=3,
    )  # fmt: skip
    make_source("other-book")
    claims = [
        {"key": "other-book-1", "source": "other-book", "subject_type": "event", "subject": "entry",
         "attribute": "date", "edge": "on", "as_printed": "15 July 1909", "face": "1909-07-15"},
    ]  # fmt: skip
    resolve_atlas(atlas)
    brought_in(sent(atlas, "claims.csv", claims), publish=True)
    values = list(Event.objects.order_by("pk").values_list("slug", *EVENT_COLUMNS))
    assert [(one[0], one[EVENT_COLUMNS.index("disputed") + 1]) for one in values] == [("entry", True), ("later", False)]
    resolve_atlas(atlas)
    assert values == list(Event.objects.order_by("pk").values_list("slug", *EVENT_COLUMNS))
    assert Event.objects.get(slug="later").edtf != "1909-07-16"


def test_one_atlas_stays_at_the_front(atlas):
    other = make_atlas("other", is_default=False)
    new = {"slug": "new", "title": "New", "window_from": "1909-01-01", "window_to": "1909-12-31",
           "bounds": "44,30,62,40", "default": "yes"}  # fmt: skip
    job = brought_in(sent(None, "atlases.csv", [new, {**new, "slug": other.slug}]))
    assert [row.problems[0][0] for row in job.rows.all()] == ["another_at_the_front"]
    assert list(Atlas.objects.filter(is_default=True)) == [atlas]
    assert Atlas.objects.filter(slug="new").exists()


def test_every_rule_of_the_database_is_told_in_a_sentence():
    kept_by_construction = {
        "name_has_one_bearer", "participation_has_one_subject", "participation_has_one_bearer", "mover_is_one_thing",
        "claim_has_one_subject", "decision_has_one_subject", "event_days_in_order", "published_event_has_a_claim",
        "published_movement_has_a_claim", "published_lesson_has_a_step",
    }  # fmt: skip
    rules = {
        rule.name for sheet in SHEETS for rule in sheet.model._meta.constraints if isinstance(rule, CheckConstraint)
    }
    assert rules - kept_by_construction == set(SENTENCES)


@pytest.mark.parametrize(
    ("table", "row", "rule"),
    [
        ("events.csv", {**EVENT, "importance": "6"}, "event_importance_1_to_5"),
        ("places.csv", {"slug": "a", "name": "A", "lat": "91", "lon": "0"}, "place_has_whole_point_or_none"),
        ("places.csv", {"slug": "a", "name": "A", "uncertainty_km": "-1"}, "place_uncertainty_not_negative"),
    ],
)
def test_a_row_that_breaks_a_rule_of_the_database_is_refused_by_itself(atlas, table, row, rule):
    job = sent(atlas, table, [row, {**row, "slug": "other"}])
    assert [each.problems[0][0] for each in job.rows.all()] == [rule, rule]
