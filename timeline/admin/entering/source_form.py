"""The form of a source: its bibliographic fields, in words an editor knows."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chronology.edtf import parse_edtf
from chronology.errors import ChronologyError
from timeline.admin.base import VersionedForm
from timeline.admin.entering.typed_lists import LinesField
from timeline.admin.entering.worded import word

# The types of CSL that sources of history have, in the words of a library.
TYPES = (
    ("book", gettext_lazy("book")),
    ("chapter", gettext_lazy("chapter of a book")),
    ("article-journal", gettext_lazy("article in a journal")),
    ("article-magazine", gettext_lazy("article in a magazine")),
    ("article-newspaper", gettext_lazy("article in a newspaper")),
    ("entry-encyclopedia", gettext_lazy("entry of an encyclopedia")),
    ("webpage", gettext_lazy("web page")),
    ("manuscript", gettext_lazy("manuscript")),
    ("personal_communication", gettext_lazy("letter or telegram")),
    ("report", gettext_lazy("report")),
    ("thesis", gettext_lazy("thesis")),
    ("treaty", gettext_lazy("treaty")),
    ("map", gettext_lazy("map")),
    ("graphic", gettext_lazy("photograph or picture")),
    ("interview", gettext_lazy("interview")),
    ("document", gettext_lazy("other document")),
)
HELP = {
    "title": gettext_lazy("As it stands on the title page."),
    "short": gettext_lazy("How notes name it: Clark, Iranian Studies, 2006. Empty: the title."),
    "slug": gettext_lazy(
        "The permanent address, and the first part of the keys of its claims: small letters, figures and hyphens."
    ),
    "type": gettext_lazy("What sort of work it is."),
    "authors": gettext_lazy("Family name, a comma, given name; one author a line."),
    "container": gettext_lazy("The journal, the collection or the site it stands in."),
    "issued": gettext_lazy("The year or day it appeared, as EDTF: 2006 or 1909-07-13."),
    "publisher": gettext_lazy("The house, or whoever answers for it."),
    "url": gettext_lazy("Where it can be read, if anywhere."),
    "language": gettext_lazy("A code of two letters: en, fa, ru."),
    "document": gettext_lazy("The file that was read, where the text was handed over."),
    "note": gettext_lazy("What readers should know of it: the edition, the state it was read in."),
    "based_on": gettext_lazy("The work it copies, if it does: a copy is no second witness."),
    "publication": gettext_lazy("Readers see a source once it is published."),
}
REQUIRED = {
    "title": gettext_lazy("Write the title of the work."),
    "slug": gettext_lazy("Write an address for it, such as clark-2006."),
    "type": gettext_lazy("Choose what sort of work it is."),
    "language": gettext_lazy("Write the language of the work as a code: en, fa, ru."),
}
FIELDSETS = (
    (None, {"fields": ("title", ("short", "slug"), ("type", "language"), "authors")}),
    (gettext_lazy("Where it appeared"), {"fields": ("container", ("publisher", "issued"), "url")}),
    (gettext_lazy("How far it is a witness"), {"fields": ("based_on", "document", "note")}),
    (gettext_lazy("Standing"), {"fields": ("publication", "seen_version")}),
)


class SourceForm(VersionedForm):
    """Refuses what citations and witnesses could not be made of."""

    authors = LinesField()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        word(self, help_texts=HELP, required=REQUIRED)
        kept = self.instance.type
        known = [value for value, _label in TYPES]
        own = [] if kept in known else [(kept, kept)]
        if "type" in self.fields:
            self.fields["type"].widget = forms.Select(choices=[*TYPES, *own])
        if "note" in self.fields:
            self.fields["note"].widget.attrs["rows"] = 3

    def clean_issued(self):
        issued = self.cleaned_data["issued"]
        if issued:
            try:
                parse_edtf(issued)
            except ChronologyError as error:
                sentence = _("%(problem)s Write the year or the day: 2006 or 1909-07-13.")
                raise ValidationError(sentence % {"problem": error.message}, code=error.code) from error
        return issued

    def clean_based_on(self):
        original = step = self.cleaned_data["based_on"]
        seen = set()
        while step is not None and step.pk not in seen:
            if self.instance.pk and step.pk == self.instance.pk:
                sentence = _("“%(title)s” goes back to this work itself: choose the one that was written first.")
                raise ValidationError(sentence % {"title": original}, code="copies_itself")
            seen.add(step.pk)
            step = step.based_on
        return original
