"""The form of a source: its bibliographic fields, in words an editor knows."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chronology.edtf import parse_edtf
from chronology.errors import ChronologyError
from timeline.admin.base import VersionedForm
from timeline.admin.entering.typed_lists import LinesField

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
LABELS = {
    "short": gettext_lazy("Short form"),
    "slug": gettext_lazy("Address"),
    "type": gettext_lazy("Sort of work"),
    "authors": gettext_lazy("Authors"),
    "container": gettext_lazy("Published in"),
    "issued": gettext_lazy("When it appeared"),
    "url": gettext_lazy("Address on the web"),
    "document": gettext_lazy("Document read"),
    "based_on": gettext_lazy("Copies"),
}
HELP = {
    "title": gettext_lazy("Write it as it stands on the title page."),
    "short": gettext_lazy("Notes name it so: Clark, Iranian Studies, 2006. Leave it empty to take the title."),
    "slug": gettext_lazy(
        "It stands after /sources/ for ever and begins the key of each claim: small letters, figures and hyphens."
    ),
    "type": gettext_lazy("It decides how the work is cited."),
    "authors": gettext_lazy("Write one author a line: family name, a comma, given name."),
    "container": gettext_lazy("Name the journal, the collection or the site it stands in."),
    "issued": gettext_lazy("Write the year or the day it appeared, as 2006 or 1909-07-13."),
    "publisher": gettext_lazy("Name the house, or whoever answers for it."),
    "url": gettext_lazy("Give the address where it can be read, if there is one."),
    "language": gettext_lazy("Write its code of two letters, such as en, fa or ru."),
    "document": gettext_lazy("Name the file that was read, where the text was handed over."),
    "note": gettext_lazy("Say what readers should know of it, such as the edition or the state it was read in."),
    "based_on": gettext_lazy("Name the work it copies, if it does: a copy is no second witness."),
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
    missing = REQUIRED

    class Meta:
        labels = LABELS
        help_texts = HELP

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
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
