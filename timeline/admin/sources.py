"""Admin pages of sources."""

from django.contrib import admin

from timeline.admin.base import RecordAdmin
from timeline.admin.entering.source_form import FIELDSETS, SourceForm
from timeline.models import Source


@admin.register(Source)
class SourceAdmin(RecordAdmin):
    form = SourceForm
    fieldsets = FIELDSETS
    # Whether it copies another decides who counts as a witness.
    weighed_fields = ("based_on",)
    list_display = ("title", "short", "type", "issued", "based_on", "publication")
    list_filter = ("publication", "type", "language")
    list_select_related = ("based_on",)
    search_fields = ("title", "short", "slug", "container")
    prepopulated_fields = {"slug": ("title",)}
    autocomplete_fields = ("based_on",)

    class Media:
        js = ("frontend/claim-entry.js",)
