"""What an archive says readers may not see stays unseen, whatever became of the table that says so."""

import pytest

from tests.factories import make_atlas, make_event, make_theatre
from tests.timeline.importing.sending import brought_in, sent_file, worked
from timeline.importing import archives, jobs
from timeline.importing.table_files import csv_of, zip_of
from timeline.models import Claim, Event
from timeline.models.jobs import JobState

pytestmark = pytest.mark.django_db

EVENTS = [{"slug": slug, "title": slug.title(), "kind": "battle", "theatre": "tehran"} for slug in ("one", "two")]
CLAIMS = [{"key": f"book-{at}", "source": "book", "subject_type": "event", "subject": event["slug"],
           "attribute": "date", "edge": "on", "face": "1909-07-13"} for at, event in enumerate(EVENTS, 1)]  # fmt: skip
HIDDEN = b"kind,key,publication\nevent,one,draft\nclaim,book-1,draft\n"


def archive(unpublished: bytes = HIDDEN) -> bytes:
    tables = {"events.csv": EVENTS, "claims.csv": CLAIMS, "sources.csv": [{"slug": "book", "title": "Book"}]}
    return zip_of({name: csv_of(rows[0], rows) for name, rows in tables.items()} | {"unpublished.csv": unpublished})


def shown() -> set[str]:
    events = Event.objects.filter(publication="published").values_list("slug", flat=True)
    return {*events, *Claim.objects.filter(publication="published").values_list("key", flat=True)}


def test_what_is_named_there_comes_in_as_it_was(atlas):
    brought_in(sent_file(atlas, "atlas.zip", archive()), publish=True)
    assert shown() == {"two", "book-2"}


@pytest.mark.parametrize(
    ("table", "told"),
    [
        (HIDDEN.replace(b"publication\n", b"standing\n"), "can't be read"),
        (HIDDEN.replace(b",", b"\xe9"), "can't be read"),
        (HIDDEN.replace(b"one,draft", b"one,drafft"), "row 2: “drafft” is no publication."),
        (HIDDEN.replace(b"event,one", b"Event,one"), "row 2: “Event” is no kind."),
        (HIDDEN.replace(b"one,draft", b"one,draft,more"), "can't be read"),
        (b"", "can't be read"),
    ],
)
def test_a_table_that_can_not_be_read_holds_the_archive_up(atlas, table, told):
    job = sent_file(atlas, "atlas.zip", archive(table))
    assert job.state == JobState.FAILED
    assert told in job.message
    assert [problem.code for problem in archives.read(archive(table), "atlas.zip", {}).problems] == [
        "unpublished_unreadable"
    ]


def test_what_comes_in_under_another_name_stays_unseen_under_that(atlas):
    other = make_atlas("other", is_default=False)
    make_theatre(other)
    make_event(other, "one", claims=0)
    job = sent_file(atlas, "atlas.zip", archive())
    assert jobs.answer(job, {"taken_slugs": "rename"})
    brought_in(worked(job), publish=True)
    assert Event.objects.get(slug="revolution-one").publication == "draft"
    assert shown() == {"one", "two", "book-2"}
