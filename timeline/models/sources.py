"""Bibliographic records: who says so."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .records import Publishable, PublishedQuerySet


class Source(Publishable):
    """A work that makes claims; the fields are those of CSL."""

    slug = models.SlugField(_("slug"), max_length=80, unique=True)
    type = models.CharField(_("type"), max_length=40, default="book", help_text=_("CSL type."))
    title = models.CharField(_("title"), max_length=300)
    authors = models.JSONField(_("authors"), default=list, blank=True, help_text=_("“Family, Given”, one each."))
    container = models.CharField(_("published in"), max_length=300, blank=True)
    issued = models.CharField(_("issued"), max_length=40, blank=True, help_text=_("EDTF."))
    publisher = models.CharField(_("publisher"), max_length=200, blank=True)
    url = models.URLField(_("address"), max_length=500, blank=True)
    language = models.CharField(_("language"), max_length=20, default="en")
    short = models.CharField(_("short form"), max_length=120, blank=True)
    document = models.CharField(_("document read"), max_length=120, blank=True)
    note = models.TextField(_("note"), blank=True)
    based_on = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="copies",
        verbose_name=_("copies"),
    )

    objects = PublishedQuerySet.as_manager()

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        permissions = [("publish_source", "Can publish, send back and withdraw sources")]
        ordering = ["title", "slug"]

    def __str__(self):
        return self.short or self.title

    def get_absolute_url(self):
        return f"/sources/{self.slug}/"

    @property
    def witness(self) -> str:
        """The slug of the work this one goes back to: a copy is not a second witness."""
        source, seen = self, set()
        while source.based_on_id and source.pk not in seen:
            seen.add(source.pk)
            source = source.based_on
        return source.slug
