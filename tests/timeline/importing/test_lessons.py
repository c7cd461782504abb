"""Lessons come in and go out with their atlas, whatever became of what their steps show."""

import csv
import io
import zipfile

import pytest
from django.contrib.auth.models import User

from tests.factories import make_atlas, make_claim, make_event, make_lesson, make_place, make_side, make_source
from tests.timeline.importing.sending import brought_in, sent, sent_file, worked
from tests.timeline.importing.test_without_loss import TEXTS, emptied, is_the_same_after_a_round_trip
from tests.timeline.roles import account, browser
from timeline.importing import atlas_zip, jobs
from timeline.importing.table_files import csv_of, zip_of
from timeline.importing.tables_of_atlas import published_tables_of, tables_of
from timeline.models import Act, Claim, Event, FormerSlug, Lesson, LessonStep
from timeline.rearranging import acts

pytestmark = pytest.mark.django_db


def by_file(tables) -> dict[str, list[dict[str, str]]]:
    return {sheet.file: list(rows) for sheet, rows in tables.items()}


LESSON = {"slug": "tour", "title": "A tour"}
STEPS = [
    {"lesson": "tour", "order": "1", "title": "One", "state": "day=1909-07-13&at=event:entry"},
    {"lesson": "tour", "order": "2", "title": "Two"},
]


@pytest.fixture
def entry(atlas):
    make_side(atlas, "reds")
    return make_event(atlas, "entry", on="1909-07-13", source=make_source("book"))


@pytest.fixture
def tour(atlas, entry):
    claim = entry.claims.first()
    state = f"at=event:entry&map=35.7,51.4,8&side=reds&theatre=tehran&q={'x' * 20}&compare=book"
    return make_lesson(atlas, "tour", steps=({"state": state, "claim": claim}, {"state": f"at=claim:{claim.key}"}))


def members(packed: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def rows_in(packed: bytes, table: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(members(packed)[table].decode(), newline="")))


def test_an_atlas_with_lessons_is_the_same_after_a_round_trip(atlas, tour):
    make_lesson(atlas, "sketch", publication="draft", steps=(), order=3)
    make_lesson(atlas, "gone", publication="withdrawn", steps=({}, {}, {}))
    assert is_the_same_after_a_round_trip(atlas)
    told = dict(Lesson.objects.values_list("slug", "publication"))
    assert told == {"tour": "published", "sketch": "draft", "gone": "withdrawn"}
    assert dict(Lesson.objects.values_list("slug", "step_count")) == {"tour": 2, "sketch": 0, "gone": 3}
    assert LessonStep.objects.get(lesson__slug="tour", order=1).claim == Claim.objects.get()


def test_texts_come_back_letter_by_letter(atlas):
    steps = tuple({"title": f"Step {text}"[:200], "text": f"<{text}>", "question": f"<{text}>"} for text in TEXTS)
    make_lesson(atlas, "tour", summary=f"<{TEXTS[2]}>", steps=steps)
    assert is_the_same_after_a_round_trip(atlas)
    assert [step.text for step in LessonStep.objects.order_by("order")] == [f"<{text}>" for text in TEXTS]


def test_an_archive_of_before_there_were_lessons_still_comes_in(atlas, entry):
    files = members(atlas_zip.write(atlas)[0])
    del files["lessons.csv"], files["lesson_steps.csv"]
    emptied()
    job = brought_in(sent_file(None, "atlas.zip", zip_of(files)), publish=True, whole=True)
    assert (job.state, job.message) == ("done", "")
    assert Event.objects.get().publication == "published"


def test_what_a_step_names_and_no_claim_of_the_atlas_does_comes_along(atlas):
    other = make_atlas("other", is_default=False)
    far = make_place("far")
    make_event(other, "elsewhere", on="1909", place=far, source=make_source("theirs"))
    make_lesson(atlas, "tour", steps=({"state": "place=far&source=theirs"}, {"state": "at=place:far"}))
    assert {row["slug"] for row in by_file(tables_of(atlas))["places.csv"]} == {"far"}
    assert {row["slug"] for row in by_file(tables_of(atlas))["sources.csv"]} == {"theirs"}


def test_what_was_renamed_goes_out_as_it_is_called_and_what_was_deleted_does_not(atlas, tour):
    Event.objects.filter(slug="entry").update(slug="entry-of-1909")
    FormerSlug.objects.create(kind="event", old="entry", new="entry-of-1909")
    gone = make_event(atlas, "fall", on="1909-07-16")
    make_lesson(atlas, "more", steps=({"state": "day=1909-07-16&at=event:fall"},))
    gone.delete()
    told = {(row["lesson"], row["order"]): row["state"] for row in by_file(tables_of(atlas))["lesson_steps.csv"]}
    assert told["tour", "1"].startswith("at=event:entry-of-1909&map=")
    assert told["more", "1"] == "day=1909-07-16"
    packed = atlas_zip.write(atlas)[0]
    assert sent_file(atlas, "atlas.zip", packed).result.keys() == {"unchanged"}
    assert LessonStep.objects.get(lesson=tour, order=1).state.startswith("at=event:entry&map=")
    assert is_the_same_after_a_round_trip(atlas)


def test_readers_get_what_is_published_and_steps_that_name_nothing_else(atlas, tour):
    hidden = make_event(atlas, "hidden", on="1909", publication="draft")
    claim = make_claim(event=Event.objects.get(slug="entry"), key="secret", publication="draft")
    make_lesson(atlas, "more", steps=({"state": f"day=1909-07-16&at=event:{hidden.slug}", "claim": claim},))
    make_lesson(atlas, "sketch", publication="draft")
    told = by_file(published_tables_of(atlas))
    assert {row["slug"] for row in told["lessons.csv"]} == {"tour", "more"}
    assert {row["lesson"] for row in told["lesson_steps.csv"]} == {"tour", "more"}
    more = next(row for row in told["lesson_steps.csv"] if row["lesson"] == "more")
    assert (more["state"], more["claim"]) == ("day=1909-07-16", "")


def archive(lesson=LESSON, steps=STEPS) -> bytes:
    return zip_of({"lessons.csv": csv_of(lesson, [lesson]), "lesson_steps.csv": csv_of(steps[0], steps)})


@pytest.mark.parametrize("publish", [True, False])
def test_a_new_lesson_comes_in_with_its_steps(atlas, entry, publish):
    job = brought_in(sent_file(atlas, "lessons.zip", archive()), publish=publish)
    assert (job.state, job.result["added"]) == ("done", 3)
    lesson = Lesson.objects.get()
    assert (lesson.publication, lesson.step_count) == ("published" if publish else "draft", 2)
    assert "two" in lesson.search


def test_a_new_lesson_of_no_steps_stays_a_draft(atlas):
    job = brought_in(sent(atlas, "lessons.csv", [LESSON]), publish=True)
    assert (job.state, Lesson.objects.get().publication) == ("done", "draft")


def test_steps_that_come_in_by_themselves_are_counted(atlas, entry):
    lesson = make_lesson(atlas, "tour", steps=({"title": "Old"},))
    new = {"lesson": "tour", "order": "3", "title": "New"}
    brought_in(sent(atlas, "lesson_steps.csv", [{"lesson": "tour", "order": "1", "title": "Changed"}, new]))
    lesson.refresh_from_db()
    assert lesson.step_count == 2
    assert ("changed" in lesson.search, "new" in lesson.search, "old" in lesson.search) == (True, True, False)


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"state": "day=soon"}, "bad_date"),
        ({"state": "zoom=4"}, "unknown_key"),
        ({"state": "&" * 1_500}, "too_long"),
        ({"state": "q=a&" * 2_000}, "too_long"),
        ({"state": "at=event:nothing"}, "unknown_slug"),
        ({"state": "at=entry"}, "bad_slug"),
        ({"state": "lanes=sides"}, "bad_choice"),
        ({"state": "map=1,2"}, "bad_view"),
        ({"claim": "nothing-1"}, "nothing_of_that_name"),
        ({"order": "0"}, "lesson_step_counted_from_1"),
        ({"order": "9223372036854775807"}, "number_too_high"),
        ({"order": "first"}, "not_a_whole_number"),
        ({"title": ""}, "cell_empty"),
        ({"lesson": "nothing"}, "nothing_of_that_name"),
    ],
)
def test_a_bad_row_is_refused_by_a_code(atlas, entry, cells, code):
    make_lesson(atlas, "tour", steps=(), publication="draft")
    good = {"lesson": "tour", "order": "1", "title": "One", "state": "", "claim": ""}
    job = sent(atlas, "lesson_steps.csv", [good | cells])
    (row,) = job.rows.all()
    assert row.problems[0][0] == code


def test_who_may_not_publish_adds_no_step_to_what_readers_see(atlas, entry):
    make_lesson(atlas, "tour")
    job = brought_in_by_editor(atlas, [{"lesson": "tour", "order": "2", "title": "Mine"}])
    assert [row.problems[0][0] for row in job.rows.all()] == ["published_record"]
    Lesson.objects.update(publication="draft")
    job = brought_in_by_editor(atlas, [{"lesson": "tour", "order": "2", "title": "Mine"}])
    assert job.result["added"] == 1


def brought_in_by_editor(atlas, rows):
    """The steps after an editor had them brought in."""
    editor = User.objects.filter(username="an-editor").first() or account("Editor", "an-editor")
    job = sent(atlas, "lesson_steps.csv", rows, by="an-editor")
    assert browser(editor).post(f"/admin/timeline/job/{job.pk}/import/", {}).status_code == 302
    return worked(job) if job.result.get("added") else job


def test_a_step_whose_event_is_refused_is_refused_with_it(atlas):
    event = {"slug": "new", "title": "New", "kind": "brawl", "theatre": "tehran"}
    steps = [{**STEPS[0], "state": "at=event:new"}, STEPS[1]]
    files = members(archive(steps=steps)) | {"events.csv": csv_of(event, [event])}
    job = sent_file(atlas, "atlas.zip", zip_of(files))
    told = {row.key: row.problems[0][0] for row in job.rows.exclude(problems=[])}
    assert told == {"new": "not_in_the_vocabulary", "tour/1": "unknown_slug"}


def test_names_that_another_atlas_has_are_changed_in_views_as_well(atlas, tour):
    other = make_atlas("other", is_default=False)
    files = members(atlas_zip.write(atlas)[0])
    del files["atlases.csv"]
    for table in ("sides.csv", "theatres.csv", "events.csv", "lessons.csv"):
        files[table] = files[table].replace(b"revolution", b"other")
    job = sent_file(other, "atlas.zip", zip_of(files))
    assert jobs.answer(job, {"taken_slugs": "rename"})
    job = brought_in(worked(job), publish=True)
    assert (job.state, [row.problems for row in job.rows.all()]) == ("done", [])
    lesson = Lesson.objects.get(slug="other-tour")
    one, two = lesson.steps.all()
    assert (lesson.atlas, one.claim.event.slug) == (other, "other-entry")
    assert one.state.startswith("at=event:other-entry&map=35.7,51.4,8&side=reds")
    assert two.state == f"at=claim:{one.claim.key}"


def test_an_import_of_a_lesson_is_taken_back_and_done_again(atlas, entry):
    brought_in(sent_file(atlas, "lessons.zip", archive()), publish=True)
    undone = acts.undo(Act.objects.get(), by="editor", reason="Another file.")
    assert (Lesson.objects.count(), LessonStep.objects.count()) == (0, 0)
    acts.undo(undone, by="editor", reason="After all.")
    assert (Lesson.objects.get().step_count, Lesson.objects.get().publication) == (2, "published")
