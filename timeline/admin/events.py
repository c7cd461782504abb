"""Admin pages of events, relations and participations."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from timeline.admin.base import RecordAdmin
from timeline.admin.entering.claims_shown import ClaimsOfEvent, ClaimsOfParticipation, ClaimsOfRelation
from timeline.admin.entering.event_form import EventForm, RelationForm
from timeline.admin.lists import Cited
from timeline.admin.rearranging import EVENT_ACTIONS, event_addresses
from timeline.models import Event, Participation, Relation


class ParticipationInline(admin.TabularInline):
    model = Participation
    fk_name = "event"
    fields = ("person", "force", "role", "side")
    autocomplete_fields = ("person", "force", "side")
    extra = 0


class RelationInline(admin.TabularInline):
    model = Relation
    fk_name = "from_event"
    form = RelationForm
    fields = ("kind", "to_event", "low", "high")
    autocomplete_fields = ("to_event",)
    extra = 0


@admin.register(Event)
class EventAdmin(RecordAdmin):
    form = EventForm
    list_display = ("title", "kind", "theatre", "edtf", "place", "disputed", "importance", "publication")
    list_filter = ("publication", Cited, "atlas", "kind", "theatre", "status", "disputed", "importance")
    list_select_related = ("theatre", "place")
    search_fields = ("title", "slug", "search")
    prepopulated_fields = {"slug": ("title",)}
    autocomplete_fields = ("theatre",)
    readonly_fields = ("edtf", "date_rule", "date_claim", "place", "place_rule", "disputed", "published_claims")
    inlines = (ClaimsOfEvent, ParticipationInline, RelationInline)
    actions = EVENT_ACTIONS
    fieldsets = (
        (None, {"fields": ("title", "title_fa", "slug", "atlas", "kind", "theatre", "summary")}),
        (_("Standing"), {"fields": ("status", "shape", "importance", "order", "publication", "seen_version")}),
        (
            _("What its claims come to"),
            {
                "fields": readonly_fields,
                "description": _("Worked out from the claims; add or change a claim to change them."),
            },
        ),
    )

    def get_urls(self):
        return [*event_addresses(), *super().get_urls()]


@admin.register(Relation)
class RelationAdmin(RecordAdmin):
    list_display = ("from_event", "kind", "to_event", "low", "high")
    list_filter = ("atlas", "kind")
    list_select_related = ("from_event", "to_event")
    search_fields = ("from_event__title", "to_event__title", "from_event__slug", "to_event__slug")
    autocomplete_fields = ("from_event", "to_event")
    inlines = (ClaimsOfRelation,)


@admin.register(Participation)
class ParticipationAdmin(RecordAdmin):
    list_display = ("who", "role", "side", "event", "movement")
    list_filter = ("role", "side")
    list_select_related = ("person", "force", "side", "event", "movement")
    search_fields = ("person__name", "force__name", "event__title", "movement__title")
    autocomplete_fields = ("event", "movement", "person", "force", "side")
    inlines = (ClaimsOfParticipation,)
