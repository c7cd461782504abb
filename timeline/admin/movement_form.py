"""The form of a march as a whole, in words an editor knows; its legs and movers have forms of their own."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from timeline.admin.base import VersionedForm

FIELDSETS = (
    (None, {"fields": ("title", "title_fa", "slug", "atlas", "theatre", "event", "summary")}),
    (gettext_lazy("Standing"), {"fields": ("status", "importance", "publication", "seen_version")}),
    (
        gettext_lazy("What its claims come to"),
        {
            "fields": ("when", "in_dispute", "claims_out"),
            "description": gettext_lazy("Worked out from the claims; add or change a claim to change them."),
        },
    ),
)
IMPORTANCE = gettext_lazy("Importance runs from 1 to 5: choose one of these.")


class MovementForm(VersionedForm):
    """Keeps a march in a lane of its own atlas."""

    missing = {
        "title": gettext_lazy("Write what the march is called."),
        "slug": gettext_lazy("Write an address for its page, such as from-rasht-to-tehran."),
        "atlas": gettext_lazy("Choose the atlas it is told in."),
        "theatre": gettext_lazy("Choose the lane it stands in."),
        "status": gettext_lazy("Choose whether it happened, or was only planned or ordered."),
        "importance": gettext_lazy("Give its importance, from 1 to 5."),
    }
    rules = {
        "movement_importance_1_to_5": ("importance", IMPORTANCE),
        "published_movement_has_a_claim": (
            "",
            gettext_lazy("It is published and has no published claim: add one first."),
        ),
    }

    class Meta:
        labels = {"slug": gettext_lazy("Address"), "event": gettext_lazy("Told with the event"),
                  "status": gettext_lazy("Did it happen")}  # fmt: skip
        help_texts = {
            "title": gettext_lazy("Give it a short name in plain words, such as The Bakhtiari march on Tehran."),
            "title_fa": gettext_lazy("Write the same in Persian: it is the second line of map and page."),
            "slug": gettext_lazy(
                "It stands after /movements/ for ever, so choose it well: small letters, figures and hyphens."
            ),
            "atlas": gettext_lazy("Choose the atlas it is told in."),
            "theatre": gettext_lazy("Choose the lane of the timeline it stands in, one of the same atlas."),
            "event": gettext_lazy("Name the event it belongs to, if it belongs to one."),
            "summary": gettext_lazy("Tell it in two or three sentences. Dates, places and numbers belong into claims."),
            "status": gettext_lazy("What was only planned or ordered is drawn hollow."),
            "importance": gettext_lazy(
                "It runs from 1, of local note, to 5, known to everybody: who looks from afar sees those first."
            ),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("title", "title_fa", "summary"):
            if name in self.fields:
                self.fields[name].widget.attrs["rows"] = 4 if name == "summary" else 2

    def clean(self):
        cleaned = super().clean()
        atlas, theatre = cleaned.get("atlas"), cleaned.get("theatre")
        if atlas and theatre and theatre.atlas_id != atlas.pk:
            sentence = _("“%(theatre)s” is a lane of another atlas: choose a lane of “%(atlas)s”.")
            said = {"theatre": theatre, "atlas": atlas}
            self.add_error("theatre", ValidationError(sentence % said, code="theatre_of_another_atlas"))
        return cleaned
