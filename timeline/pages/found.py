"""Narrows records by the words a reader typed, in any spelling that is known."""

from django.db.models import Q

from geo.folding import words


def holding(records, text: str, *columns: str):
    """The records whose folded text holds every word; `columns` are searched as they are printed."""
    asked = words(text)
    if not text.strip():
        return records
    if not columns:
        return records.filter(*(Q(search__contains=word) for word in asked)) if asked else records.none()
    wanted = Q()
    for column in columns:
        wanted |= Q(*(Q(**{f"{column}__icontains": word}) for word in text.split()))
    return records.filter(wanted)
