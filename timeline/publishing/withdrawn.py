"""Why a record was withdrawn: the sentence that its address answers with."""

from django.db import models

from timeline.models import Step
from timeline.models.vocabulary import StepKind


def why_withdrawn(record: models.Model) -> str:
    """What was said when the record was withdrawn last; "" where nobody said anything."""
    steps = Step.objects.filter(kind=record._meta.model_name, key=record.pk, verb=StepKind.WITHDRAW)
    return steps.order_by("-pk").values_list("words", flat=True).first() or ""
