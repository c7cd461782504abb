"""What every editable record has: a version against lost updates, and its stamps."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .vocabulary import Publication


class Record(models.Model):
    """Abstract. ``version`` rises by one with each save through a form; a stale one is refused."""

    version = models.PositiveIntegerField(_("version"), default=1, editable=False)
    created = models.DateTimeField(_("made"), auto_now_add=True)
    modified = models.DateTimeField(_("changed"), auto_now=True, db_index=True)

    class Meta:
        abstract = True


class PublishedQuerySet(models.QuerySet):
    """Rows that have a publication state."""

    def published(self):
        return self.filter(publication=Publication.PUBLISHED)


class Publishable(Record):
    """Abstract. A record the reader sees only once it is published; withdrawn answers 410."""

    publication = models.CharField(
        _("publication"),
        max_length=10,
        choices=Publication.choices,
        default=Publication.DRAFT,
        db_index=True,
    )
    published_on = models.DateTimeField(_("published"), null=True, blank=True, editable=False)

    class Meta:
        abstract = True
