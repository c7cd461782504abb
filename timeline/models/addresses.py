"""Addresses that once were: slugs are stable for ever, so a rename or merge leaves a redirect."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class FormerSlug(models.Model):
    """``old`` of this kind is now ``new``."""

    kind = models.CharField(_("kind"), max_length=12)
    old = models.SlugField(_("old slug"), max_length=120)
    new = models.SlugField(_("new slug"), max_length=120)

    class Meta:
        verbose_name = _("former slug")
        verbose_name_plural = _("former slugs")
        constraints = [models.UniqueConstraint(fields=["kind", "old"], name="former_slug_once")]

    def __str__(self):
        return f"{self.kind}: {self.old} → {self.new}"
