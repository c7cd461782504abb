"""What an import may do, and in whose name, is settled by who has it brought in."""

import pytest

from tests.factories import make_event, make_source
from tests.timeline.importing.sending import sent, sent_file, worked
from tests.timeline.roles import account, browser
from timeline.importing.table_files import csv_of, zip_of
from timeline.models import Act, Event, Step
from timeline.models.jobs import JobState

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(atlas):
    return {role: account(role, f"a-{role.lower()}") for role in ("Editor", "Reviewer")}


def confirmed_by(person, job, **choices: str):
    """The import after this person had it brought in by its page."""
    assert browser(person).post(f"/admin/timeline/job/{job.pk}/import/", choices).status_code == 302
    return worked(job)


def test_an_editor_changes_nothing_published_by_bringing_in_a_reviewers_file(atlas, people):
    make_event(atlas, "shown", title="Old")
    job = sent(atlas, "events.csv", [{"slug": "shown", "title": "New"}], by="a-reviewer")
    assert job.result == {"changed": 1}
    job = confirmed_by(people["Editor"], job)
    assert [row.problems[0][0] for row in job.rows.all()] == ["published_record"]
    assert Event.objects.get(slug="shown").title == "Old"


def test_a_reviewer_publishes_what_an_editor_sent_in(atlas, people):
    make_source("book")
    event = {"slug": "one", "title": "One", "kind": "battle", "theatre": "tehran"}
    claim = {"key": "book-1", "source": "book", "subject_type": "event", "subject": "one", "attribute": "date",
             "edge": "on", "face": "1909-07-13"}  # fmt: skip
    files = {"events.csv": csv_of(event, [event]), "claims.csv": csv_of(claim, [claim])}
    job = confirmed_by(people["Reviewer"], sent_file(atlas, "atlas.zip", zip_of(files), by="a-editor"), publish="yes")
    assert (job.state, job.result["shown"]) == (JobState.DONE, 1)
    assert Event.objects.get(slug="one").publication == "published"
    assert Act.objects.get(kind="import").by == "a-reviewer"


def test_drafts_are_found_among_those_of_who_brought_them_in(atlas, people):
    event = {"slug": "one", "title": "One", "kind": "battle", "theatre": "tehran"}
    confirmed_by(people["Reviewer"], sent(atlas, "events.csv", [event], by="a-editor"))
    assert list(Step.objects.values_list("by", flat=True)) == ["a-reviewer"]
