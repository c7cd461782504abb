"""Admin pages of movements and their legs."""

from django.contrib import admin

from timeline.admin.base import RecordAdmin
from timeline.admin.entering.claims_shown import ClaimsOfLeg, ClaimsOfMovement
from timeline.admin.lists import Cited
from timeline.models import Leg, LegStop, Movement, Mover


class LegInline(admin.TabularInline):
    model = Leg
    fields = ("order", "start", "end", "mode", "status", "inferred")
    autocomplete_fields = ("start", "end")
    show_change_link = True
    extra = 0


class MoverInline(admin.TabularInline):
    model = Mover
    fields = ("force", "person", "goods", "side", "from_leg", "to_leg")
    autocomplete_fields = ("force", "person", "side")
    extra = 0


class LegStopInline(admin.TabularInline):
    model = LegStop
    autocomplete_fields = ("place",)
    extra = 0


@admin.register(Movement)
class MovementAdmin(RecordAdmin):
    list_display = ("title", "theatre", "status", "event", "disputed", "publication")
    list_filter = ("publication", Cited, "atlas", "theatre", "status", "disputed")
    list_select_related = ("theatre", "event")
    search_fields = ("title", "slug", "search")
    prepopulated_fields = {"slug": ("title",)}
    autocomplete_fields = ("theatre", "event")
    inlines = (MoverInline, LegInline, ClaimsOfMovement)


@admin.register(Leg)
class LegAdmin(RecordAdmin):
    list_display = ("movement", "order", "start", "end", "mode", "status")
    list_filter = ("mode", "status")
    list_select_related = ("movement", "start", "end")
    search_fields = ("movement__title", "movement__slug", "start__name", "end__name")
    autocomplete_fields = ("movement", "start", "end")
    inlines = (LegStopInline, ClaimsOfLeg)


@admin.register(Mover)
class MoverAdmin(RecordAdmin):
    list_display = ("name", "type", "movement", "side", "from_leg", "to_leg")
    list_select_related = ("movement", "force", "person", "side")
    search_fields = ("movement__title", "force__name", "person__name", "goods")
    autocomplete_fields = ("movement", "force", "person", "side")
