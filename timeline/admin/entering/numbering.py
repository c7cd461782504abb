"""Numbers the claims of a source: a number once given is never given again."""

import re

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db.models import Max

from timeline.models import Claim, Source


def next_number(source: Source) -> int:
    """The number after the last that a claim of this source has, or had before it was deleted; two queries."""
    kept = source.claims.aggregate(most=Max("number"))["most"] or 0
    return max(kept, *_logged(source), 0) + 1


def key_of(source: Source, number: int) -> str:
    return f"{source.slug}-{number}"


def number_in(key: str, source: Source) -> int | None:
    """The number that a key names, or None where it is not the source's slug, a hyphen and a number."""
    found = re.fullmatch(r"(.+)-([1-9][0-9]{0,6})", key)
    return int(found[2]) if found and found[1] == source.slug else None


def _logged(source: Source) -> list[int]:
    """The numbers of claims that the admin's log has seen go: the log outlives them."""
    logged = LogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(Claim), object_repr__startswith=f"{source.slug}-", action_flag=3
    )
    numbers = (number_in(key, source) for key in logged.values_list("object_repr", flat=True))
    return [number for number in numbers if number]
