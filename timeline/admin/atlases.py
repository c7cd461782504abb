"""Admin pages of atlases and their frames."""

from django.contrib import admin

from timeline.admin.base import RecordAdmin
from timeline.admin.sample_sheet import sample_addresses
from timeline.models import Atlas, FormerSlug, Period, Side, Theatre


class TheatreInline(admin.TabularInline):
    model = Theatre
    extra = 0


class SideInline(admin.TabularInline):
    model = Side
    extra = 0


class PeriodInline(admin.TabularInline):
    model = Period
    extra = 0
    autocomplete_fields = ("begins", "ends")


@admin.register(Atlas)
class AtlasAdmin(RecordAdmin):
    list_display = ("title", "slug", "is_default", "publication", "revision")
    list_filter = ("publication",)
    search_fields = ("title", "slug")
    prepopulated_fields = {"slug": ("title",)}
    inlines = (TheatreInline, SideInline, PeriodInline)

    def get_urls(self):
        return [*sample_addresses(), *super().get_urls()]


@admin.register(Theatre)
class TheatreAdmin(RecordAdmin):
    list_display = ("label_en", "atlas", "order")
    list_filter = ("atlas",)
    search_fields = ("label_en", "label_fa", "slug")


@admin.register(Side)
class SideAdmin(RecordAdmin):
    list_display = ("label_en", "atlas", "colour", "pattern", "shape")
    list_filter = ("atlas",)
    search_fields = ("label_en", "label_fa", "slug")


@admin.register(Period)
class PeriodAdmin(RecordAdmin):
    list_display = ("label_en", "atlas", "kind", "begins", "ends")
    list_filter = ("atlas", "kind")
    list_select_related = ("atlas", "begins", "ends")
    search_fields = ("label_en", "label_fa", "slug")
    autocomplete_fields = ("begins", "ends")


@admin.register(FormerSlug)
class FormerSlugAdmin(admin.ModelAdmin):
    list_display = ("kind", "old", "new")
    search_fields = ("old", "new")
