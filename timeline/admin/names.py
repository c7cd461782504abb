"""The rows in which the spellings of a name are entered, whatever their script and direction."""

from typing import ClassVar

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from chronology.edtf import format_edtf, parse_edtf
from chronology.errors import ChronologyError
from geo.scripts import script_of, usual_language
from timeline.admin.base import VersionedForm
from timeline.admin.speaking import SpokenForm, SpokenFormSet
from timeline.models import Name

SCRIPTS = (
    ("", _("as its letters say")),
    ("Latn", _("Latin")),
    ("Arab", _("Arabic, Persian")),
    ("Cyrl", _("Cyrillic")),
    ("Armn", _("Armenian")),
    ("Geor", _("Georgian")),
    ("Hebr", _("Hebrew")),
    ("Grek", _("Greek")),
)
LANGUAGES = (
    *(("en", _("English")), ("fa", _("Persian")), ("ru", _("Russian")), ("az", _("Azerbaijani")), ("tr", _("Turkish"))),
    *(("ar", _("Arabic")), ("fr", _("French")), ("de", _("German")), ("hy", _("Armenian")), ("ka", _("Georgian"))),
)


class LanguageInput(forms.TextInput):
    """A field for a language's code that offers the usual ones and takes any."""

    def render(self, name, value, attrs=None, renderer=None):
        attrs = {**(attrs or {}), "list": f"{(attrs or {}).get('id', name)}_known"}
        options = format_html_join("", '<option value="{}">{}</option>', LANGUAGES)
        field = super().render(name, value, attrs, renderer)
        return format_html('{}<datalist id="{}">{}</datalist>', field, attrs["list"], options)


class NameForm(SpokenForm):
    """One spelling. The script is read from the letters where none is chosen, the language from the script."""

    language = forms.CharField(
        required=False,
        max_length=20,
        widget=LanguageInput(attrs={"autocomplete": "off", "placeholder": "fa", "dir": "ltr"}),
    )
    script = forms.ChoiceField(required=False)
    missing = {
        "text": _("Write the name as it is spelt here, or take the row out."),
        "kind": _("Choose what this spelling is to its bearer."),
    }

    class Meta:
        labels = {
            "text": _("Spelling"),
            "language": _("Language"),
            "script": _("Script"),
            "kind": _("What it is"),
            "period": _("In use"),
            "source": _("Printed in"),
            "note": _("Note"),
        }
        help_texts = {
            "text": _("Write it letter by letter as it is printed, in any script."),
            "language": _("Write its code, such as en, fa or ru; empty, the script decides."),
            "script": _("Leave it as its letters say, unless they leave it open."),
            "kind": _("“Preferred” is shown to readers of its language; the others are found by searching."),
            "period": _("Write the years in which it was used, as 1895/1925, or leave it empty."),
            "source": _("Name the source that prints it, or leave it empty where editors know it themselves."),
            "note": _("Say what else is to be known of this spelling."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "text" in self.fields:
            # The browser turns the line round with the first letter typed.
            self.fields["text"].widget.attrs.update({"dir": "auto", "size": 26})
        if "period" in self.fields:
            self.fields["period"].widget.attrs.update({"placeholder": "1895/1925", "dir": "ltr", "size": 12})
        if "note" in self.fields:
            self.fields["note"].widget.attrs.update({"rows": 1, "dir": "auto"})
        if "script" in self.fields:
            other = self.initial.get("script") or ""
            known = {code for code, _label in SCRIPTS}
            self.fields["script"].choices = SCRIPTS if other in known else (*SCRIPTS, (other, other))
            if not self.instance.pk:
                self.fields["script"].initial = ""
                self.initial.pop("script", None)

    def clean_period(self) -> str:
        period = self.cleaned_data["period"].strip()
        try:
            return period and format_edtf(parse_edtf(period))
        except ChronologyError as error:
            raise ValidationError(
                _("“%(period)s” can't be read as a period: write years as 1895/1925, or leave it empty."),
                code="bad_period",
                params={"period": period},
            ) from error

    def clean(self):
        cleaned = super().clean()
        letters = script_of(cleaned.get("text") or "")
        chosen = cleaned.get("script")
        if chosen and letters and chosen != letters and chosen in dict(SCRIPTS):
            raise ValidationError(
                _("“%(text)s” is not written in the script chosen for it: choose “as its letters say”."),
                code="other_script",
                params={"text": cleaned["text"]},
            )
        cleaned["script"] = chosen or letters or "Latn"
        cleaned["language"] = cleaned.get("language") or usual_language(cleaned["script"])
        return cleaned


class NameRecordForm(NameForm, VersionedForm):
    """A spelling on a page of its own, where it is said whose name it is."""

    rules = {
        "name_has_one_bearer": (
            "place",
            _("Choose whose name it is: one place, one person, one force or one work, and no other beside it."),
        )
    }

    class Meta(NameForm.Meta):
        labels = {
            **NameForm.Meta.labels,
            "place": _("Of the place"),
            "person": _("Of the person"),
            "force": _("Of the force"),
            "work": _("Of the work"),
        }
        help_texts = {
            **NameForm.Meta.help_texts,
            "place": _("Type part of any of its names."),
            "person": _("Or choose a person."),
            "force": _("Or choose a force."),
            "work": _("Or choose a source, for a title in another language."),
        }


NAME_FIELDSETS = (
    (None, {"fields": ("text", ("language", "script"), "kind")}),
    (
        _("Whose name it is"),
        {"fields": ("place", "person", "force", "work"), "description": _("Choose one; leave the others empty.")},
    ),
    (_("Where it stands"), {"fields": ("source", "period", "note", "seen_version")}),
)


class NamesInline(admin.StackedInline):
    """Base of the rows of names under a place, person or force: two lines each, which wrap where there is less room."""

    model = Name
    form = NameForm
    formset = SpokenFormSet
    fields = (("text", "language", "script", "kind"), ("period", "source", "note"))
    autocomplete_fields = ("source",)
    extra = 0
    classes = ("spellings", "help-once", "in-columns")

    class Media:
        css: ClassVar = {"all": ("frontend/admin.css",)}
