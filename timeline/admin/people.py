"""Admin pages of persons, forces and names."""

from django.contrib import admin

from timeline.admin.base import RecordAdmin
from timeline.models import Force, Name, Person
from timeline.searchable import search_named


class NamesOfPerson(admin.TabularInline):
    model = Name
    fk_name = "person"
    fields = ("text", "language", "script", "kind", "period", "source", "note")
    autocomplete_fields = ("source",)
    extra = 0


class NamesOfForce(NamesOfPerson):
    fk_name = "force"


class NamedAdmin(RecordAdmin):
    """A record found by any spelling of its name."""

    list_filter = ("publication",)
    search_fields = ("name", "slug", "search")
    prepopulated_fields = {"slug": ("name",)}

    def settle(self, request, obj):
        type(obj).objects.filter(pk=obj.pk).update(search=search_named(obj))
        super().settle(request, obj)


@admin.register(Person)
class PersonAdmin(NamedAdmin):
    list_display = ("name", "slug", "publication")
    inlines = (NamesOfPerson,)


@admin.register(Force)
class ForceAdmin(NamedAdmin):
    list_display = ("name", "kind", "parent", "letter", "publication")
    list_filter = ("publication", "kind")
    list_select_related = ("parent",)
    autocomplete_fields = ("parent",)
    inlines = (NamesOfForce,)


@admin.register(Name)
class NameAdmin(RecordAdmin):
    list_display = ("text", "language", "kind", "place", "person", "force", "work", "source")
    list_filter = ("kind", "language", "script")
    list_select_related = ("place", "person", "force", "work", "source")
    search_fields = ("text",)
    autocomplete_fields = ("place", "person", "force", "work", "source")
