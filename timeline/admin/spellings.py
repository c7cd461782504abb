"""Finds records of the admin by any spelling of their names, with or without diacritics, in any script."""

from django.db.models import Q

from geo.folding import fold

MOST_WORDS = 8


class FoundByAnySpelling:
    """For an admin page of records that keep the folded text of their names in `search`."""

    def get_search_results(self, request, queryset, search_term):
        for word in fold(search_term).split()[:MOST_WORDS]:
            queryset = queryset.filter(Q(search__contains=word) | Q(slug__contains=word))
        return queryset, False
