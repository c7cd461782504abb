"""Weighs again what a change reaches, then ends the readers' copies of the atlases concerned."""

from django.db.models import F, Q
from django.utils import timezone

from timeline.lessons.keeping import keep_steps
from timeline.models import Atlas
from timeline.resolving import resolve_touched
from timeline.touched import Touched


def settle(touched: Touched) -> None:
    """Weigh again what is touched, count the steps of its lessons and raise the revision of its atlases.

    Raises RelativeDateCycle as resolve_touched does, and IntegrityError as keep_steps does.
    """
    if touched.lessons:
        keep_steps(Q(pk__in=touched.lessons))
    if not touched.is_of_lessons_alone:
        resolve_touched(touched)
    Atlas.objects.filter(pk__in=touched.atlases).update(revision=F("revision") + 1, modified=timezone.now())
