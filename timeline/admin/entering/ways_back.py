"""Where an editor goes after a claim is saved: back to the record it was begun from, and nowhere else."""

import re

from django.urls import reverse

from timeline.models.claims import SUBJECTS

PARAMETER = "back"
_NAMED = re.compile(rf"({'|'.join(SUBJECTS)})\.([0-9]{{1,18}})")


def way_back(request) -> str:
    """The page of the record that the address names as `back=event.12`, "" where it names none."""
    found = _NAMED.fullmatch(request.GET.get(PARAMETER, ""))
    if not found:
        return ""
    return f"{reverse(f'admin:timeline_{found[1]}_change', args=[found[2]])}#claims"


def named(record) -> str:
    """How an address names a record to come back to."""
    return f"{record._meta.model_name}.{record.pk}"
