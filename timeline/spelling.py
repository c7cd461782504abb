"""Writes the folded text by which places, people and forces are found, when their names have changed."""

from collections.abc import Iterable

from django.db import models

from timeline.searchable import search_named


def put_search(bearer: models.Model) -> None:
    """Write the folded text of a place, person or force again."""
    type(bearer).objects.filter(pk=bearer.pk).update(search=search_named(bearer))


def respell(bearers: Iterable[tuple[type[models.Model], int]]) -> None:
    """Write the folded text of places, people and forces again, by model and key; those that are gone are left out."""
    keys: dict[type[models.Model], list[int]] = {}
    for model, key in sorted(bearers, key=lambda bearer: (bearer[0].__name__, bearer[1])):
        keys.setdefault(model, []).append(key)
    for model, wanted in keys.items():
        for bearer in model.objects.filter(pk__in=wanted):
            put_search(bearer)
