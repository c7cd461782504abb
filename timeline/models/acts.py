"""What editors rearranged: every act with the rows it changed, so that it can be taken back."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .atlases import Atlas
from .vocabulary import ActKind


class Act(models.Model):
    """One rearrangement, whole: who did it, when, why, and, by its rows, what it was before.

    ``subjects`` is a list of ``[type, slug, title]`` as they were named then: first what remains, then what
    the act merged, made or moved to. ``undoes`` is the act that this one took back.
    """

    # Empty where the act concerns what all atlases share, such as places.
    atlas = models.ForeignKey(
        Atlas, models.CASCADE, null=True, blank=True, related_name="acts", verbose_name=_("atlas")
    )
    kind = models.CharField(_("kind"), max_length=8, choices=ActKind.choices)
    subjects = models.JSONField(_("what it concerned"), default=list)
    reason = models.TextField(_("reason"), blank=True)
    by = models.CharField(_("by"), max_length=150)
    on = models.DateTimeField(_("when"), auto_now_add=True)
    undoes = models.OneToOneField(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="undone_by",
        verbose_name=_("takes back"),
    )

    class Meta:
        verbose_name = _("act of rearranging")
        verbose_name_plural = _("acts of rearranging")
        ordering = ["-id"]

    def __str__(self):
        return f"{self.get_kind_display()} {self.pk}"


class ActRow(models.Model):
    """One row that an act made (``before`` is empty), changed, or removed (``after`` is empty).

    ``before`` is the whole row; ``after`` the whole row where it was made, else the columns that changed.
    """

    act = models.ForeignKey(Act, models.CASCADE, related_name="rows")
    table = models.CharField(_("table"), max_length=20)
    key = models.BigIntegerField(_("key"))
    before = models.JSONField(_("before"), null=True)
    after = models.JSONField(_("after"), null=True)

    class Meta:
        verbose_name = _("row of an act")
        verbose_name_plural = _("rows of acts")
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["act", "table", "key"], name="act_row_once")]
        indexes = [models.Index(fields=["table", "key"], name="act_row_by_row")]

    def __str__(self):
        return f"{self.table} {self.key}"


class Dismissal(models.Model):
    """A proposal that an editor put aside, with the reason; ``proposal`` is its key in the atlas."""

    atlas = models.ForeignKey(Atlas, models.CASCADE, related_name="dismissals", verbose_name=_("atlas"))
    proposal = models.CharField(_("proposal"), max_length=400)
    reason = models.TextField(_("reason"))
    by = models.CharField(_("by"), max_length=150)

    class Meta:
        verbose_name = _("dismissed proposal")
        verbose_name_plural = _("dismissed proposals")
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["atlas", "proposal"], name="proposal_dismissed_once")]

    def __str__(self):
        return self.proposal
