"""Admin pages of movements and their legs."""

from django.contrib import admin
from django.db.models import Count, Prefetch
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _

from timeline.admin import charts
from timeline.admin.base import RecordAdmin
from timeline.admin.entering.claims_shown import ClaimsOfLeg, ClaimsOfMovement
from timeline.admin.leg_forms import LegForm, LegFormSet
from timeline.admin.leg_outlook import outlook
from timeline.admin.lists import Cited
from timeline.admin.movement_pages import outlook_view, places
from timeline.admin.movement_words import CHART_WORDS
from timeline.admin.mover_forms import MoverForm, MoverFormSet, MoverRecordForm
from timeline.models import Leg, LegStop, Movement, Mover, Side

STOPS = Prefetch("stops", queryset=LegStop.objects.select_related("place").order_by("order"))


class LegInline(admin.StackedInline):
    """The legs, as rows in order; the last, empty one begins where the march has come to."""

    model = Leg
    form = LegForm
    formset = LegFormSet
    template = "admin/timeline/movement/legs.html"
    extra = 1
    fields = ("position", "start", "by_way", "end", "mode", "status", "inferred", "note")

    def get_queryset(self, request):
        legs = super().get_queryset(request).select_related("movement", "start", "end")
        return legs.prefetch_related(STOPS).annotate(claims_there=Count("claims")).order_by("order")


class MoverInline(admin.StackedInline):
    model = Mover
    form = MoverForm
    formset = MoverFormSet
    fields = (("force", "person", "goods"), ("side", "from_leg", "to_leg"))
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
    fieldsets = (
        (None, {"fields": ("title", "title_fa", "slug", "atlas", "theatre", "event", "summary")}),
        (_("Standing"), {"fields": ("status", "importance", "publication", "seen_version")}),
    )
    # Legs first: movers are held against the legs there will be.
    inlines = (LegInline, MoverInline, ClaimsOfMovement)

    @property
    def media(self):
        return super().media + charts.MEDIA

    def get_urls(self):
        asked = self.admin_site.admin_view(outlook_view(self))
        return [
            path("places/", self.admin_site.admin_view(places), name="timeline_movement_places"),
            path("outlook/", asked, name="timeline_movement_outlook_of_new"),
            path("<int:key>/outlook/", asked, name="timeline_movement_outlook"),
            *super().get_urls(),
        ]

    def get_formset_kwargs(self, request, obj, inline, prefix):
        kwargs = super().get_formset_kwargs(request, obj, inline, prefix)
        if isinstance(inline, LegInline):
            last = Leg.objects.filter(movement=obj).select_related("end").order_by("order").last() if obj.pk else None
            kwargs["initial"] = [{"start": last.end if last else None}]
        return kwargs

    def _create_formsets(self, request, obj, change):
        formsets, inlines = super()._create_formsets(request, obj, change)
        legs = next((formset for formset in formsets if isinstance(formset, LegFormSet)), None)
        for formset in formsets:
            if isinstance(formset, MoverFormSet):
                formset.legs = legs
        return formsets, inlines

    def legs_formset(self, request, movement: Movement) -> LegFormSet:
        """The rows of the legs as a request sends them, to be looked at and not to be saved."""
        inline = LegInline(Movement, self.admin_site)
        formset = inline.get_formset(request, movement if movement.pk else None)
        prefix = formset.get_default_prefix()
        return formset(**self.get_formset_kwargs(request, movement, inline, prefix))

    def save_formset(self, request, form, formset, change):
        super().save_formset(request, form, formset, change)
        if isinstance(formset, MoverFormSet) and formset.legs is not None:
            formset.follow_legs()

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        legs = next(
            (one.formset for one in context["inline_admin_formsets"] if isinstance(one.formset, LegFormSet)), None
        )
        context |= {"outlook": outlook(obj, legs) if legs else None, "chart": self._chart(obj)}
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def _chart(self, movement: Movement | None) -> dict:
        sides = Side.objects.filter(movers__movement=movement).distinct() if movement else Side.objects.none()
        columns = ("slug", "colour", "colour_dark", "pattern")
        own = [dict(zip(("id", *columns[1:]), row, strict=True)) for row in sides.values_list(*columns)[:1]]
        asked = [movement.pk] if movement else []
        name = "admin:timeline_movement_outlook" if movement else "admin:timeline_movement_outlook_of_new"
        return charts.chart_settings(
            words=CHART_WORDS, sides=own, outlook=reverse(name, args=asked),
            places=reverse("admin:timeline_movement_places"),
        )  # fmt: skip


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
    form = MoverRecordForm
    list_display = ("name", "type", "movement", "side", "from_leg", "to_leg")
    list_select_related = ("movement", "force", "person", "side")
    search_fields = ("movement__title", "force__name", "person__name", "goods")
    autocomplete_fields = ("movement", "force", "person", "side")
