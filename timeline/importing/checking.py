"""Looks what a file would add and change, and keeps that row by row to be looked through."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict

from django.utils.translation import gettext as _

from timeline.importing import uploads
from timeline.importing.formats import WHOLE, WORKBOOK, format_named
from timeline.importing.jobs import JobFailed, Signs, Stopped, end, own
from timeline.importing.judgement import Judged, Numbered, judge
from timeline.importing.renaming import with_free_slugs
from timeline.importing.rights import Rights
from timeline.importing.staged import ATLAS, RowProblem, Staged
from timeline.models import Job, JobRow
from timeline.models.jobs import JobState
from timeline.seeding.judging import Standing

AT_ONCE = 500
MOST_ROWS = 100_000


def check(job: Job, mark: str, rights: Rights, signs: Signs) -> None:
    """Read a job's file and judge its rows; the job then has questions, or is checked.

    Rows are written in lots, each in a moment of its own, so that others can save meanwhile. Raises
    JobFailed with a sentence where nothing can be made of the file.
    """
    job.rows.all().delete()
    staged = _read(job)
    if staged.questions:
        end(job, mark, JobState.ASKED, questions=[asdict(question) for question in staged.questions])
        return
    whole_file = [problem for problem in staged.problems if not problem.origin]
    if whole_file:
        raise JobFailed(" ".join(_told(problem) for problem in whole_file))
    rows = [row for rows in staged.tables.values() for row in rows]
    if not rows and not staged.problems:
        raise JobFailed(_("There is no row in this file. Add rows below the line of column names."))
    if len(rows) > MOST_ROWS:
        sentence = _("The file has %(count)s rows, and %(most)s is the most. Send it in several parts.")
        raise JobFailed(sentence % {"count": len(rows), "most": MOST_ROWS})
    judged = judge(numbered(staged), atlas_of(job), lambda _n, v: rights.objection(v), signs, repeats=has_repeats(job))
    counts = _keep(job, mark, [*_unread(job, staged), *(row_of(job, each) for each in judged.values())])
    end(
        job, mark, JobState.CHECKED, result=counts, losses=list(staged.losses), columns=list(staged.columns),
        done=len(rows), of=len(rows),
    )  # fmt: skip


def _told(problem: RowProblem) -> str:
    spoken = not problem.value or problem.value in problem.sentence
    return problem.sentence if spoken else f"{problem.sentence} (“{problem.value}”)"


def atlas_of(job: Job) -> str:
    """The slug of the atlas that an import goes into; "" where the file makes one."""
    return job.atlas.slug if job.atlas else ""


def has_repeats(job: Job) -> bool:
    """Whether the file was taken out of an atlas whole, so that what stands in it twice is there twice."""
    return job.kind in (WHOLE.key, WORKBOOK.key)


def _read(job: Job) -> Staged:
    form = format_named(job.kind)
    if form is None or form.reader is None:
        raise JobFailed(_("Files of this kind can't be brought in."))
    try:
        file = uploads.content(job)
    except uploads.FileRefused as refused:
        raise JobFailed(str(refused)) from refused
    answers = {**job.answers, ATLAS: atlas_of(job)}
    staged = form.reader()(file, job.name, answers)
    if staged.questions or any(not problem.origin for problem in staged.problems):
        return staged
    return with_free_slugs(staged, answers)


def numbered(staged: Staged) -> list[Numbered]:
    """The rows of a file with their numbers, those that could not be read counted first."""
    rows: list[Numbered] = []
    first = len(staged.problems) + 1
    for table, own_rows in staged.tables.items():
        rows += [Numbered(number, table, row) for number, row in enumerate(own_rows, first + len(rows))]
    return rows


def _unread(job: Job, staged: Staged) -> Iterator[JobRow]:
    for number, problem in enumerate(staged.problems, 1):
        yield JobRow(
            job=job, number=number, origin=problem.origin[:300], given=problem.given, standing=Standing.REFUSED,
            problems=[[problem.code, problem.sentence, problem.value]],
        )  # fmt: skip


def row_of(job: Job, judged: Judged) -> JobRow:
    """What is kept of a judged row."""
    verdict, staged = judged.verdict, judged.numbered.row
    return JobRow(
        job=job, number=judged.numbered.number, table=judged.numbered.table, key=verdict.key,
        origin=staged.origin[:300], cells=staged.cells, given=staged.given, standing=verdict.standing,
        changes=judged.changes, seen=judged.seen,
        problems=[[problem.code, problem.sentence, problem.value[:300]] for problem in verdict.problems],
    )  # fmt: skip


def _keep(job: Job, mark: str, rows: Iterable[JobRow]) -> dict[str, int]:
    rows = list(rows)
    for start in range(0, len(rows), AT_ONCE):
        # Not after somebody cancelled: the rows would stay behind.
        if not own(job, mark).exists():
            job.rows.all().delete()
            raise Stopped
        JobRow.objects.bulk_create(rows[start : start + AT_ONCE])
    return dict(Counter(row.standing for row in rows))
