"""The forms that say who took part in what, in the page of an event and on a page of its own."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from timeline.admin.base import VersionedForm
from timeline.admin.speaking import SpokenForm

FIELDSETS = (
    (
        gettext_lazy("In what"),
        {"fields": ("event", "movement"), "description": gettext_lazy("Choose one; leave the other empty.")},
    ),
    (
        gettext_lazy("Who"),
        {"fields": ("person", "force"), "description": gettext_lazy("Choose one; leave the other empty.")},
    ),
    (gettext_lazy("As what"), {"fields": ("role", "side", "order", "seen_version")}),
)


class ParticipationForm(SpokenForm):
    """Somebody in an event or on a march, in one role, on one side of the same atlas."""

    missing = {"role": gettext_lazy("Choose what this person or force was in it.")}
    rules = {
        "participation_has_one_bearer": ("person", gettext_lazy("Choose one: a person or a force, and not both.")),
        "participation_has_one_subject": ("event", gettext_lazy("Choose one: an event or a march, and not both.")),
    }

    class Meta:
        labels = {
            "event": gettext_lazy("Event"),
            "movement": gettext_lazy("March"),
            "person": gettext_lazy("Person"),
            "force": gettext_lazy("Force"),
            "role": gettext_lazy("As what"),
            "side": gettext_lazy("On which side"),
            "order": gettext_lazy("Place in the list"),
        }
        help_texts = {
            "event": gettext_lazy("Choose the event this person or force took part in."),
            "movement": gettext_lazy("Or choose the march."),
            "person": gettext_lazy("Choose a person, or leave it empty and choose a force."),
            "force": gettext_lazy("Choose a force where it was no single person."),
            "role": gettext_lazy("Choose what they were in it; “took part” fits where the source says no more."),
            "side": gettext_lazy(
                "It may differ from event to event, for people change sides; leave it empty for none."
            ),
            "order": gettext_lazy("The lowest number is the doer, whose side colours the event."),
        }

    def clean(self):
        cleaned = super().clean()
        subject = cleaned.get("event") or cleaned.get("movement") or self.instance.subject
        side = cleaned.get("side")
        if side and subject and side.atlas_id != subject.atlas_id:
            sentence = _("“%(side)s” is a side of another atlas: choose a side of “%(atlas)s”.")
            said = {"side": side, "atlas": subject.atlas}
            self.add_error("side", ValidationError(sentence % said, code="side_of_another_atlas"))
        return cleaned


class ParticipationRecordForm(ParticipationForm, VersionedForm):
    """A participation on a page of its own."""
