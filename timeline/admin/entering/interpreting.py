"""Records what an editor holds a printed date to mean: by whom and when comes from the account."""

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chronology.edtf import parse_edtf
from chronology.errors import ChronologyError
from timeline.admin.base import VersionedForm
from timeline.chronicle.answers import Proposal
from timeline.models import Claim, Interpretation

SIGNED = ("by", "on")
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


class ReadingForm(forms.ModelForm):
    """Asks for a reading that the program did not propose."""

    class Meta:
        model = Interpretation
        fields = ("claim", "method", "value", "arithmetic", "reason")
        help_texts = {
            "method": gettext_lazy("By what slip the words came to stand for another day."),
            "value": gettext_lazy("The day held to be meant, as EDTF: 1909-07-13."),
            "arithmetic": gettext_lazy("What can be followed with a pencil: 22 Tir 1288 is 13 July 1909."),
            "reason": gettext_lazy("Why you hold this to be meant: shown to readers under your name."),
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
            sentence = _("%(problem)s Write the day as EDTF, such as 1909-07-13.") % {"problem": error.message}
            raise ValidationError(sentence, code=error.code) from error
        return value


class InterpretationForm(ReadingForm, VersionedForm):
    """An interpretation on a page of its own; in a claim's page it is the claim that has a version."""


class InterpretationInline(admin.StackedInline):
    """The interpretation of a claim on the claim's page; who and when are shown and not asked."""

    model = Interpretation
    form = ReadingForm
    fields = ("method", "value", "arithmetic", "reason", *SIGNED)
    readonly_fields = SIGNED
    extra = 0
    max_num = 1
    verbose_name = gettext_lazy("interpretation")
    verbose_name_plural = gettext_lazy("What the writer is held to have meant")
