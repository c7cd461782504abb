"""The forms of what frames an atlas: the lanes of its timeline and the bands of reigns and wars behind them."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from timeline.admin.base import VersionedForm
from timeline.admin.speaking import SpokenForm

NAMES = {
    "atlas": gettext_lazy("Atlas"),
    "label_en": gettext_lazy("Name"),
    "label_fa": gettext_lazy("Name in Persian"),
    "label_ru": gettext_lazy("Name in Russian"),
    "slug": gettext_lazy("Short name in addresses"),
}
OF_NAMES = {
    "label_fa": gettext_lazy("Pages in Persian show it; empty, they show the first name."),
    "label_ru": gettext_lazy("Pages in Russian show it; empty, they show the first name."),
    "slug": gettext_lazy("Write small Latin letters, figures and hyphens; addresses keep it for ever."),
}


class TheatreForm(SpokenForm):
    """A lane of the timeline."""

    missing = {
        "atlas": gettext_lazy("Choose the atlas that has this lane."),
        "label_en": gettext_lazy("Write what the lane is called."),
        "slug": gettext_lazy("Write a short name for addresses, such as tabriz."),
        "order": gettext_lazy("Write a number: the lane with the lowest lies uppermost."),
    }
    rules = {
        "theatre_once_per_atlas": (
            "slug",
            gettext_lazy("Another lane of this atlas has this short name: write another."),
        )
    }

    class Meta:
        labels = {**NAMES, "order": gettext_lazy("Place among the lanes")}
        help_texts = {
            **OF_NAMES,
            "atlas": gettext_lazy("Choose the atlas that has this lane."),
            "label_en": gettext_lazy("Name a town, a front or a court in a word or two."),
            "order": gettext_lazy("The lane with the lowest number lies uppermost."),
        }


class TheatreRecordForm(TheatreForm, VersionedForm):
    """A lane on a page of its own."""


class PeriodForm(SpokenForm):
    """A reign, war or siege; its ends are events, of which it needs one at least."""

    missing = {
        "atlas": gettext_lazy("Choose the atlas that shows this band."),
        "label_en": gettext_lazy("Write what the period is called."),
        "slug": gettext_lazy("Write a short name for addresses, such as lesser-tyranny."),
        "kind": gettext_lazy("Choose what sort of period it is; “period” fits where no other does."),
        "row": gettext_lazy("Write a number: the band with the lowest lies uppermost."),
    }
    rules = {
        "period_once_per_atlas": (
            "slug",
            gettext_lazy("Another period of this atlas has this short name: write another."),
        )
    }

    class Meta:
        labels = {
            **NAMES,
            "kind": gettext_lazy("What it was"),
            "begins": gettext_lazy("Begins with the event"),
            "ends": gettext_lazy("Ends with the event"),
            "row": gettext_lazy("Row"),
        }
        help_texts = {
            **OF_NAMES,
            "atlas": gettext_lazy("Choose the atlas that shows this band."),
            "label_en": gettext_lazy("Name it in a few words, such as Reign of Muhammad Ali Shah."),
            "kind": gettext_lazy("Choose the sort that comes nearest."),
            "begins": gettext_lazy("Choose the event it begins with; a disputed date makes this end of the band soft."),
            "ends": gettext_lazy("Choose the event it ends with; leave it empty where the band is to run on."),
            "row": gettext_lazy("Bands of the same number lie side by side; 0 is the uppermost row."),
        }

    def clean(self):
        cleaned = super().clean()
        atlas = cleaned.get("atlas") or (self.instance.atlas_id and self.instance.atlas)
        for name in ("begins", "ends"):
            event = cleaned.get(name)
            if event and atlas and atlas.pk and event.atlas_id != atlas.pk:
                sentence = _("“%(event)s” is told in another atlas: choose an event of “%(atlas)s”.")
                said = {"event": event.title[:120], "atlas": atlas}
                self.add_error(name, ValidationError(sentence % said, code="event_of_another_atlas"))
        return cleaned


class PeriodRecordForm(PeriodForm, VersionedForm):
    """A period on a page of its own."""


THEATRE_LINES = (("label_en", "label_fa", "label_ru"), ("slug", "order"))
PERIOD_LINES = (("label_en", "label_fa", "label_ru"), ("begins", "ends"), ("kind", "slug", "row"))
OF_ATLAS = (None, {"fields": ("atlas",)})
THEATRE_FIELDSETS = (
    OF_ATLAS,
    (gettext_lazy("What it is called"), {"fields": ("label_en", "label_fa", "label_ru")}),
    (gettext_lazy("Where it stands"), {"fields": ("slug", "order", "seen_version")}),
)
PERIOD_FIELDSETS = (
    OF_ATLAS,
    (gettext_lazy("What it is called"), {"fields": ("label_en", "label_fa", "label_ru", "kind")}),
    (gettext_lazy("From when to when"), {"fields": ("begins", "ends")}),
    (gettext_lazy("Where it stands"), {"fields": ("slug", "row", "seen_version")}),
)
