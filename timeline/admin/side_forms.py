"""The forms in which the sides of an atlas get their names, colours, lines and tokens."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from timeline.admin.base import VersionedForm
from timeline.admin.frame_forms import NAMES, OF_ATLAS, OF_NAMES
from timeline.admin.side_pictures import line_sign, token_sign
from timeline.admin.speaking import SpokenForm, SpokenFormSet
from timeline.models import Side
from timeline.models.vocabulary import Pattern, TokenShape
from timeline.side_checks import REFUSED, AskedSide, check_sides

SIDE_FIELDSETS = (
    OF_ATLAS,
    (gettext_lazy("What it is called"), {"fields": ("label_en", "label_fa", "label_ru")}),
    (gettext_lazy("How it is drawn"), {"fields": (("colour", "colour_dark"), "pattern", "shape")}),
    (gettext_lazy("Where it stands"), {"fields": ("slug", "order", "seen_version")}),
)
ASKED = ("slug", "label_en", "colour", "colour_dark", "pattern", "shape")


class ColourInput(forms.TextInput):
    """A colour as #RRGGBB; a script puts the browser's own chooser beside it."""

    def __init__(self):
        super().__init__(attrs={"size": 8, "maxlength": 7, "pattern": "#[0-9A-Fa-f]{6}", "data-colour": "",
                                "placeholder": "#942A14", "autocomplete": "off", "spellcheck": "false"})  # fmt: skip


class SideForm(SpokenForm):
    """One side. The line and the token are chosen by their pictures and their names."""

    missing = {
        "atlas": gettext_lazy("Choose the atlas that tells of this side."),
        "label_en": gettext_lazy("Write what the side is called."),
        "slug": gettext_lazy("Write a short name for addresses, such as royalists."),
        "order": gettext_lazy("Write a number: sides are listed from the lowest."),
        "colour": gettext_lazy("Write a colour, as #942A14, or choose one."),
        "pattern": gettext_lazy("Choose the line of its marches."),
        "shape": gettext_lazy("Choose the token of its forces."),
    }
    rules = {
        "side_once_per_atlas": (
            "slug",
            gettext_lazy("Another side of this atlas has this short name: write another."),
        )
    }

    class Meta:
        model = Side
        fields = ("atlas", "label_en", "label_fa", "label_ru", "slug", "order", "colour", "colour_dark", "pattern",
                  "shape")  # fmt: skip
        widgets = {"colour": ColourInput, "colour_dark": ColourInput}
        labels = {**NAMES, "order": gettext_lazy("Place in the list"), "shape": gettext_lazy("Token")}
        help_texts = {
            **OF_NAMES,
            "atlas": gettext_lazy("Choose the atlas that tells of this side."),
            "label_en": gettext_lazy("Name the party in a word or two, such as Constitutionalists."),
            "order": gettext_lazy("Sides are listed by this number, from the lowest."),
            "colour": gettext_lazy("Write # and six digits of base sixteen, as #942A14. Dark colours stand out here."),
            "colour_dark": gettext_lazy(
                "Light colours stand out here. Leave it empty to have the other one lightened until it can be read."
            ),
            "pattern": gettext_lazy(
                "It tells its marches apart where colours are not seen, so give each side another."
            ),
            "shape": gettext_lazy("Its forces stand on the map in this shape."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, choices, drawn in (("pattern", Pattern, line_sign), ("shape", TokenShape, token_sign)):
            field = self.fields.get(name)
            if field is not None:
                field.choices = [(value, format_html("{} {}", drawn(value), label)) for value, label in choices.choices]
                field.widget = forms.RadioSelect(choices=field.choices, attrs={"class": "pictured"})

    def clean_colour(self):
        return self.cleaned_data["colour"].upper()

    def clean_colour_dark(self):
        return self.cleaned_data["colour_dark"].upper()

    def clean(self):
        cleaned = super().clean()
        side = asked_side(cleaned)
        # One without a colour that can be read has no verdict: the model refuses it.
        for verdict in check_sides([side] if side else []):
            if verdict.level == REFUSED:
                self.add_error("colour", ValidationError(verdict.text, code=verdict.code))
        return cleaned


class SideRecordForm(SideForm, VersionedForm):
    """A side on a page of its own, told apart from the other sides of its atlas."""

    def clean(self):
        cleaned = super().clean()
        side, atlas = asked_side(cleaned), cleaned.get("atlas")
        if side and atlas and not self.errors:
            others = asked_sides(Side.objects.filter(atlas=atlas).exclude(pk=self.instance.pk))
            for verdict in check_sides([side, *others]):
                if verdict.level == REFUSED and verdict.about[0] == side.slug and len(verdict.about) == 2:
                    self.add_error(None, ValidationError(verdict.text, code=verdict.code))
        return cleaned


class SidesFormSet(SpokenFormSet):
    """All sides of an atlas, which must be told apart."""

    def clean(self):
        super().clean()
        sides = [side for form in self.forms if (side := self._asked(form))]
        refused = [verdict for verdict in check_sides(sides) if verdict.level == REFUSED and len(verdict.about) == 2]
        if refused:
            raise ValidationError([ValidationError(verdict.text, code=verdict.code) for verdict in refused])

    def _asked(self, form) -> AskedSide | None:
        cleaned = getattr(form, "cleaned_data", {})
        return None if cleaned.get("DELETE") else asked_side(cleaned)


def asked_side(values) -> AskedSide | None:
    """The side that cleaned values state, None where they state no colour."""
    if not values.get("colour"):
        return None
    label = values.get("label_en") or values.get("slug") or _("a side without a name")
    return AskedSide(
        values.get("slug", ""), label, values["colour"], values.get("colour_dark") or "",
        values.get("pattern") or Pattern.SOLID, values.get("shape") or TokenShape.CIRCLE,
    )  # fmt: skip


def asked_sides(sides) -> list[AskedSide]:
    """Kept sides, as they are checked."""
    return [AskedSide(*(getattr(side, name) for name in ASKED)) for side in sides]
