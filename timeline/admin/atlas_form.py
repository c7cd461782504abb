"""The form in which an atlas is framed: its days, bounds, calendars, languages and standing."""

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chronology.calendars import Calendar
from timeline.admin.base import VersionedForm
from timeline.admin.day_field import LAST, DayField
from timeline.models import Atlas
from timeline.models.vocabulary import ClaimCalendar, Publication

LICENCES = ("CC BY 4.0", "CC BY-SA 4.0", "CC BY-NC 4.0", "CC0 1.0", "All rights reserved")


class Offering(forms.TextInput):
    """A text field that offers what is usual and takes anything."""

    def __init__(self, offers, **kwargs):
        super().__init__(**kwargs)
        self.offers = offers

    def render(self, name, value, attrs=None, renderer=None):
        listed = f"{name}_offers"
        field = super().render(name, value, {**(attrs or {}), "list": listed}, renderer)
        options = format_html_join("", '<option value="{}"></option>', ((offer,) for offer in self.offers))
        return format_html('{}<datalist id="{}">{}</datalist>', field, listed, options)


class SeveralField(forms.MultipleChoiceField):
    """Ticks that clean to a list in the order of the choices; one that holds the same keeps its own order."""

    widget = forms.CheckboxSelectMultiple

    def has_changed(self, initial, data):
        return {*(initial or ())} != {*(data or ())}


class AtlasForm(VersionedForm):
    """Frames an atlas. Exactly one atlas stands at the front, and readers find it there."""

    window_from = DayField(
        label=gettext_lazy("Opens at"),
        help_text=gettext_lazy(
            "Write the first day the timeline shows, in any calendar: 1 May 1909, 11 Ordibehesht 1288, May 1909."
        ),
    )
    window_to = DayField(
        edge=LAST,
        label=gettext_lazy("To"),
        help_text=gettext_lazy("Write the last day the timeline shows. Of a month or a year, its last day is taken."),
    )
    day = DayField(
        required=False,
        label=gettext_lazy("Cursor at"),
        help_text=gettext_lazy("Write the day the map first shows. Leave it empty to begin at the first day."),
    )
    languages = SeveralField(
        choices=settings.LANGUAGES,
        initial=["en"],
        label=gettext_lazy("Languages"),
        help_text=gettext_lazy("Tick the languages in which titles and names are written here; at least one."),
    )
    rulers = SeveralField(
        choices=[(calendar.value, ClaimCalendar(calendar.value).label) for calendar in Calendar],
        initial=["gregorian"],
        label=gettext_lazy("Calendars of the rulers"),
        help_text=gettext_lazy("Tick the calendars in which the timeline counts its days; at least one."),
    )

    missing = {
        "title": gettext_lazy("Write what the atlas is called."),
        "slug": gettext_lazy("Write an address for it, such as revolution."),
        "window_from": gettext_lazy("Write the first day the timeline shows."),
        "window_to": gettext_lazy("Write the last day the timeline shows."),
        "languages": gettext_lazy("Tick one language at least."),
        "rulers": gettext_lazy("Tick one calendar at least."),
        "licence": gettext_lazy("Name the terms, such as CC BY 4.0."),
        **{name: gettext_lazy("Write it in degrees, or choose it on the map.") for name in ("west", "east", "south",
                                                                                         "north")},
    }  # fmt: skip
    rules = {
        "atlas_window_in_order": (
            "window_to",
            gettext_lazy("The timeline would close before it opens: choose a later day here, or an earlier one above."),
        )
    }

    class Meta:
        model = Atlas
        fields = "__all__"
        labels = {"slug": gettext_lazy("Address")}
        widgets = {"licence": Offering(LICENCES)}
        help_texts = {
            "title": gettext_lazy("Name what is told, in a few words: it stands above the map."),
            "title_fa": gettext_lazy("Pages in Persian show it; empty, they show the first title."),
            "title_ru": gettext_lazy("Pages in Russian show it; empty, they show the first title."),
            "description_fa": gettext_lazy("Write the same in Persian, if there are readers of it."),
            "east": gettext_lazy("It must lie east of the west: Mashhad lies at 59.6."),
            "north": gettext_lazy("It must lie north of the south: Tabriz lies at 38.1."),
            "slug": gettext_lazy("The atlas is found at /a/ and this word: Latin letters, figures and hyphens."),
            "description": gettext_lazy("Say in two or three sentences what is told, and from which sources."),
            "west": gettext_lazy("Write degrees of longitude, east of Greenwich positive: Tehran lies at 51.4."),
            "south": gettext_lazy("Write degrees of latitude, north of the equator positive: Tehran lies at 35.7."),
            "is_default": gettext_lazy(
                "Readers who name no atlas see this one. Exactly one atlas stands at the front."
            ),
            "licence": gettext_lazy("Say under which terms others may use text and data."),
        }

    def clean_rulers(self):
        return self._in_order("rulers")

    def clean_languages(self):
        return self._in_order("languages")

    def _in_order(self, name: str) -> list[str]:
        chosen, kept = self.cleaned_data[name], getattr(self.instance, name, None) or []
        return kept if {*kept} == {*chosen} else chosen

    def clean(self):
        cleaned = super().clean()
        self._check_front(cleaned)
        return cleaned

    def _refuse(self, name: str, code: str, words: str, **values) -> None:
        self.add_error(name, ValidationError(words, code=code, params=values or None))

    def _check_front(self, cleaned) -> None:
        others = Atlas.objects.exclude(pk=self.instance.pk)
        if not cleaned.get("is_default"):
            if others.exists() and not others.filter(is_default=True).exists():
                words = _(
                    "One atlas must stand at the front. Open the one that is to take this one’s place, and tick this"
                    " there."
                )
                self._refuse("is_default", "no_default", words)
        elif (
            cleaned.get("publication", self.instance.publication) != Publication.PUBLISHED
            and others.published().exists()
        ):
            words = _(
                "Only a published atlas can stand at the front: readers would find nothing there. Publish it, or leave"
                " another one at the front."
            )
            self._refuse("is_default", "default_not_published", words)

    def _get_validation_exclusions(self):
        # That there is one at the front is kept by the save, which takes the other one's place.
        return super()._get_validation_exclusions() | {"is_default"}
