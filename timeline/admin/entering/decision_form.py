"""The form of a decision: name the claim that stands, or what cannot be told; the rest follows from it."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from timeline.admin.base import VersionedForm
from timeline.admin.entering.matters import DECIDABLE, matter_of
from timeline.admin.entering.signed import SIGNED
from timeline.models import Claim
from timeline.models.claims import SUBJECTS
from timeline.models.vocabulary import Attribute
from timeline.support import supported_by

FIELDSETS = (
    (
        gettext_lazy("What stands"),
        {
            "fields": ("claim", "reason"),
            "description": gettext_lazy("Choose the claim that stands; choose none where the documents cannot tell."),
        },
    ),
    (
        gettext_lazy("Of what"),
        {
            "fields": (*SUBJECTS, ("attribute", "edge")),
            "description": gettext_lazy("Only where no claim is chosen: one thing, and what cannot be told of it."),
        },
    ),
    (gettext_lazy("Who and when"), {"fields": (*SIGNED, "seen_version")}),
)
LABELS = {
    "claim": gettext_lazy("The claim that stands"),
    "reason": gettext_lazy("Why"),
    "event": gettext_lazy("Of an event"),
    "movement": gettext_lazy("Of a march"),
    "leg": gettext_lazy("Of a leg of a march"),
    "participation": gettext_lazy("Of who took part"),
    "relation": gettext_lazy("Of how two events stand"),
    "attribute": gettext_lazy("What cannot be told"),
    "edge": gettext_lazy("Of which end"),
}
HELP = {
    "claim": gettext_lazy("Type part of its key or of its words: what is decided is taken from it."),
    "reason": gettext_lazy("Say it for readers, who are shown it under your name."),
    "event": gettext_lazy("Choose the event that the sources leave open."),
    "movement": gettext_lazy("Or choose a march as a whole."),
    "leg": gettext_lazy("Or choose one stretch of a march: type the name of the march or of a place."),
    "participation": gettext_lazy("Or choose somebody's part in an event."),
    "relation": gettext_lazy("Or choose how one event stands to another."),
    "attribute": gettext_lazy(
        "Choose a date, a place, a duration, a number, order or outcome; of an event or march, a side or a role."
    ),
    "edge": gettext_lazy("Choose on, begins or ends for a date; leave it empty, or choose from or to, for a place."),
}


class DecisionForm(VersionedForm):
    """Takes what a decision is about from the claim it prefers."""

    missing = {"reason": gettext_lazy("Say why: readers are shown the reason.")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "attribute" in self.fields:
            self.fields["attribute"].required = False
            self.fields["attribute"].choices = [("", "---------"), *((a, Attribute(a).label) for a in DECIDABLE)]

    def clean(self):
        cleaned = super().clean()
        claim = cleaned.get("claim")
        if claim is not None:
            self._follow(claim, cleaned)
        self._check_subject(cleaned)
        if not cleaned.get("attribute") and "attribute" not in self._errors:
            sentence = _("Choose what cannot be told: the date, the place, a number, the order.")
            self.add_error("attribute", ValidationError(sentence, code="attribute_missing"))
        return cleaned

    def _follow(self, claim: Claim, cleaned) -> None:
        matter = matter_of(claim)
        if matter is None:
            sentence = _(
                "Nothing is decided of this: choose a claim of a date, a place, a number, an order or an outcome, or of"
                " somebody of whom the sources dispute on which side or in which role they took part."
            )
            self.add_error("claim", ValidationError(sentence, code="not_decidable"))
            return
        named = [name for name in SUBJECTS if cleaned.get(name)]
        subject = matter.subject._meta.model_name
        if named and (named != [subject] or cleaned[named[0]] != matter.subject):
            sentence = _("The claim %(key)s speaks of something else: empty the subject to take that of the claim.")
            self.add_error(named[0], ValidationError(sentence % {"key": claim.key}, code="claim_of_another"))
            return
        cleaned |= {subject: matter.subject, "attribute": matter.attribute, "edge": matter.edge}

    def _check_subject(self, cleaned) -> None:
        named = [name for name in SUBJECTS if cleaned.get(name)]
        if len(named) == 1:
            self.instance.atlas = supported_by(Claim(**{named[0]: cleaned[named[0]]})).atlas
        elif not any(name in self._errors for name in (*SUBJECTS, "claim")):
            sentence = _("Name one thing that the decision is about, or choose the claim that stands.")
            self.add_error(named[0] if named else "event", ValidationError(sentence, code="subject_missing"))

    def _get_validation_exclusions(self):
        """Where the form has said what is wrong with the subject, the database's rule need not."""
        excluded = super()._get_validation_exclusions()
        return excluded | set(SUBJECTS) if set(SUBJECTS) & set(self._errors) else excluded

    class Meta:
        labels = LABELS
        help_texts = HELP
        widgets = {"reason": forms.Textarea(attrs={"rows": 3})}
