"""Admin pages of atlases and their frames."""

from django.contrib import admin, messages
from django.db.models import F
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from timeline.admin import charts
from timeline.admin.atlas_form import AtlasForm
from timeline.admin.atlas_pages import check, day, first
from timeline.admin.base import RecordAdmin
from timeline.admin.day_field import FIRST, said
from timeline.admin.former_slug_form import FormerSlugForm
from timeline.admin.frame_forms import (
    PERIOD_FIELDSETS,
    PERIOD_LINES,
    THEATRE_FIELDSETS,
    THEATRE_LINES,
    PeriodForm,
    PeriodRecordForm,
    TheatreForm,
    TheatreRecordForm,
)
from timeline.admin.kept import KeptAdmin
from timeline.admin.resolved_words import NOTHING
from timeline.admin.sample_sheet import sample_addresses
from timeline.admin.side_forms import SIDE_FIELDSETS, SideForm, SideRecordForm, SidesFormSet, asked_sides
from timeline.admin.side_pictures import on_plate
from timeline.admin.speaking import SpokenFormSet
from timeline.models import Atlas, FormerSlug, Period, Side, Theatre
from timeline.models.vocabulary import Pattern, TokenShape
from timeline.side_checks import DOUBTFUL, check_sides
from timeline.side_inks import inks_of

CHART_WORDS = {
    "atlas.chart": gettext_lazy("Map of the bounds: a dashed frame between two corners."),
    "atlas.south-west": gettext_lazy("South-western corner"),
    "atlas.north-east": gettext_lazy("North-eastern corner"),
    "atlas.how": gettext_lazy("Drag the corners, or click where the nearer one is to be. The figures above follow."),
    "atlas.colour": gettext_lazy("Choose a colour"),
    "atlas.unread": gettext_lazy("The check did not answer. Save, and the sides are checked then."),
}


class TheatreInline(admin.StackedInline):
    model = Theatre
    form = TheatreForm
    formset = SpokenFormSet
    fields = THEATRE_LINES
    classes = ("help-once", "in-columns")
    extra = 0
    prepopulated_fields = {"slug": ("label_en",)}


class SideInline(admin.StackedInline):
    model = Side
    form = SideForm
    formset = SidesFormSet
    template = "admin/timeline/atlas/sides.html"
    classes = ("help-once",)
    extra = 0
    prepopulated_fields = {"slug": ("label_en",)}
    readonly_fields = ("looks",)
    fieldsets = (
        (None, {"fields": (("label_en", "label_fa", "label_ru"), ("slug", "order"), ("colour", "colour_dark"),
                           "pattern", "shape", "looks")}),
    )  # fmt: skip

    @admin.display(description=gettext_lazy("on the plates"))
    def looks(self, side):
        return pictured(side)


class PeriodInline(admin.StackedInline):
    model = Period
    form = PeriodForm
    formset = SpokenFormSet
    fields = PERIOD_LINES
    prepopulated_fields = {"slug": ("label_en",)}
    classes = ("help-once", "in-columns")
    extra = 0
    autocomplete_fields = ("begins", "ends")


@admin.register(Atlas)
class AtlasAdmin(RecordAdmin):
    form = AtlasForm
    list_display = ("title", "slug", "at_front", "publication", "revision")
    list_filter = ("publication",)
    search_fields = ("title", "slug")
    prepopulated_fields = {"slug": ("title",)}
    inlines = (TheatreInline, SideInline, PeriodInline)
    in_words = {"window_from": "opens", "window_to": "closes", "day": "cursor", "is_default": "at_front"}
    fieldsets = (
        (None, {"fields": ("title", "slug", "title_fa", "title_ru", "description", "description_fa", "seen_version")}),
        (gettext_lazy("Days"), {"fields": (("window_from", "window_to"), "day", "rulers")}),
        (
            gettext_lazy("Bounds"),
            {
                "fields": (("west", "east"), ("south", "north")),
                "description": gettext_lazy("The country the map opens on, in degrees."),
                "classes": ("atlas-bounds",),
            },
        ),
        (gettext_lazy("Standing"), {"fields": ("languages", "licence", "publication", "is_default")}),
    )

    @property
    def media(self):
        return super().media + charts.MEDIA

    @admin.display(description=gettext_lazy("at the front"), ordering="is_default")
    def at_front(self, atlas) -> str:
        return _("readers see it first") if atlas.is_default else NOTHING

    @admin.display(description=gettext_lazy("opens at"))
    def opens(self, atlas):
        return said(atlas.window_from, FIRST)

    @admin.display(description=gettext_lazy("to"))
    def closes(self, atlas):
        return said(atlas.window_to, FIRST)

    @admin.display(description=gettext_lazy("cursor at"))
    def cursor(self, atlas):
        return said(atlas.day, FIRST)

    def get_urls(self):
        return [
            path("first/", self.admin_site.admin_view(first), name="timeline_atlas_first"),
            path("check/", self.admin_site.admin_view(check), name="timeline_atlas_check"),
            path("day/", self.admin_site.admin_view(day), name="timeline_atlas_day"),
            *sample_addresses(),
            *super().get_urls(),
        ]

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        told = check_sides(asked_sides(obj.sides.all())) if obj else ()
        context |= {
            "chart": charts.chart_settings(words=CHART_WORDS, day=reverse("admin:timeline_atlas_day")),
            "told": told,
        }
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def save_model(self, request, obj, form, change):
        fronts = Atlas.objects.exclude(pk=obj.pk).filter(is_default=True)
        if obj.is_default:
            for front in fronts:
                front.is_default, front.version, front.revision = False, F("version") + 1, F("revision") + 1
                front.save(update_fields=["is_default", "version", "revision", "modified"])
        elif not fronts.exists():
            obj.is_default = True
            messages.info(request, _("It is the only atlas, so it stands at the front."))
        super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        for verdict in check_sides(asked_sides(form.instance.sides.all())):
            if verdict.level == DOUBTFUL:
                messages.warning(request, verdict.text)

    def get_deleted_objects(self, objs, request):
        """Name the atlas at the front as protected: readers would find nothing there."""
        to_delete, model_count, perms_needed, protected = super().get_deleted_objects(objs, request)
        fronts = [atlas for atlas in objs if atlas.is_default]
        if fronts and Atlas.objects.exclude(pk__in=[atlas.pk for atlas in objs]).exists():
            words = _("“%(title)s” stands at the front: put another atlas there first")
            protected += [words % {"title": atlas.title[:200]} for atlas in fronts]
        return to_delete, model_count, perms_needed, protected


@admin.register(Theatre)
class TheatreAdmin(RecordAdmin):
    form = TheatreRecordForm
    fieldsets = THEATRE_FIELDSETS
    prepopulated_fields = {"slug": ("label_en",)}
    list_display = ("label_en", "atlas", "order")
    list_filter = ("atlas",)
    search_fields = ("label_en", "label_fa", "slug")


@admin.register(Side)
class SideAdmin(RecordAdmin):
    form = SideRecordForm
    fieldsets = SIDE_FIELDSETS
    prepopulated_fields = {"slug": ("label_en",)}
    list_display = ("label_en", "atlas", "colour", "pattern", "shape", "looks")
    list_filter = ("atlas",)
    list_select_related = ("atlas",)
    search_fields = ("label_en", "label_fa", "slug")

    @property
    def media(self):
        return super().media + charts.MEDIA

    @admin.display(description=gettext_lazy("on the plates"))
    def looks(self, side):
        return pictured(side)


@admin.register(Period)
class PeriodAdmin(RecordAdmin):
    form = PeriodRecordForm
    fieldsets = PERIOD_FIELDSETS
    prepopulated_fields = {"slug": ("label_en",)}
    list_display = ("label_en", "atlas", "kind", "begins", "ends")
    list_filter = ("atlas", "kind")
    list_select_related = ("atlas", "begins", "ends")
    search_fields = ("label_en", "label_fa", "slug")
    autocomplete_fields = ("begins", "ends")


@admin.register(FormerSlug)
class FormerSlugAdmin(KeptAdmin):
    form = FormerSlugForm
    list_display = ("kind", "old", "new")
    search_fields = ("old", "new")


def pictured(side: Side):
    """A side on the light and the dark plate."""
    (inks,) = inks_of([side])
    shown = (side.pattern or Pattern.SOLID, side.shape or TokenShape.CIRCLE)
    light, dark = (on_plate(ground, inks.grounds[ground].mark, *shown) for ground in ("light", "dark"))
    return format_html('<span class="side-pictures">{}{}</span>', light, dark)
