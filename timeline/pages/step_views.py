"""Says in words what the views of many steps show, with one query for each kind of record that they name."""

from collections import defaultdict
from collections.abc import Iterable

from django.http import QueryDict

from geo.models import Place
from timeline.chronicle.cited import titled
from timeline.chronicle.references import label
from timeline.filters import EVENT_KEYS, EventFilter, read_filter
from timeline.models import Atlas, Event, Force, Movement, Person, Side, Source, Theatre
from timeline.pages.claim_words import language
from timeline.pages.view_words import clauses_of_view
from timeline.parameters import Parameters

Names = dict[str, dict[str, str]]
"""By kind of record and slug: what it is called."""

_OF_KEY = {"according_to": "source", "compare": "source"}
_SHARED = {"place": Place, "force": Force, "person": Person, "source": Source}
_OF_THE_ATLAS = {"side": Side, "theatre": Theatre}
_CHOSEN = {"event": Event, "movement": Movement}


def words_of_views(atlas: Atlas, states: Iterable[str]) -> tuple[str, ...]:
    """For each state (a query string) of the atlas what view_words.py says of one; "" for the atlas as it opens."""
    queries = [QueryDict(state) for state in states]
    names = _names(atlas, queries)
    return tuple("; ".join(_said(query, names)) for query in queries)


def _said(query: QueryDict, names: Names) -> list[str]:
    def known(parameters: Parameters, key: str) -> dict[str, str]:
        told = names[_OF_KEY.get(key, key)]
        return {slug: told[slug] for slug in parameters.values(key) if slug in told}

    asked, _problems = read_filter(EventFilter, query, EVENT_KEYS, lenient=True, known=known)
    kind, _colon, slug = query.get("at", "").partition(":")
    beside = known(Parameters(query, lenient=True), "compare").values()
    return clauses_of_view(query, asked, names[kind].get(slug, ""), beside)


def _names(atlas: Atlas, queries: Iterable[QueryDict]) -> Names:
    wanted: dict[str, set[str]] = defaultdict(set)
    for query in queries:
        for key in (*_SHARED, *_OF_THE_ATLAS, *_OF_KEY):
            wanted[_OF_KEY.get(key, key)].update(query.getlist(key))
        for value in query.getlist("at"):
            kind, _colon, slug = value.partition(":")
            wanted[kind].add(slug)
    found: Names = defaultdict(dict)
    for kind, slugs in wanted.items():
        if slugs:
            found[kind] = _named(kind, atlas, slugs)
    return found


def _named(kind: str, atlas: Atlas, slugs: set[str]) -> dict[str, str]:
    if kind in _SHARED:
        return {each.slug: str(each) for each in _SHARED[kind].objects.published().filter(slug__in=slugs)}
    if kind in _OF_THE_ATLAS:
        found = _OF_THE_ATLAS[kind].objects.filter(atlas=atlas, slug__in=slugs)
        return {each.slug: label(each, language()) for each in found}
    if kind in _CHOSEN:
        found = _CHOSEN[kind].objects.published().filter(atlas=atlas, slug__in=slugs)
        return {each.slug: titled(each, language()) for each in found}
    return {}
