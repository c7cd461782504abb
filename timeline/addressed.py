"""Which records have an address of their own, and where the old ones lead: an address is for ever.

A claim's key, which stands in its address too, is never changed, so that no other leads to it.
"""

from collections import defaultdict
from collections.abc import Iterable

from django.db import models

from geo.models import Place
from timeline.models import Atlas, Event, Force, FormerSlug, Lesson, Movement, Person, Source
from timeline.models.vocabulary import Publication

ADDRESSED: dict[str, type[models.Model]] = {
    model._meta.model_name: model for model in (Atlas, Event, Movement, Place, Person, Force, Source, Lesson)
}
"""The records whose slug stands in their address and may be changed, by kind."""


def readers_may_know(publication: str, published_on: object) -> bool:
    """Whether a reader can have the address of a record that stands so.

    A draft that was never published has had no reader: its old slug leads nowhere, and is free for others.
    """
    return publication != Publication.DRAFT or published_on is not None


def leads_to(kind: str, slug: str) -> str:
    """The slug that an old address of this kind leads to, "" where it is nobody's old one; one query."""
    return FormerSlug.objects.filter(kind=kind, old=slug).values_list("new", flat=True).first() or ""


def slugs_now(model: type[models.Model], slugs: Iterable[str]) -> dict[str, str]:
    """Of these slugs those that a record of the model had before, each with the one that its record has now."""
    slugs = set(slugs)
    kind = model._meta.model_name
    if not slugs or kind not in ADDRESSED:
        return {}
    return dict(FormerSlug.objects.filter(kind=kind, old__in=slugs).values_list("old", "new"))


def former_slugs(kinds: Iterable[str] = ADDRESSED) -> dict[str, dict[str, str]]:
    """By kind: every old slug -> the one it leads to; one query."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for kind, old, new in FormerSlug.objects.filter(kind__in=[*kinds]).values_list("kind", "old", "new"):
        found[kind][old] = new
    return dict(found)
