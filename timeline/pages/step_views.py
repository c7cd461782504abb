"""Says in words what the views of many steps show, with one query for each kind of record that they name."""

from collections import defaultdict
from collections.abc import Iterable

from django.http import QueryDict

from timeline.embedding.state import NAMED
from timeline.filter_reading import EVENT_KEYS, read_filter
from timeline.filters import EventFilter
from timeline.models import Atlas
from timeline.pages.record_names import OF_THE_ATLAS, SHARED, chosen_in, names_of
from timeline.pages.view_words import clauses_of_view
from timeline.parameters import Parameters

Names = dict[str, dict[str, str]]
"""By kind of record and slug: what it is called."""

_NAMING = (*SHARED, *OF_THE_ATLAS, "according_to", "compare")


def words_of_views(atlas: Atlas, states: Iterable[str]) -> tuple[str, ...]:
    """For each state (a query string) of the atlas what view_words.py says of one; "" where no words say it."""
    queries = [QueryDict(state) for state in states]
    names = _names(atlas, queries)
    return tuple("; ".join(_said(query, names)) for query in queries)


def _said(query: QueryDict, names: Names) -> list[str]:
    def known(parameters: Parameters, key: str) -> dict[str, str]:
        told = names[NAMED.get(key, key)]
        return {slug: told[slug] for slug in parameters.values(key) if slug in told}

    asked, _problems = read_filter(EventFilter, query, EVENT_KEYS, lenient=True, known=known)
    kind, slug = chosen_in(query)
    beside = known(Parameters(query, lenient=True), "compare").values()
    return clauses_of_view(query, asked, names[kind].get(slug, ""), beside)


def _names(atlas: Atlas, queries: Iterable[QueryDict]) -> Names:
    wanted: dict[str, set[str]] = defaultdict(set)
    for query in queries:
        for key in _NAMING:
            wanted[NAMED.get(key, key)].update(query.getlist(key))
        kind, slug = chosen_in(query)
        wanted[kind].add(slug)
    return defaultdict(dict, {kind: names_of(kind, atlas, slugs) for kind, slugs in wanted.items() if slugs})
