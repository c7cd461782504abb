"""Tells the one address of a page: without what changes nothing that it says."""

from django.http import HttpRequest

from timeline.embedding.state import address_with, pairs_of
from timeline.filter_reading import EVENT_KEYS

# Keys by which lists say something else; an order says the same.
LIST_KEYS = tuple(dict.fromkeys((*EVENT_KEYS, "event", "movement", "attribute", "explained_by", "after")))


def canonical_path(request: HttpRequest) -> str:
    """The path of a record's page alone; of a list with the filters and the place in it."""
    match = request.resolver_match
    keys = () if match is None or match.kwargs else LIST_KEYS
    return address_with(request.path, pairs_of(request.GET, keys))
