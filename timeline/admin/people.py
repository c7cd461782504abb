"""Admin pages of persons, forces and names."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from timeline.admin.base import RecordAdmin
from timeline.admin.names import NAME_FIELDSETS, NameRecordForm, NamesInline
from timeline.admin.people_forms import FORCE_FIELDSETS, PERSON_FIELDSETS, ForceForm, PersonForm
from timeline.admin.resolved_words import date_in_words
from timeline.models import Force, Name, Person
from timeline.spelling import put_search


class NamesOfPerson(NamesInline):
    fk_name = "person"


class NamesOfForce(NamesInline):
    fk_name = "force"


class NamedAdmin(RecordAdmin):
    """A record found by any spelling of its name."""

    list_filter = ("publication",)
    search_fields = ("name", "slug", "search")
    prepopulated_fields = {"slug": ("name",)}

    def settle(self, obj, before):
        put_search(obj)
        super().settle(obj, before)


@admin.register(Person)
class PersonAdmin(NamedAdmin):
    form = PersonForm
    fieldsets = PERSON_FIELDSETS
    list_display = ("name", "slug", "publication")
    inlines = (NamesOfPerson,)


@admin.register(Force)
class ForceAdmin(NamedAdmin):
    form = ForceForm
    fieldsets = FORCE_FIELDSETS
    list_display = ("name", "kind", "parent", "letter", "publication")
    list_filter = ("publication", "kind")
    list_select_related = ("parent",)
    autocomplete_fields = ("parent",)
    inlines = (NamesOfForce,)


@admin.register(Name)
class NameAdmin(RecordAdmin):
    form = NameRecordForm
    fieldsets = NAME_FIELDSETS
    in_words = {"period": "used"}
    list_display = ("text", "language", "kind", "bearer", "source")
    list_filter = ("kind", "language", "script")
    list_select_related = ("place", "person", "force", "work", "source")
    search_fields = ("text",)
    autocomplete_fields = ("place", "person", "force", "work", "source")

    @admin.display(description=_("whose name it is"))
    def bearer(self, name: Name) -> str:
        return str(name.place or name.person or name.force or name.work)

    @admin.display(description=_("in use"))
    def used(self, name: Name) -> str:
        return date_in_words(name.period)

    def settle(self, obj, before):
        self._respell([obj])
        super().settle(obj, before)

    def delete_model(self, request, obj):
        super().delete_model(request, obj)
        self._respell([obj])

    def delete_queryset(self, request, queryset):
        gone = list(queryset.select_related("place", "person", "force"))
        super().delete_queryset(request, queryset)
        self._respell(gone)

    def _respell(self, names) -> None:
        for bearer in {name.place or name.person or name.force for name in names} - {None}:
            put_search(bearer)
