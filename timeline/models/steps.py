"""The steps that records took on their way to the reader: who did what, when, and in which words."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .vocabulary import Publication, StepKind


class Step(models.Model):
    """One step of one record; `kind` is the record's model in lower case, `key` its primary key.

    `latest` marks the step that no other has followed. `words` is what the reviewer asks of the editor,
    or, where the record was withdrawn, the sentence that its address answers with. `went_with` is, of a record
    that was withdrawn along with another, the step of that other: what comes back with it is found by this.
    """

    kind = models.CharField(_("kind"), max_length=12)
    key = models.BigIntegerField(_("key"))
    verb = models.CharField(_("step"), max_length=10, choices=StepKind.choices)
    became = models.CharField(_("became"), max_length=10, choices=Publication.choices)
    words = models.TextField(_("in words"), blank=True)
    by = models.CharField(_("by"), max_length=150)
    on = models.DateTimeField(_("when"), auto_now_add=True)
    latest = models.BooleanField(default=True, editable=False)
    went_with = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="along",
        verbose_name=_("went with"),
    )

    class Meta:
        verbose_name = _("step to the reader")
        verbose_name_plural = _("steps to the reader")
        ordering = ["-id"]
        default_permissions = ()
        indexes = [
            models.Index(fields=["kind", "key"], name="step_by_record"),
            models.Index(fields=["by", "verb"], name="step_by_person"),
            models.Index(
                fields=["verb"], condition=models.Q(latest=True, verb="send_back"), name="step_latest_sent_back"
            ),
        ]

    def __str__(self):
        return f"{self.kind} {self.key}: {self.get_verb_display()}"
