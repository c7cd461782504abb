"""The form in which a claim is entered: reads the words typed, fills what was left empty, refuses in sentences."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from timeline.admin.base import VersionedForm
from timeline.admin.entering.chosen_keys import not_there, with_keys_only
from timeline.admin.entering.claim_words import HELP, LABELS, REQUIRED, RULES
from timeline.admin.entering.interpreting import WHO_TAKES_OVER, may_take_over
from timeline.admin.entering.named_by_hand import nobody, with_named
from timeline.admin.entering.numbering import key_of, next_number, number_in
from timeline.admin.entering.typed_lists import LinesField, RouteField, SuppliedField
from timeline.chronicle.answers import Proposal
from timeline.entering.belonging import VALUES, attributes_of, belonging
from timeline.entering.explaining import Explained
from timeline.entering.filling import Filling, fill, year_of_context
from timeline.models import Claim
from timeline.models.claims import SUBJECTS
from timeline.models.vocabulary import Attribute, Publication
from timeline.support import left_without_claims

LAST_YEAR = 3000


# What is often not there yet when a claim is entered; the rest is chosen from what there is.
_ADDED_ON_THE_WAY = ("source", "event", "place", "place_2")


# What a claim cannot be weighed without.
_RESTS_ON = {"source", "subject_kind", *SUBJECTS, "attribute", "edge", "face", "low", "high", "place", "place_2"}


_COUNTS = {"relative_to_claim", "relative_to_event", "offset_low", "offset_high"}
# A thousand years: whoever types more days has slipped.
MOST_DAYS = 365_243


def _leave_tools(name: str, widget) -> None:
    """Beside a chooser stands only what is of use here: a plus for what may be new, and a look at what was chosen."""
    if hasattr(widget, "can_add_related"):
        widget.can_add_related = widget.can_add_related and name in _ADDED_ON_THE_WAY
        widget.can_change_related = widget.can_delete_related = False


class ClaimForm(VersionedForm):
    """`filling` and `explained` hold, once validated, what the words came to and what conflicts with it."""

    missing = REQUIRED
    rules = RULES
    taken: Proposal | None = None
    # Set where an editor asks only to see what the claim comes to.
    only_checked = False

    subject_kind = forms.ChoiceField(
        required=False,
        choices=[(name, Claim._meta.get_field(name).verbose_name) for name in SUBJECTS],
        widget=forms.RadioSelect,
    )
    context_year = forms.IntegerField(required=False, min_value=1, max_value=LAST_YEAR)
    reading = forms.CharField(required=False, max_length=200, widget=forms.HiddenInput)
    take = forms.CharField(required=False, max_length=260, widget=forms.HiddenInput)
    take_reason = forms.CharField(required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 2}))
    offset_low = forms.IntegerField(required=False, min_value=-MOST_DAYS, max_value=MOST_DAYS)
    offset_high = forms.IntegerField(required=False, min_value=-MOST_DAYS, max_value=MOST_DAYS)
    supplied = SuppliedField()
    parts = LinesField()
    route = RouteField()

    class Meta:
        labels = LABELS
        help_texts = HELP

    def __init__(self, data=None, *args, **kwargs):
        self.unknown, self.garbled = {}, ()
        if data:
            data, self.garbled = with_keys_only(data)
            data, self.unknown = with_named(data)
        super().__init__(data, *args, **kwargs)
        self.filling, self.explained = Filling(), Explained()
        self._put_initial()
        for name, field in self.fields.items():
            _leave_tools(name, field.widget)
        if "key" in self.fields:
            self.fields["key"].required = False
        if "note" in self.fields:
            self.fields["note"].widget.attrs["rows"] = 3

    def _put_initial(self) -> None:
        claim = self.instance
        if claim.pk:
            self.initial["subject_kind"] = claim.subject_type
            self.initial["context_year"] = year_of_context(claim.face, claim.calendar, claim.supplied)
        else:
            self.initial.setdefault("subject_kind", next((name for name in SUBJECTS if self.initial.get(name)), ""))

    def is_valid(self):
        return super().is_valid() and not self.only_checked

    def clean(self):
        cleaned = super().clean()
        for name, typed in self.unknown.items():
            self._errors.pop(name, None)
            self.add_error(name, nobody(typed))
        for name in self.garbled:
            self._errors.pop(name, None)
            self.add_error(name, not_there())
        self._keep_last_published(cleaned)
        self._check_subject(cleaned)
        self._check_belonging(cleaned)
        self._fill(cleaned)
        self._check_face(cleaned)
        self._put_key(cleaned)
        return cleaned

    def _post_clean(self):
        super()._post_clean()
        self.explained = Explained.of(self.instance, whole=not _RESTS_ON & set(self._errors))
        if self.explained.lost is not None and not _COUNTS & set(self._errors):
            error = self.explained.lost
            field = "relative_to_claim" if self.cleaned_data.get("relative_to_claim") else "relative_to_event"
            self.add_error(field, ValidationError(error.message, code=error.code))
        self._check_taken()

    def _update_errors(self, errors):
        """Where the form has said what the words lack, the model need not say that the date is missing."""
        said = getattr(errors, "error_dict", {})
        if self.filling.refusals and "face" in said:
            said["face"] = [error for error in said["face"] if error.code != "date_missing"]
            if not said["face"]:
                del said["face"]
        super()._update_errors(errors)

    def _get_validation_exclusions(self):
        """Where the form has said what is wrong with the subject or the anchor, the database's rule need not."""
        excluded = super()._get_validation_exclusions()
        if "subject_kind" in self._errors:
            excluded |= set(SUBJECTS)
        return excluded

    def _keep_last_published(self, cleaned) -> None:
        """Refuse to move or hide the last published claim of a published record."""
        if not self.instance.pk:
            return
        kept = Claim.objects.get(pk=self.instance.pk)
        moved = any(cleaned.get(name) != getattr(kept, name) for name in SUBJECTS)
        hidden = "publication" in cleaned and cleaned["publication"] != Publication.PUBLISHED
        if (moved or hidden) and kept.publication == Publication.PUBLISHED:
            for subject in left_without_claims([kept]):
                raise ValidationError(
                    _("This is the last claim of “%(title)s”: add another or withdraw that record first."),
                    code="last_claim",
                    params={"title": subject.title[:200]},
                )

    def _check_subject(self, cleaned) -> None:
        named = [name for name in SUBJECTS if cleaned.get(name)]
        kind = cleaned.get("subject_kind")
        if any(name in self._errors for name in SUBJECTS):
            return
        if not named:
            sentence = _("Choose what the claim speaks of, and name it in the field below.")
            self.add_error("subject_kind", ValidationError(sentence, code="subject_missing"))
        elif len(named) > 1 or (kind and kind != named[0]):
            labels = ", ".join(str(self.fields[name].label) for name in named)
            sentence = _(
                "A claim speaks of one thing of the kind chosen: empty the other fields. Filled are: %(fields)s."
            )
            self.add_error("subject_kind", ValidationError(sentence % {"fields": labels}, code="subject_twice"))

    def _check_belonging(self, cleaned) -> None:
        """What belongs to another attribute is refused where it was typed, and dropped where it was left over."""
        attribute = cleaned.get("attribute")
        if not attribute:
            return
        for name in VALUES:
            if name in belonging(attribute) or cleaned.get(name) in (None, "", [], False):
                continue
            if name in self.data or name not in self.fields:
                whose = ", ".join(str(Attribute(each).label) for each in attributes_of(name))
                sentence = _("This belongs to another kind of claim (%(whose)s): empty it, or choose that kind above.")
                self.add_error(name, ValidationError(sentence % {"whose": whose}, code="field_unfit"))
        for name in ("supplied", "parts", "route"):
            # A list that the page did not send would otherwise stay as it was.
            if name not in belonging(attribute):
                cleaned[name] = []
                setattr(self.instance, name, [])

    def _fill(self, cleaned) -> None:
        if "attribute" not in cleaned or any(name in self._errors for name in ("as_printed", "calendar")):
            return
        kept = bool(self.instance.pk) and self.initial.get("as_printed") == cleaned.get("as_printed")
        self.filling = fill(cleaned, kept=kept)
        for name, value in self.filling.values.items():
            if name not in self._errors:
                cleaned[name] = value
        for where, code, sentence in self.filling.refusals:
            self.add_error(where, ValidationError(sentence, code=code))

    def _check_face(self, cleaned) -> None:
        """The face of a claim that an editor interpreted stays as it was read."""
        held = getattr(self.instance, "interpretation", None) if self.instance.pk else None
        if held is None or "face" in self._errors or cleaned.get("face") == self.initial.get("face"):
            return
        sentence = _(
            "An interpretation (%(value)s) rests on the face %(face)s, so the face stays as it is."
            " If it was misread, delete the interpretation first, then correct the face."
        )
        said = {"value": held.value, "face": self.initial.get("face")}
        self.add_error("face", ValidationError(sentence % said, code="face_is_interpreted"))

    def _put_key(self, cleaned) -> None:
        source = cleaned.get("source")
        if self.instance.pk or source is None:
            return
        typed = cleaned.get("key") or ""
        number = number_in(typed, source) if typed else next_number(source)
        if number is None:
            sentence = _("A key is the slug of the source, a hyphen and a number, such as %(key)s: or leave it empty.")
            said = {"key": key_of(source, next_number(source))}
            self.add_error("key", ValidationError(sentence % said, code="key_unfit"))
            number = next_number(source)
        cleaned["key"] = key_of(source, number)
        # The number is no field of the form; it is kept with the key it is taken from.
        self.instance.number, self.instance.key = number, cleaned["key"]

    def _check_taken(self) -> None:
        """A proposed reading is taken over by who may, with a reason, and only while it is still proposed."""
        chosen = self.cleaned_data.get("take")
        if not chosen:
            return
        if not may_take_over(self.acting):
            self.add_error("take", ValidationError(WHO_TAKES_OVER, code="not_allowed"))
            return
        self.taken = self.explained.proposal(chosen)
        if self.taken is None:
            sentence = _("This reading is no longer proposed for what you typed: look at the proposals again.")
            self.add_error("take", ValidationError(sentence, code="reading_not_proposed"))
        elif not self.cleaned_data.get("take_reason", "").strip():
            sentence = _("Say why you hold this reading to be meant: the reason is shown to readers.")
            self.add_error("take_reason", ValidationError(sentence, code="reason_missing"))
