"""Finds the record a page is about: published, moved to another slug, withdrawn, or unknown."""

from django.http import Http404
from django.utils.translation import gettext as _

from timeline.models import FormerSlug
from timeline.models.vocabulary import Publication
from timeline.publishing.withdrawn import why_withdrawn


class Moved(Exception):
    """The slug once named a record that has another one now; `address` is where it is."""

    def __init__(self, address: str):
        super().__init__(address)
        self.address = address


class Withdrawn(Exception):
    """The record was published and is no longer; the address answers 410. why: what the reviewer said, or ""."""

    def __init__(self, slug: str, why: str = ""):
        super().__init__(slug)
        self.why = why


def published(records, kind: str, folder: str, slug: str, *, column: str = "slug"):
    """Return the published record; one query when it is there.

    Raises Http404, Withdrawn, or Moved with the address in `folder` under the slug it has now.
    """
    record = records.filter(**{column: slug}).first()
    if record is not None and record.publication == Publication.PUBLISHED:
        return record
    if record is not None and record.publication == Publication.WITHDRAWN:
        raise Withdrawn(slug, why_withdrawn(record))
    moved = FormerSlug.objects.filter(kind=kind, old=slug).values_list("new", flat=True).first()
    if moved and moved != slug:
        raise Moved(f"/{folder}/{moved}/")
    raise Http404(_("There is no such record here."))
