# ruff: noqa: N999 - a command is called after its file, and this one is called import
"""Brings a file into the database, after saying row by row what it refuses."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from timeline.importing import jobs, uploads
from timeline.importing.formats import recognised
from timeline.importing.rights import OPERATOR
from timeline.importing.working import do
from timeline.models import Atlas, Job
from timeline.models.jobs import JobState
from timeline.seeding.judging import Standing

BY = "command line"


class Command(BaseCommand):
    help = "Bring a file in: seed tables as CSV or XLSX, atlas.zip, and every other format that can be read."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--atlas", default="", help="The slug of the atlas; none for one that the file makes.")
        parser.add_argument("--dry-run", action="store_true", help="Say what would change; change nothing.")
        parser.add_argument("--publish", action="store_true", help="Publish what is new and has a claim.")
        parser.add_argument(
            "--partly", action="store_true", help="Bring in what can be, although other rows are refused."
        )
        parser.add_argument(
            "--answer", action="append", default=[], metavar="KEY=VALUE", help="An answer to a question of the reader."
        )

    def handle(self, *args, file: Path, atlas: str, dry_run: bool, publish: bool, partly: bool, answer, **options):
        job = self._job(file, self._atlas(atlas), self._answers(answer))
        try:
            self._do(job)
            self._say(job)
            if dry_run:
                self.stdout.write("Dry run: nothing was changed.")
            else:
                self._bring_in(job, publish, partly)
        finally:
            jobs.cancel(job)

    def _bring_in(self, job: Job, publish: bool, partly: bool) -> None:
        refused = job.result.get(Standing.REFUSED, 0)
        if refused and not partly:
            raise CommandError(f"{refused} rows are refused; nothing was brought in. Mend them, or add --partly.")
        if not job.result.get(Standing.ADDED) and not job.result.get(Standing.CHANGED):
            self.stdout.write("Nothing to bring in.")
            return
        jobs.confirm(job, publish=publish, whole=not partly)
        self._do(job)
        if job.state != JobState.DONE:
            raise CommandError(job.message)
        self.stdout.write(f"Brought in: {self._counts(job)}.")

    def _do(self, job: Job) -> None:
        mark = jobs.take(job)
        do(job, mark, OPERATOR)
        job.refresh_from_db()
        if job.state == JobState.FAILED:
            raise CommandError(job.message)
        if job.state == JobState.ASKED:
            raise CommandError("\n".join(self._asked(question) for question in job.questions))

    def _say(self, job: Job) -> None:
        for loss in job.losses:
            self.stdout.write(f"Not taken over: {loss}")
        for row in job.rows.filter(standing=Standing.REFUSED):
            for code, sentence, _value in row.problems:
                self.stdout.write(f"{row.origin}: {sentence} [{code}]")
        self.stdout.write(f"{job.name}: {self._counts(job)}")

    def _counts(self, job: Job) -> str:
        standings = (Standing.ADDED, Standing.CHANGED, Standing.UNCHANGED, Standing.REFUSED)
        return ", ".join(f"{job.result.get(standing, 0)} {standing}" for standing in standings)

    def _asked(self, question: dict) -> str:
        answers = "\n".join(f"  --answer {question['key']}={value}   {label}" for value, label in question["choices"])
        examples = f" ({', '.join(question['examples'])})" if question["examples"] else ""
        return f"{question['sentence']}{examples}\n{answers}"

    def _answers(self, given: list[str]) -> dict[str, str]:
        if wrong := next((each for each in given if "=" not in each), None):
            raise CommandError(f"“{wrong}” is no answer: write --answer key=value.")
        return dict(each.split("=", 1) for each in given)

    def _atlas(self, slug: str) -> Atlas | None:
        atlas = Atlas.objects.filter(slug=slug).first()
        if slug and atlas is None:
            known = ", ".join(Atlas.objects.values_list("slug", flat=True)) or "none yet"
            raise CommandError(f"There is no atlas “{slug}”. There are: {known}.")
        return atlas

    def _job(self, file: Path, atlas: Atlas | None, answers: dict[str, str]) -> Job:
        try:
            content = file.read_bytes()
            uploads.check_size(len(content))
        except (OSError, uploads.FileRefused) as error:
            raise CommandError(f"{file} can't be read: {getattr(error, 'strerror', None) or error}.") from error
        form = recognised(content, file.name)
        if form is None:
            raise CommandError(f"{file} is of no kind that can be read.")
        return jobs.begin(
            [content], name=file.name, size=len(content), form=form, atlas=atlas, by=BY, answers=answers, queued=False
        )
