"""An import waits, runs, is cancelled or left by its worker: whatever happens, nothing stays half done."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.core.management import CommandError, call_command
from django.db import IntegrityError
from django.utils import timezone

from tests.factories import make_event
from tests.timeline.importing.sending import brought_in, queued, sent, worked
from timeline.importing import bringing_in, checking, jobs, presence, working
from timeline.importing.table_files import csv_of
from timeline.models import Event, Job, JobRow
from timeline.models.jobs import JobState, JobStep

EVENTS = [{"slug": f"e-{n}", "title": f"E {n}", "kind": "battle", "theatre": "tehran"} for n in range(5)]
TABLE = csv_of(EVENTS[0], EVENTS)


def nothing_is_left(job) -> bool:
    return not JobRow.objects.exists() and not Event.objects.filter(slug__startswith="e-").exists()


def test_jobs_are_done_in_the_order_in_which_they_came(atlas):
    first, second = queued(atlas, "events.csv", TABLE), queued(atlas, "events.csv", TABLE)
    assert working.work_once()
    assert list(Job.objects.order_by("pk").values_list("pk", "state")) == [
        (first.pk, "checked"), (second.pk, "queued"),
    ]  # fmt: skip
    assert working.work_once()
    assert not working.work_once()


@pytest.mark.parametrize("step", JobStep.values)
def test_a_job_cancelled_while_it_runs_leaves_nothing(atlas, monkeypatch, data_folder, step):
    job = queued(atlas, "events.csv", TABLE)
    if step == JobStep.IMPORT:
        job = worked(job)
        jobs.confirm(job, publish=False, whole=False)
    monkeypatch.setattr(jobs, "_BETWEEN_SIGNS", 0)
    told = checking.judge if step == JobStep.CHECK else bringing_in.judge

    def cancelled_meanwhile(*args, **options):
        assert jobs.cancel(job)
        return told(*args, **options)

    monkeypatch.setattr(checking if step == JobStep.CHECK else bringing_in, "judge", cancelled_meanwhile)
    assert worked(job).state == JobState.CANCELLED
    assert nothing_is_left(job)
    assert list((data_folder / "imports").glob("*/*")) == []


def test_a_cancel_at_the_last_moment_wins_or_comes_too_late(atlas, monkeypatch):
    job = sent(atlas, "events.csv", EVENTS)
    check = bringing_in._check_nothing_changed

    def cancelled_inside(taken):
        Job.objects.filter(pk=job.pk).update(state=JobState.CANCELLED)
        check(taken)

    monkeypatch.setattr(bringing_in, "_check_nothing_changed", cancelled_inside)
    brought_in(job)
    assert not Event.objects.filter(slug__startswith="e-").exists()
    done = sent(atlas, "events.csv", EVENTS)
    monkeypatch.setattr(bringing_in, "_check_nothing_changed", check)
    assert brought_in(done).state == JobState.DONE
    assert not jobs.cancel(done)


def test_a_job_whose_worker_was_killed_fails_with_a_sentence_and_can_be_begun_again(atlas, monkeypatch):
    job = queued(atlas, "events.csv", TABLE)
    jobs.take(job)
    JobRow.objects.create(job=job, number=1, origin="row 2", standing="added")
    Job.objects.filter(pk=job.pk).update(heartbeat=timezone.now() - timedelta(minutes=2))
    jobs.bury_the_dead()
    job.refresh_from_db()
    assert (job.state, job.message) == (JobState.FAILED, jobs.killed())
    assert nothing_is_left(job)
    assert jobs.again(job)
    assert worked(job).result == {"added": 5}


def test_a_job_that_says_nothing_for_long_is_left_to_whoever_does_it(atlas):
    job = queued(atlas, "events.csv", TABLE)
    mark = jobs.take(job)
    Job.objects.filter(pk=job.pk).update(heartbeat=timezone.now() - timedelta(minutes=2))
    job.refresh_from_db()
    with presence.signing_for(mark):
        jobs.bury_the_dead()
        assert not jobs.is_dead(job)
    assert Job.objects.get(pk=job.pk).state == JobState.RUNNING
    assert jobs.is_dead(job)
    jobs.bury_the_dead()
    assert Job.objects.get(pk=job.pk).state == JobState.FAILED


def test_a_worker_that_is_to_end_puts_its_job_back(atlas, monkeypatch):
    job = queued(atlas, "events.csv", TABLE)
    assert working.work_once(lambda: True)
    job.refresh_from_db()
    assert job.state == JobState.QUEUED
    assert nothing_is_left(job)
    assert worked(job).state == JobState.CHECKED


@pytest.mark.parametrize("trouble", [ValueError("unforeseen"), IntegrityError("refused")])
def test_whatever_goes_wrong_while_writing_nothing_is_brought_in(atlas, monkeypatch, trouble):
    job = sent(atlas, "events.csv", EVENTS)

    def broken(*args):
        raise trouble

    monkeypatch.setattr(bringing_in, "weigh", broken)
    job = brought_in(job)
    assert job.state == JobState.FAILED
    assert job.message.startswith(("Nothing was brought in", "The program met"))
    assert nothing_is_left(job)


def test_a_worker_shows_that_it_is_there(data_folder):
    assert not presence.is_there()
    presence.sign()
    assert presence.is_there()


def test_the_worker_does_what_waits_and_ends(atlas):
    job = queued(atlas, "events.csv", TABLE)
    call_command("work", once=True)
    job.refresh_from_db()
    assert job.state == JobState.CHECKED


def test_files_and_jobs_nobody_came_back_to_are_put_away_after_a_week(atlas, data_folder):
    job = sent(atlas, "events.csv", EVENTS)
    Job.objects.filter(pk=job.pk).update(made=timezone.now() - timedelta(days=8))
    jobs.bury_the_dead()
    job.refresh_from_db()
    assert (job.state, job.file) == (JobState.CANCELLED, "")
    assert nothing_is_left(job)


def test_a_file_is_brought_in_and_taken_out_by_commands(atlas, tmp_path, capsys):
    file, out = tmp_path / "events.csv", tmp_path / "out.csv"
    file.write_bytes(TABLE + b"bad slug,x,battle,tehran\n")
    with pytest.raises(CommandError, match="1 rows are refused; nothing was brought in"):
        call_command("import", file, atlas="revolution")
    assert "row 7: slug: “bad slug” is not a slug" in capsys.readouterr().out
    call_command("import", file, atlas="revolution", dry_run=True)
    assert Event.objects.count() == 0
    call_command("import", file, atlas="revolution", partly=True)
    assert Event.objects.count() == 5
    call_command("export", "events.csv", atlas="revolution", output=out)
    assert out.read_text().count("\n") == 6
    assert set(Job.objects.values_list("state", flat=True)) <= set(jobs.ENDED)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("import", "missing.csv"), "can't be read"),
        (("import", __file__), "of no kind that can be read"),
        (("import", __file__, "--atlas", "none"), "There is no atlas “none”"),
        (("export", "pigeon", "--atlas", "revolution", "-o", "x"), "can't be written"),
        (("export", "atlas.zip", "--atlas", "none", "-o", "x"), "There is no atlas “none”"),
    ],
)
def test_a_command_says_what_is_wrong(atlas, words, sentence):
    with pytest.raises(CommandError, match=sentence):
        call_command(*words)


ADDRESSES = ["", "export/?atlas=revolution&format=atlas.zip", "{job}/", "{job}/progress/", "{job}/refused/"]
ACTS = ["{job}/answer/", "{job}/import/", "{job}/cancel/", "{job}/again/"]


@pytest.mark.parametrize(("rights", "answer"), [((), 403), (("add_job",), 200)])
def test_every_page_asks_for_the_right_to_import(atlas, client, rights, answer):
    bad = [*EVENTS, {**EVENTS[0], "slug": "no slug"}]
    job = sent(atlas, "events.csv", bad)
    user = get_user_model().objects.create_user("junior", password="x", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=rights))
    client.login(username="junior", password="x")
    for address in ADDRESSES:
        assert client.get("/admin/timeline/job/" + address.format(job=job.pk)).status_code == answer, address
    for address in ACTS:
        expected = 302 if answer == 200 else answer
        assert client.post("/admin/timeline/job/" + address.format(job=job.pk)).status_code == expected, address
        assert client.get("/admin/timeline/job/" + address.format(job=job.pk)).status_code == 405 if rights else 403


def test_publishing_asks_for_the_right_to_publish(atlas, client):
    job = sent(atlas, "events.csv", EVENTS)
    user = get_user_model().objects.create_user("junior", password="x", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename="add_job"))
    client.login(username="junior", password="x")
    page = client.post(f"/admin/timeline/job/{job.pk}/import/", {"publish": "yes"}, follow=True)
    assert "may not publish" in page.content.decode()
    job.refresh_from_db()
    assert job.state == JobState.CHECKED


def test_the_pages_take_the_same_queries_for_many_rows_and_imports(atlas, client, django_assert_num_queries):
    client.login(username="editor", password="x")
    for count in (1, 5):
        job = sent(atlas, "events.csv", EVENTS[:count])
        for address, number in ((f"/admin/timeline/job/{job.pk}/", 5), ("/admin/timeline/job/", 5)):
            with django_assert_num_queries(number):
                assert client.get(address).status_code == 200


def test_others_save_while_a_job_is_judged(atlas, monkeypatch):
    make_event(atlas, "theirs", title="Before")
    job = sent(atlas, "events.csv", EVENTS)
    judge = bringing_in.judge

    def judged_while_somebody_saves(*args, **options):
        judged = judge(*args, **options)
        Event.objects.filter(slug="theirs").update(title="Saved meanwhile", version=2)
        return judged

    monkeypatch.setattr(bringing_in, "judge", judged_while_somebody_saves)
    assert brought_in(job).state == JobState.DONE
    assert Event.objects.get(slug="theirs").title == "Saved meanwhile"


def test_what_somebody_saves_after_judging_makes_the_worker_judge_again(atlas, monkeypatch):
    make_event(atlas, "e-0", title="Before")
    job = sent(atlas, "events.csv", EVENTS)
    judge, times = bringing_in.judge, []

    def judged_and_then_saved(*args, **options):
        judged = judge(*args, **options)
        if not times:
            Event.objects.filter(slug="e-0").update(title="Theirs", version=2)
        times.append(1)
        return judged

    monkeypatch.setattr(bringing_in, "judge", judged_and_then_saved)
    job = brought_in(job)
    assert (job.state, len(times)) == (JobState.DONE, 2)
    assert Event.objects.get(slug="e-0").title == "Theirs"
    assert [row.problems[0][0] for row in job.rows.all()] == ["changed_since"]
