"""The life of an import: every change from one state to the next, safe against others that change it meanwhile."""

import secrets
import time
from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta
from types import MappingProxyType

from django.db import OperationalError, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from timeline.importing import presence, uploads
from timeline.importing.formats import Format
from timeline.models import Atlas, Job
from timeline.models.jobs import JobState, JobStep

WITHOUT_A_SIGN = timedelta(seconds=60)
"""A running job whose worker gave no sign for so long is taken for dead."""
KEPT_FOR = timedelta(days=7)
_BETWEEN_SIGNS = 0.5  # seconds
ENDED = (JobState.DONE, JobState.FAILED, JobState.CANCELLED)
WAITING = (JobState.ASKED, JobState.CHECKED)


class Stopped(Exception):
    """The job is no longer this worker's: it was cancelled, or taken for dead. Leave it, and keep nothing."""


class Interrupted(Exception):
    """The worker is to stop: the job goes back to those that wait."""


class JobFailed(Exception):
    """A job can't go on; the text is a sentence for its editor."""


def begin(
    chunks: Iterable[bytes],
    *,
    name: str,
    size: int,
    form: Format,
    atlas: Atlas | None,
    by: str,
    answers: Mapping[str, str] = MappingProxyType({}),
    queued: bool = True,
) -> Job:
    """Keep a file and line its import up to be checked; with queued=False it waits for `take`."""
    job = Job(
        kind=form.key, atlas=atlas, name=name[-200:], size=size, by=by, answers=dict(answers), state=JobState.ASKED
    )
    job.save()
    uploads.keep(job, chunks)
    if queued:
        job.state = JobState.QUEUED
        job.save(update_fields=["state"])
    return job


def _move(job: Job, states, **values) -> bool:
    """Change a job that is in one of these states; whether it was."""
    return bool(Job.objects.filter(pk=job.pk, state__in=states).update(**values))


_FRESH = {"done": 0, "of": 0, "message": "", "worker": "", "heartbeat": None, "ended": None, "result": {}}


def answer(job: Job, answers: dict[str, str]) -> bool:
    """Take answers to a job's questions and line it up again; False where it asks nothing."""
    merged = {**job.answers, **answers}
    return _move(job, [JobState.ASKED], answers=merged, questions=[], state=JobState.QUEUED, **_FRESH)


def confirm(job: Job, *, publish: bool, whole: bool, by: str = "") -> bool:
    """Line a checked job up to be brought in.

    publish: its new records; whole: all its rows or none; by: who says so, if it is not who sent it in.
    """
    options = {**job.options, "publish": publish, "whole": whole, "by": by or job.by}
    return _move(
        job, [JobState.CHECKED], options=options, step=JobStep.IMPORT, state=JobState.QUEUED,
        **{key: value for key, value in _FRESH.items() if key != "result"},
    )  # fmt: skip


def doer(job: Job) -> str:
    """Whose name and whose rights count: of who has it brought in, and until then of who sent it in."""
    return job.options.get("by", job.by) if job.step == JobStep.IMPORT else job.by


def again(job: Job) -> bool:
    """Line a job that failed, or was left by its worker, up to be checked from the beginning."""
    states = [JobState.FAILED, JobState.CHECKED, *([JobState.RUNNING] if is_dead(job) else [])]
    return bool(job.file) and _move(job, states, step=JobStep.CHECK, state=JobState.QUEUED, **_FRESH)


def cancel(job: Job) -> bool:
    """End a job before it is brought in; its rows and its file go. False where it has ended already."""
    if not _move(job, [JobState.QUEUED, JobState.RUNNING, *WAITING], state=JobState.CANCELLED, ended=timezone.now()):
        return False
    job.rows.all().delete()
    uploads.remove(job)
    return True


def take(job: Job) -> str:
    """Take a job that no worker has, to do it here; the mark by which it is one's own. Stopped where it is taken."""
    mark = secrets.token_hex(8)
    if not _move(job, [JobState.QUEUED, JobState.ASKED], state=JobState.RUNNING, worker=mark, heartbeat=timezone.now()):
        raise Stopped
    job.refresh_from_db()
    return mark


def take_next() -> tuple[Job, str] | None:
    """Take the oldest queued job for a worker; with the mark by which it is this worker's own."""
    for job in Job.objects.filter(state=JobState.QUEUED).order_by("pk")[:5]:
        try:
            return job, take(job)
        except Stopped:
            continue
    return None


def own(job: Job, mark: str):
    """The job as long as it is this worker's; a queryset of one or none."""
    return Job.objects.filter(pk=job.pk, state=JobState.RUNNING, worker=mark)


class Signs:
    """Says how far a job has come, at most twice a second.

    Raises Stopped where it is its worker's no more, Interrupted where the worker itself is to end.
    """

    def __init__(self, job: Job, mark: str, ending: Callable[[], bool] = lambda: False):
        self._own = own(job, mark)
        self._ending = ending
        self._last = 0.0

    def __call__(self, done: int, of: int) -> None:
        if self._ending():
            raise Interrupted
        now = time.monotonic()
        if now - self._last < _BETWEEN_SIGNS:
            return
        self._last = now
        try:
            mine = self._own.update(done=done, of=of, heartbeat=timezone.now())
        except OperationalError:
            # Somebody writes for long: what is done goes on, and the next sign will say more.
            return
        if not mine:
            raise Stopped


def end(job: Job, mark: str, state: JobState, **values) -> None:
    """Put a worker's own job into a state in which it is nobody's; Stopped where it is not its own."""
    ended = {"ended": timezone.now()} if state in ENDED else {}
    with transaction.atomic():
        if not own(job, mark).update(state=state, worker="", **ended, **values):
            raise Stopped


def fail(job: Job, mark: str, sentence: str) -> None:
    """End a worker's own job with a sentence; its file stays, so that it can be begun again."""
    if own(job, mark).update(state=JobState.FAILED, worker="", ended=timezone.now(), message=sentence):
        job.rows.all().delete()


def put_back(job: Job, mark: str) -> None:
    """Let a worker's own job wait for the next one, as if it had not been begun."""
    mine = own(job, mark).update(state=JobState.QUEUED, worker="", heartbeat=None, done=0, of=0)
    if mine and job.step == JobStep.CHECK:
        job.rows.all().delete()


def is_dead(job: Job) -> bool:
    """Whether a job runs without a sign of its worker; one that is there may just have much to weigh."""
    silent = job.heartbeat is None or job.heartbeat < timezone.now() - WITHOUT_A_SIGN
    return job.state == JobState.RUNNING and silent and not presence.is_there(job.worker)


def _silent():
    return Q(heartbeat__lt=timezone.now() - WITHOUT_A_SIGN) | Q(heartbeat__isnull=True)


def bury_the_dead() -> None:
    """End jobs whose worker is gone, and put away what nobody came back to for a week."""
    for job in Job.objects.filter(_silent(), state=JobState.RUNNING):
        if presence.is_there(job.worker):
            # It is about something that takes long, beside another worker.
            continue
        if job.worker:
            presence.forget(job.worker)
        if _move(job, [JobState.RUNNING], state=JobState.FAILED, worker="", ended=timezone.now(), message=killed()):
            job.rows.all().delete()
    old = timezone.now() - KEPT_FOR
    for job in Job.objects.filter(made__lt=old).exclude(file=""):
        if job.state in WAITING:
            cancel(job)
        elif job.state in ENDED:
            uploads.remove(job)


def killed() -> str:
    """The sentence for a job that its worker left."""
    return _("The worker was stopped in the middle. Nothing was brought in: start the import again.")
