"""Which records came out of the seed tables, so that a row taken out of them can be taken back."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SeededRow(models.Model):
    """The row `key` of the tables' `kind` was loaded here."""

    kind = models.CharField(_("kind"), max_length=20)
    key = models.CharField(_("key"), max_length=500)

    class Meta:
        verbose_name = _("seeded row")
        verbose_name_plural = _("seeded rows")
        constraints = [models.UniqueConstraint(fields=["kind", "key"], name="seeded_row_once")]

    def __str__(self):
        return f"{self.kind}: {self.key}"
