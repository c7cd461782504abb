"""The form of one leg on a page of its own, beside the rows of its march."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from timeline.admin.base import VersionedForm
from timeline.admin.leg_words import HELP, LABELS

LEG_FIELDSETS = (
    (None, {"fields": ("movement", "order", ("start", "end"), ("mode", "status"), "inferred", "note",
                       "seen_version")}),
)  # fmt: skip


class LegRecordForm(VersionedForm):
    """One stretch of a march; at least one of its ends is known."""

    missing = {
        "movement": gettext_lazy("Choose the march it belongs to."),
        "order": gettext_lazy("Write its number: the first leg of a march is 1."),
    }
    rules = {
        "leg_order_once": (
            "order",
            gettext_lazy(
                "Another leg of this march has this number: write another, or order them in the march’s form."
            ),
        )
    }

    class Meta:
        labels = LABELS
        help_texts = HELP

    def clean(self):
        cleaned = super().clean()
        if not {"start", "end"} & {*self.errors} and not cleaned.get("start") and not cleaned.get("end"):
            raise ValidationError(
                _("Say where this leg begins or where it ends: a leg with neither has no place on the map."),
                code="leg_without_ends",
            )
        return cleaned
