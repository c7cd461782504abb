"""Finds the record a slug names: published, moved to another slug, withdrawn, or unknown."""

from django.urls import reverse

from timeline.api.errors import Moved, Unknown, Withdrawn
from timeline.models import FormerSlug
from timeline.models.vocabulary import Publication


def published(records, kind: str, slug: str, *, route: str, column: str = "slug", more: tuple[str, ...] = ()):
    """Return the queryset narrowed to the one published record; one query when it is there.

    Raises Unknown, Withdrawn, or Moved with the address of `route` for the slug it has now, with `more` behind it.
    """
    state = records.filter(**{column: slug}).values_list("publication", flat=True).first()
    if state == Publication.PUBLISHED:
        return records.filter(**{column: slug})
    if state == Publication.WITHDRAWN:
        raise Withdrawn(kind, slug)
    moved = FormerSlug.objects.filter(kind=kind, old=slug).values_list("new", flat=True).first()
    if moved and moved != slug:
        raise Moved(reverse(route, args=[moved, *more]))
    raise Unknown(kind, slug)
