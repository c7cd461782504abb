"""Searches the admin's lists by the folded text of records, so that every spelling finds them and no join is made."""

from collections.abc import Iterable

from django.contrib import admin
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.db.models import Q

from geo.folding import words

FOLDED = "search"
# A search for more words than these is a pasted page.
MOST_WORDS = 12


class FoldedSearch(admin.ModelAdmin):
    """Reads `search_fields` as Django does, but looks into the folded text where a model keeps one, and asks
    of related records in a query of its own: each word has to be in the record or in one related to it.
    """

    def get_search_results(self, request, queryset, search_term):
        asked = search_term.replace("\0", "").split()[:MOST_WORDS]
        if not asked or not self.search_fields:
            return queryset, False
        groups = _grouped(self.model, self.get_search_fields(request))
        for word in asked:
            wanted = Q(pk__in=())
            for prefix, (model, columns) in groups.items():
                found = _holding(model, columns, word)
                wanted |= Q(**{f"{prefix}__in": model._base_manager.filter(found).values("pk")}) if prefix else found
            queryset = queryset.filter(wanted)
        return queryset, False


def _grouped(model: type[models.Model], fields: Iterable[str]) -> dict[str, tuple[type[models.Model], list[str]]]:
    """The columns searched, by the way to the model that has them; "" is the model itself."""
    groups: dict[str, tuple[type[models.Model], list[str]]] = {}
    for field in fields:
        prefix, _line, column = field.rpartition("__")
        groups.setdefault(prefix, (_related(model, prefix), []))[1].append(column)
    return groups


def _related(model: type[models.Model], prefix: str) -> type[models.Model]:
    for name in filter(None, prefix.split("__")):
        model = model._meta.get_field(name).related_model
    return model


def _holding(model: type[models.Model], columns: list[str], word: str) -> Q:
    """Records of this model that hold a word as typed, or, where their text is folded, in any spelling."""
    folded = words(word) if _has(model, FOLDED) else []
    # Addresses are written with dashes, which folding makes spaces; marks alone fold to nothing.
    plain = [column for column in columns if not folded or column == "slug"]
    wanted = Q(*(Q(**{f"{FOLDED}__contains": part}) for part in folded)) if folded else Q(pk__in=())
    for column in plain:
        wanted |= Q(**{f"{column}__icontains": word})
    return wanted


def _has(model: type[models.Model], name: str) -> bool:
    try:
        model._meta.get_field(name)
    except FieldDoesNotExist:
        return False
    return True
