"""Admin pages of events, relations and participations."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from timeline.admin.base import RecordAdmin
from timeline.admin.entering.claims_shown import ClaimsOfEvent, ClaimsOfParticipation, ClaimsOfRelation
from timeline.admin.entering.event_form import EventForm
from timeline.admin.entering.participation_form import FIELDSETS as PARTICIPATION_FIELDSETS
from timeline.admin.entering.participation_form import ParticipationForm, ParticipationRecordForm
from timeline.admin.entering.relation_form import FIELDSETS as RELATION_FIELDSETS
from timeline.admin.entering.relation_form import RelationForm, RelationRecordForm
from timeline.admin.lists import Cited, Disputed
from timeline.admin.rearranging import EVENT_ACTIONS, event_addresses
from timeline.admin.resolved_words import (
    claim_in_words,
    days_in_words,
    disputes_in_words,
    is_disputed,
    place_in_words,
    rule_in_words,
)
from timeline.admin.speaking import SpokenFormSet
from timeline.models import Event, Participation, Relation


class ParticipationInline(admin.StackedInline):
    model = Participation
    form = ParticipationForm
    formset = SpokenFormSet
    fk_name = "event"
    fields = (("person", "force", "role", "side"),)
    classes = ("help-once", "in-columns")
    autocomplete_fields = ("person", "force", "side")
    extra = 0


class RelationInline(admin.StackedInline):
    model = Relation
    fk_name = "from_event"
    form = RelationForm
    formset = SpokenFormSet
    fields = (("kind", "to_event", "low", "high"),)
    classes = ("help-once", "in-columns")
    verbose_name_plural = _("How it stands to other events")
    autocomplete_fields = ("to_event",)
    extra = 0


@admin.register(Event)
class EventAdmin(RecordAdmin):
    form = EventForm
    list_display = ("title", "when", "kind", "theatre", "where", "is_disputed", "importance", "publication")
    list_filter = ("publication", Cited, "atlas", "kind", "theatre", "status", Disputed, "importance")
    list_select_related = ("atlas", "theatre", "place", "place_2")
    search_fields = ("title", "slug", "search")
    prepopulated_fields = {"slug": ("title",)}
    autocomplete_fields = ("theatre",)
    readonly_fields = ("when", "why_then", "dated_by", "where", "why_there", "in_dispute", "claims_out")
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

    @admin.display(description=_("date"), ordering="begin_earliest")
    def when(self, event: Event):
        return days_in_words(event)

    @admin.display(description=_("why this date"))
    def why_then(self, event: Event) -> str:
        return rule_in_words(event.date_rule)

    @admin.display(description=_("dated by"))
    def dated_by(self, event: Event):
        return claim_in_words(event.date_claim)

    @admin.display(description=_("place"), ordering="place__name")
    def where(self, event: Event) -> str:
        return place_in_words(event)

    @admin.display(description=_("why this place"))
    def why_there(self, event: Event) -> str:
        return rule_in_words(event.place_rule)

    @admin.display(description=_("in dispute"))
    def in_dispute(self, event: Event):
        return disputes_in_words(event)

    @admin.display(description=_("in dispute"), ordering="disputed")
    def is_disputed(self, event: Event):
        return is_disputed(event)

    @admin.display(description=_("published claims"))
    def claims_out(self, event: Event) -> int:
        return event.published_claims


@admin.register(Relation)
class RelationAdmin(RecordAdmin):
    form = RelationRecordForm
    fieldsets = RELATION_FIELDSETS
    list_display = ("from_event", "kind", "to_event", "low", "high")
    list_filter = ("atlas", "kind")
    list_select_related = ("from_event", "to_event")
    search_fields = ("from_event__title", "to_event__title", "from_event__slug", "to_event__slug")
    autocomplete_fields = ("from_event", "to_event")
    inlines = (ClaimsOfRelation,)


@admin.register(Participation)
class ParticipationAdmin(RecordAdmin):
    form = ParticipationRecordForm
    fieldsets = PARTICIPATION_FIELDSETS
    list_display = ("who", "role", "side", "event", "movement")
    list_filter = ("role", "side")
    list_select_related = ("person", "force", "side", "event", "movement")
    search_fields = ("person__name", "force__name", "event__title", "movement__title")
    autocomplete_fields = ("event", "movement", "person", "force", "side")
    inlines = (ClaimsOfParticipation,)
