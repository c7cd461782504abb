"""Admin pages of claims, interpretations and decisions."""

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from timeline.admin.base import RecordAdmin, VersionedForm
from timeline.admin.rearranging import CLAIM_ACTIONS, claim_addresses
from timeline.models import Claim, Decision, Interpretation
from timeline.models.claims import SUBJECTS
from timeline.models.vocabulary import Publication
from timeline.support import left_without_claims


class InterpretationInline(admin.StackedInline):
    model = Interpretation
    extra = 0


class ClaimForm(VersionedForm):
    """Keeps the last published claim of a published record where it is."""

    def clean(self):
        cleaned = super().clean()
        if self.instance.pk:
            kept = Claim.objects.get(pk=self.instance.pk)
            moved = any(cleaned.get(name) != getattr(kept, name) for name in SUBJECTS)
            if moved and kept.publication == Publication.PUBLISHED:
                for subject in left_without_claims([kept]):
                    raise ValidationError(
                        _("This is the last claim of “%(title)s”: add another or withdraw that record first."),
                        code="last_claim",
                        params={"title": subject.title[:200]},
                    )
        return cleaned


@admin.register(Claim)
class ClaimAdmin(RecordAdmin):
    form = ClaimForm
    list_display = ("key", "subject", "attribute", "edge", "as_printed", "face", "place", "publication")
    list_filter = ("publication", "source", "attribute", "calendar", "certainty")
    list_select_related = (
        "event", "movement", "leg__start", "leg__end", "place", "source",
        "participation__person", "participation__force", "relation__from_event", "relation__to_event",
    )  # fmt: skip
    search_fields = ("key", "as_printed", "event__title", "movement__title", "place__name")
    ordering = ("source_id", "number", "key")
    autocomplete_fields = (
        "source", "event", "movement", "leg", "participation", "relation", "place", "place_2", "winner",
        "relative_to_claim", "relative_to_event",
    )  # fmt: skip
    inlines = (InterpretationInline,)
    actions = CLAIM_ACTIONS
    fieldsets = (
        (
            _("Who says so"),
            {"fields": ("key", "source", ("section", "paragraph", "sentence", "page"))},
        ),
        (
            _("Of what"),
            {
                "fields": (*SUBJECTS, ("attribute", "edge")),
                "description": _("Fill exactly one of the five subjects."),
            },
        ),
        (
            _("What it says"),
            {
                "fields": (
                    "as_printed", ("calendar", "face"), "supplied", ("low", "high", "unit", "qualifier"),
                    "parts", ("place", "place_relation", "place_2"), "route", ("outcome", "winner"),
                    ("relative_to_claim", "relative_to_event"), ("offset_low", "offset_high"),
                    "certainty", "gap", "note",
                )
            },
        ),
        (_("Standing"), {"fields": ("publication", "seen_version")}),
    )  # fmt: skip

    def get_urls(self):
        return [*claim_addresses(), *super().get_urls()]


@admin.register(Interpretation)
class InterpretationAdmin(RecordAdmin):
    list_display = ("claim", "method", "value", "by", "on")
    list_filter = ("method",)
    list_select_related = ("claim",)
    search_fields = ("claim__key", "reason")
    autocomplete_fields = ("claim",)


@admin.register(Decision)
class DecisionAdmin(RecordAdmin):
    list_display = ("__str__", "event", "movement", "attribute", "edge", "by", "on")
    list_filter = ("atlas", "attribute")
    list_select_related = ("claim", "event", "movement")
    search_fields = ("claim__key", "event__title", "reason")
    autocomplete_fields = ("event", "movement", "leg", "participation", "relation", "claim")
