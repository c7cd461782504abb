"""Imports on their way: what was sent in, how far it has come, and each row with what would become of it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .atlases import Atlas


class JobState(models.TextChoices):
    """How an import stands. Asked and checked ones wait for a person, queued ones for the worker."""

    QUEUED = "queued", _("waiting")
    RUNNING = "running", _("at work")
    ASKED = "asked", _("has questions")
    CHECKED = "checked", _("checked")
    DONE = "done", _("done")
    FAILED = "failed", _("failed")
    CANCELLED = "cancelled", _("cancelled")


class JobStep(models.TextChoices):
    """What the worker is to do: look what a file would change, or bring in what was looked at."""

    CHECK = "check", _("checking")
    IMPORT = "import", _("importing")


class Job(models.Model):
    """A file that somebody brings in, from the upload to its end.

    ``kind`` is the key of its format, ``file`` its path below the data folder ("" once it is removed);
    ``answers`` are those to the reader's questions, ``options`` what the editor chose; ``done`` of ``of``
    rows are dealt with; ``message`` is a sentence for the editor, ``result`` counts rows by what became of them.
    A running job belongs to ``worker``, whose last sign of life is ``heartbeat``.
    """

    kind = models.CharField(_("kind"), max_length=40)
    step = models.CharField(_("step"), max_length=8, choices=JobStep.choices, default=JobStep.CHECK)
    state = models.CharField(
        _("state"), max_length=10, choices=JobState.choices, default=JobState.QUEUED, db_index=True
    )
    atlas = models.ForeignKey(Atlas, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("atlas"))
    file = models.CharField(max_length=200, blank=True)
    name = models.CharField(_("file"), max_length=200)
    size = models.PositiveBigIntegerField(_("size"), default=0)
    answers = models.JSONField(default=dict, blank=True)
    options = models.JSONField(default=dict, blank=True)
    questions = models.JSONField(default=list, blank=True)
    losses = models.JSONField(default=list, blank=True)
    columns = models.JSONField(default=list, blank=True)
    by = models.CharField(_("by"), max_length=150)
    made = models.DateTimeField(_("sent in"), auto_now_add=True)
    ended = models.DateTimeField(_("ended"), null=True, blank=True)
    worker = models.CharField(max_length=40, blank=True)
    heartbeat = models.DateTimeField(null=True, blank=True)
    done = models.PositiveIntegerField(default=0)
    of = models.PositiveIntegerField(default=0)
    message = models.TextField(blank=True)
    result = models.JSONField(default=dict, blank=True)

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-id"]

    def __str__(self):
        return self.name


class JobRow(models.Model):
    """One row of an import: what stands in it, and what would become of it.

    ``given`` is the row of the editor's own file; ``changes`` lists [column, before, after], ``problems``
    [code, sentence, value]; ``seen`` is the version its record had when it was checked.
    """

    job = models.ForeignKey(Job, models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField()
    table = models.CharField(max_length=40)
    key = models.TextField(blank=True)
    origin = models.CharField(max_length=300)
    cells = models.JSONField(default=dict)
    given = models.JSONField(default=dict)
    standing = models.CharField(max_length=10)
    changes = models.JSONField(default=list)
    problems = models.JSONField(default=list)
    seen = models.PositiveIntegerField(null=True)

    class Meta:
        verbose_name = _("row of an import")
        verbose_name_plural = _("rows of imports")
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["job", "number"], name="job_row_once")]
        indexes = [models.Index(fields=["job", "standing", "number"], name="job_row_by_standing")]

    def __str__(self):
        return f"{self.table} {self.origin}"
