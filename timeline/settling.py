"""Weighs again what a change reaches, then ends the readers' copies of the atlases concerned."""

from django.db.models import F
from django.utils import timezone

from timeline.models import Atlas
from timeline.resolving import resolve_touched
from timeline.touched import Touched


def settle(touched: Touched) -> None:
    """Weigh again what is touched and raise the revision of its atlases.

    Raises RelativeDateCycle as resolve_touched does.
    """
    resolve_touched(touched)
    Atlas.objects.filter(pk__in=touched.atlases).update(revision=F("revision") + 1, modified=timezone.now())
