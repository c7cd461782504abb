"""Tells what records are called that a view names by kind and slug."""

from collections.abc import Iterable

from geo.models import Place
from timeline.chronicle.cited import titled
from timeline.chronicle.references import label
from timeline.models import Atlas, Event, Force, Movement, Person, Side, Source, Theatre
from timeline.pages.claim_words import language

SHARED = {"place": Place, "force": Force, "person": Person, "source": Source}
OF_THE_ATLAS = {"side": Side, "theatre": Theatre}
_TOLD = {"event": Event, "movement": Movement}


def names_of(kind: str, atlas: Atlas, slugs: Iterable[str]) -> dict[str, str]:
    """By slug: the names of those that readers of the atlas see; one query. Of a kind without names, {}."""
    if kind in SHARED:
        return {each.slug: str(each) for each in SHARED[kind].objects.published().filter(slug__in=slugs)}
    if kind in OF_THE_ATLAS:
        found = OF_THE_ATLAS[kind].objects.filter(atlas=atlas, slug__in=slugs)
        return {each.slug: label(each, language()) for each in found}
    if kind in _TOLD:
        found = _TOLD[kind].objects.published().filter(atlas=atlas, slug__in=slugs)
        return {each.slug: titled(each, language()) for each in found}
    return {}


def chosen_in(query) -> tuple[str, str]:
    """Kind and slug of what a view (a QueryDict) has chosen, ("", "") for nothing."""
    kind, colon, slug = query.get("at", "").partition(":")
    return (kind, slug) if colon else ("", "")
