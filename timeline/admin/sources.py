"""Admin pages of sources."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from timeline.admin.base import RecordAdmin
from timeline.admin.entering.source_form import FIELDSETS, TYPES, SourceForm
from timeline.admin.resolved_words import NOTHING, date_in_words
from timeline.models import Source


@admin.register(Source)
class SourceAdmin(RecordAdmin):
    form = SourceForm
    fieldsets = FIELDSETS
    # Whether it copies another decides who counts as a witness.
    weighed_fields = ("based_on",)
    in_words = {"issued": "appeared", "type": "sort", "authors": "written_by"}
    list_display = ("title", "short", "sort", "appeared", "based_on", "publication")
    list_filter = ("publication", "type", "language")
    list_select_related = ("based_on",)
    search_fields = ("title", "short", "slug", "container")
    prepopulated_fields = {"slug": ("title",)}
    autocomplete_fields = ("based_on",)

    class Media:
        js = ("frontend/claim-entry.js",)

    @admin.display(description=_("when it appeared"), ordering="issued")
    def appeared(self, source: Source):
        return date_in_words(source.issued)

    @admin.display(description=_("sort of work"), ordering="type")
    def sort(self, source: Source) -> str:
        return str(dict(TYPES).get(source.type, source.type))

    @admin.display(description=_("authors"))
    def written_by(self, source: Source) -> str:
        return "; ".join(source.authors) or NOTHING
