"""The form of an event, and of how it stands to others, in words an editor knows."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from timeline.admin.base import VersionedForm
from timeline.admin.entering.worded import word

HELP = {
    "title": gettext_lazy("A short name in plain words: Entry into Tehran."),
    "title_fa": gettext_lazy("The same in Persian, for the map's and the page's second line."),
    "slug": gettext_lazy("The permanent address of its page: small letters, figures and hyphens."),
    "atlas": gettext_lazy("The atlas it is told in."),
    "kind": gettext_lazy("What sort of event it was; it chooses the sign on map and timeline."),
    "theatre": gettext_lazy("The lane of the timeline it stands in; one of the same atlas."),
    "summary": gettext_lazy("Two or three sentences for readers. Dates, places and numbers belong into claims."),
    "status": gettext_lazy("Whether it came about. What was only planned or ordered is drawn hollow."),
    "shape": gettext_lazy("One day, perhaps unknown which, or a stretch of days with two ends."),
    "importance": gettext_lazy(
        "From 1, of local note, to 5, known to everybody: who looks from afar sees those first."
    ),
    "order": gettext_lazy("Its place in the narrative: it orders what has no date."),
    "publication": gettext_lazy("It can be published once a sourced claim of it is."),
}
REQUIRED = {
    "title": gettext_lazy("Write what the event is called."),
    "slug": gettext_lazy("Write an address for its page, such as entry-into-tehran."),
    "atlas": gettext_lazy("Choose the atlas it is told in."),
    "kind": gettext_lazy("Choose what sort of event it was."),
    "theatre": gettext_lazy("Choose the lane it stands in."),
    "importance": gettext_lazy("Give its importance, from 1 to 5."),
    "order": gettext_lazy("Give its place in the narrative; 0 where that does not matter."),
}
LEAST, MOST = 1, 5


class EventForm(VersionedForm):
    """Keeps an event in a lane of its own atlas."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        word(self, help_texts=HELP, required=REQUIRED)
        for name in ("title", "title_fa", "summary"):
            if name in self.fields:
                self.fields[name].widget.attrs["rows"] = 4 if name == "summary" else 2

    def clean_importance(self):
        importance = self.cleaned_data["importance"]
        if not LEAST <= importance <= MOST:
            raise ValidationError(_("Importance runs from 1 to 5: choose one of these."), code="importance_range")
        return importance

    def clean(self):
        cleaned = super().clean()
        atlas, theatre = cleaned.get("atlas"), cleaned.get("theatre")
        if atlas and theatre and theatre.atlas_id != atlas.pk:
            sentence = _("“%(theatre)s” is a lane of another atlas: choose a lane of “%(atlas)s”.")
            said = {"theatre": theatre, "atlas": atlas}
            self.add_error("theatre", ValidationError(sentence % said, code="theatre_of_another_atlas"))
        return cleaned


class RelationForm(forms.ModelForm):
    """How an event stands to another; the atlas is that of the event."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        word(
            self,
            required={
                "kind": gettext_lazy("Choose how the two stand to each other."),
                "to_event": gettext_lazy("Choose the other event."),
            },
        )

    def clean_to_event(self):
        other = self.cleaned_data["to_event"]
        if other.pk == self.instance.from_event_id:
            raise ValidationError(_("An event does not stand to itself: choose another."), code="relates_to_itself")
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
