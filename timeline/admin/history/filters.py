"""The filters of the page of recent changes: person, sort of record, kind of act, each with what there is of it."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from timeline.admin.history.rights import changeable
from timeline.models import Act, ActRow
from timeline.models.vocabulary import ActKind
from timeline.rearranging.rows import TABLES


class SortFilter(admin.SimpleListFilter):
    """Acts that made, changed or removed rows of one sort."""

    title = _("sort of record")
    parameter_name = "table"

    def lookups(self, request, model_admin):
        tables = ((table, str(TABLES[table]._meta.verbose_name_plural)) for table in changeable(request.user))
        return sorted(tables, key=lambda each: each[1])

    def queryset(self, request, queryset):
        if self.value() not in TABLES:
            return queryset
        return queryset.filter(pk__in=ActRow.objects.filter(table=self.value()).values("act"))


class KindFilter(admin.SimpleListFilter):
    """Acts of one kind, of the kinds that there are."""

    title = _("kind of act")
    parameter_name = "kind"

    def lookups(self, request, model_admin):
        there = set(Act.objects.order_by().values_list("kind", flat=True).distinct())
        return [(kind.value, kind.label) for kind in ActKind if kind.value in there]

    def queryset(self, request, queryset):
        return queryset.filter(kind=self.value()) if self.value() else queryset


class PersonFilter(admin.SimpleListFilter):
    """Acts of one person, or of a load or import."""

    title = _("person")
    parameter_name = "by"

    def lookups(self, request, model_admin):
        return [(name, name) for name in Act.objects.order_by("by").values_list("by", flat=True).distinct()]

    def queryset(self, request, queryset):
        return queryset.filter(by=self.value()) if self.value() else queryset
