"""The forms of persons and of forces, in words an editor knows."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from timeline.admin.base import VersionedForm

STANDING = (gettext_lazy("Standing"), {"fields": ("publication", "seen_version")})
PERSON_FIELDSETS = ((None, {"fields": ("name", "slug", "note")}), STANDING)
FORCE_FIELDSETS = (
    (None, {"fields": ("name", "slug", ("kind", "letter"), "parent", "note")}),
    STANDING,
)


class PersonForm(VersionedForm):
    """Somebody named in a source."""

    missing = {
        "name": gettext_lazy("Write the name that readers know this person by."),
        "slug": gettext_lazy("Write an address for the page, such as sattar-khan."),
    }

    class Meta:
        labels = {"name": gettext_lazy("Name"), "slug": gettext_lazy("Address"), "note": gettext_lazy("Who it was")}
        help_texts = {
            "name": gettext_lazy("Write it as pages are to show it; every other spelling goes into the rows below."),
            "slug": gettext_lazy(
                "It stands after /people/ for ever, so choose it well: small letters, figures and hyphens."
            ),
            "note": gettext_lazy(
                "Say in a sentence or two who this was, for readers; what a source says of them belongs into claims."
            ),
        }
        widgets = {"note": forms.Textarea(attrs={"rows": 3, "dir": "auto"})}


class ForceForm(VersionedForm):
    """A body of people; it is no part of itself, not even by way of another."""

    missing = {
        "name": gettext_lazy("Write the name that readers know this force by."),
        "slug": gettext_lazy("Write an address for the page, such as bakhtiari-riders."),
        "kind": gettext_lazy("Choose what sort of body it was; “other” fits where no sort does."),
    }

    class Meta:
        labels = {
            "name": gettext_lazy("Name"),
            "slug": gettext_lazy("Address"),
            "kind": gettext_lazy("What it was"),
            "letter": gettext_lazy("Letter on the token"),
            "parent": gettext_lazy("Part of"),
            "note": gettext_lazy("Who they were"),
        }
        help_texts = {
            "name": gettext_lazy("Write it as pages are to show it; every other spelling goes into the rows below."),
            "slug": gettext_lazy(
                "It stands after /forces/ for ever, so choose it well: small letters, figures and hyphens."
            ),
            "kind": gettext_lazy("Choose the sort that comes nearest."),
            "letter": gettext_lazy(
                "It stands on the token on the map; leave it empty to take the first letter of the name."
            ),
            "parent": gettext_lazy("Name the larger force it belonged to, if it belonged to one."),
            "note": gettext_lazy(
                "Say in a sentence or two who they were. On which side they stood is said of each event."
            ),
        }
        widgets = {
            "letter": forms.TextInput(attrs={"size": 3}),
            "note": forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        }

    def clean_parent(self):
        parent = above = self.cleaned_data["parent"]
        seen = set()
        while above is not None and above.pk not in seen:
            if self.instance.pk and above.pk == self.instance.pk:
                raise ValidationError(
                    _("“%(parent)s” is a part of this force itself: choose a larger force, or leave this empty."),
                    code="ring",
                    params={"parent": parent.name[:120]},
                )
            seen.add(above.pk)
            above = above.parent
        return parent
