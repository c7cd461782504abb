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


def slugs_of_today(named: Iterable[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """Of these (kind, slug) those that a record had before and none has now: the slug that its record has instead.

    One query where any is of a kind with an address, and another for each kind of which an old slug is among them.
    """
    asked: dict[str, set[str]] = defaultdict(set)
    for kind, slug in named:
        if kind in ADDRESSED:
            asked[kind].add(slug)
    if not asked:
        return {}
    found: dict[str, dict[str, str]] = defaultdict(dict)
    every = set().union(*asked.values())
    for kind, old, new in FormerSlug.objects.filter(kind__in=[*asked], old__in=every).values_list("kind", "old", "new"):
        if old in asked[kind]:
            found[kind][old] = new
    for kind, slugs in found.items():
        for slug in ADDRESSED[kind].objects.filter(slug__in=slugs).values_list("slug", flat=True):
            del slugs[slug]
    return {(kind, old): new for kind, slugs in found.items() for old, new in slugs.items()}


def former_slugs(kinds: Iterable[str] = ADDRESSED) -> dict[str, dict[str, str]]:
    """By kind: every old slug -> the one it leads to; one query."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for kind, old, new in FormerSlug.objects.filter(kind__in=[*kinds]).values_list("kind", "old", "new"):
        found[kind][old] = new
    return dict(found)
