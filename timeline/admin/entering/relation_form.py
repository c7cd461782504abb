"""The forms that say how an event stands to another, in its own page and on one of its own."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from timeline.admin.base import VersionedForm
from timeline.admin.speaking import SpokenForm

TO_ITSELF = gettext_lazy("An event does not stand to itself: choose another.")
FIELDSETS = (
    (None, {"fields": ("from_event", "kind", "to_event")}),
    (
        gettext_lazy("How far apart"),
        {
            "fields": (("low", "high"), "seen_version"),
            "description": gettext_lazy("Only where a source counts the days between the two."),
        },
    ),
)


class RelationForm(SpokenForm):
    """How an event stands to another; the atlas is that of the event."""

    missing = {
        "from_event": gettext_lazy("Choose the event that this is said of."),
        "kind": gettext_lazy("Choose how the two stand to each other."),
        "to_event": gettext_lazy("Choose the other event."),
    }
    rules = {
        "no_event_relates_to_itself": ("to_event", TO_ITSELF),
        "relation_once": ("to_event", gettext_lazy("This is said of the two already: change that relation instead.")),
    }

    class Meta:
        labels = {
            "from_event": gettext_lazy("This event"),
            "kind": gettext_lazy("How it stands"),
            "to_event": gettext_lazy("The other event"),
            "low": gettext_lazy("Days between, at least"),
            "high": gettext_lazy("Days between, at most"),
        }
        help_texts = {
            "from_event": gettext_lazy("Choose the event that comes after, or is a part, or was caused."),
            "kind": gettext_lazy("Read it as a sentence: this event is part of, after or because of the other."),
            "to_event": gettext_lazy("Type part of its title and choose it."),
            "low": gettext_lazy("Write it where a source counts the days; leave both empty where none does."),
            "high": gettext_lazy("Write the same number twice where the source is exact."),
        }

    def clean_to_event(self):
        other = self.cleaned_data["to_event"]
        if other.pk == self.instance.from_event_id:
            raise ValidationError(TO_ITSELF, code="relates_to_itself")
        return other

    def clean(self):
        cleaned = super().clean()
        low, high = cleaned.get("low"), cleaned.get("high")
        if low is not None and high is not None and low > high:
            sentence = _("The least number of days is greater than the most: exchange them.")
            self.add_error("high", ValidationError(sentence, code="range_reversed"))
        return cleaned

    def save(self, commit=True):
        self.instance.atlas_id = self.instance.from_event.atlas_id
        return super().save(commit)


class RelationRecordForm(RelationForm, VersionedForm):
    """A relation on a page of its own, where both events are chosen."""

    def clean_to_event(self):
        # Which event it is said of may have been changed by this very form: the constraint says what is refused.
        return self.cleaned_data["to_event"]
