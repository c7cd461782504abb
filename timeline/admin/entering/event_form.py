"""The form of an event, and of how it stands to others, in words an editor knows."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from timeline.admin.base import VersionedForm

LABELS = {
    "slug": gettext_lazy("Address"),
    "kind": gettext_lazy("What it was"),
    "status": gettext_lazy("Did it happen"),
    "shape": gettext_lazy("How it lies in time"),
}
HELP = {
    "title": gettext_lazy("Give it a short name in plain words, such as Entry into Tehran."),
    "title_fa": gettext_lazy("Write the same in Persian: it is the second line of map and page."),
    "slug": gettext_lazy("It stands after /events/ for ever, so choose it well: small letters, figures and hyphens."),
    "atlas": gettext_lazy("Choose the atlas it is told in."),
    "kind": gettext_lazy("It chooses the sign on map and timeline."),
    "theatre": gettext_lazy("Choose the lane of the timeline it stands in, one of the same atlas."),
    "summary": gettext_lazy("Tell it in two or three sentences. Dates, places and numbers belong into claims."),
    "status": gettext_lazy("What was only planned or ordered is drawn hollow."),
    "shape": gettext_lazy("Choose one day, even if it is not known which, or a stretch of days with two ends."),
    "importance": gettext_lazy(
        "It runs from 1, of local note, to 5, known to everybody: who looks from afar sees those first."
    ),
    "order": gettext_lazy("The lower number is told first; it puts in order what has no date."),
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
IMPORTANCE = gettext_lazy("Importance runs from 1 to 5: choose one of these.")


class EventForm(VersionedForm):
    """Keeps an event in a lane of its own atlas."""

    missing = REQUIRED
    rules = {
        "event_importance_1_to_5": ("importance", IMPORTANCE),
        "published_event_has_a_claim": ("", gettext_lazy("It is published and has no published claim: add one first.")),
        "event_days_in_order": ("", gettext_lazy("Its claims end before they begin: look at their dates.")),
    }

    class Meta:
        labels = LABELS
        help_texts = HELP

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("title", "title_fa", "summary"):
            if name in self.fields:
                self.fields[name].widget.attrs["rows"] = 4 if name == "summary" else 2

    def clean_importance(self):
        importance = self.cleaned_data["importance"]
        if not LEAST <= importance <= MOST:
            raise ValidationError(IMPORTANCE, code="importance_range")
        return importance

    def clean(self):
        cleaned = super().clean()
        atlas, theatre = cleaned.get("atlas"), cleaned.get("theatre")
        if atlas and theatre and theatre.atlas_id != atlas.pk:
            sentence = _("“%(theatre)s” is a lane of another atlas: choose a lane of “%(atlas)s”.")
            said = {"theatre": theatre, "atlas": atlas}
            self.add_error("theatre", ValidationError(sentence % said, code="theatre_of_another_atlas"))
        return cleaned
