"""Records what an editor holds a printed date to mean: by whom and when comes from the account."""

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chronology.edtf import parse_edtf
from chronology.errors import ChronologyError
from timeline.admin.base import VersionedForm
from timeline.admin.entering.signed import SIGNED, SignedAdmin
from timeline.admin.speaking import SpokenForm, SpokenFormSet
from timeline.chronicle.answers import Proposal
from timeline.models import Claim, Interpretation

FIELDSETS = (
    (None, {"fields": ("claim",)}),
    (gettext_lazy("What the writer meant"), {"fields": (("method", "value"), "arithmetic", "reason")}),
    (gettext_lazy("Who holds it to be meant"), {"fields": (*SIGNED, "seen_version")}),
)
TAKES_OVER = "timeline.add_interpretation"
WHO_TAKES_OVER = gettext_lazy(
    "A reviewer decides what the writer meant: save the claim as it is printed, and a reviewer can take a reading over."
)


def may_take_over(user) -> bool:
    """Whether this person may hold a claim to mean something else than is printed; a form of nobody's asks nobody."""
    return user is None or user.has_perm(TAKES_OVER)


def sign(record, request) -> None:
    """Put the account's name and today on an interpretation or a decision."""
    record.by = request.user.get_full_name() or request.user.get_username()
    record.on = timezone.localdate().isoformat()


def take_over(claim: Claim, proposal: Proposal, reason: str, request) -> Interpretation:
    """Keep a proposed reading as what the writer meant; the face of the claim is left as it is."""
    made = Interpretation(
        claim=claim, method=proposal.method, value=proposal.edtf, arithmetic=proposal.why, reason=reason.strip()
    )
    sign(made, request)
    made.save()
    return made


class ReadingForm(SpokenForm):
    """Asks for a reading that the program did not propose."""

    missing = {
        "claim": gettext_lazy("Choose the claim that is read anew."),
        "method": gettext_lazy("Choose the slip; “other” fits where no kind of slip does."),
        "value": gettext_lazy("Write the day that is meant, such as 1909-07-13."),
        "reason": gettext_lazy("Say why: readers are shown the reason."),
    }

    class Meta:
        model = Interpretation
        fields = ("claim", "method", "value", "arithmetic", "reason")
        labels = {
            "claim": gettext_lazy("Claim"),
            "method": gettext_lazy("What slipped"),
            "value": gettext_lazy("Day meant"),
            "arithmetic": gettext_lazy("Arithmetic"),
            "reason": gettext_lazy("Why"),
        }
        help_texts = {
            "claim": gettext_lazy("Type part of its key or of its words; it keeps what is printed."),
            "method": gettext_lazy("Choose the slip by which the words came to stand for another day."),
            "value": gettext_lazy("Write the day held to be meant as 1909-07-13, a month as 1909-07."),
            "arithmetic": gettext_lazy("Show what can be followed with a pencil: 22 Tir 1288 is 13 July 1909."),
            "reason": gettext_lazy("Say why you hold this to be meant: readers are shown it under your name."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("arithmetic", "reason"):
            if name in self.fields:
                self.fields[name].widget.attrs["rows"] = 3

    def clean_value(self):
        value = self.cleaned_data["value"]
        try:
            parse_edtf(value)
        except ChronologyError as error:
            sentence = _("%(problem)s Write the day as 1909-07-13, a month as 1909-07.") % {"problem": error.message}
            raise ValidationError(sentence, code=error.code) from error
        return value


class InterpretationForm(ReadingForm, VersionedForm):
    """An interpretation on a page of its own; in a claim's page it is the claim that has a version."""


class InterpretationInline(SignedAdmin, admin.StackedInline):
    """The interpretation of a claim on the claim's page; who and when are shown and not asked."""

    model = Interpretation
    form = ReadingForm
    formset = SpokenFormSet
    fields = ("method", "value", "arithmetic", "reason", *SIGNED)
    readonly_fields = SIGNED
    extra = 0
    max_num = 1
    verbose_name = gettext_lazy("interpretation")
    verbose_name_plural = gettext_lazy("What the writer is held to have meant")
