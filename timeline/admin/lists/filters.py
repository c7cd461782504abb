"""Filters of the admin's lists that ask what a record lacks."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from timeline.waiting.lacking import uncited


class Cited(admin.SimpleListFilter):
    """Events and movements on their way, with a claim or without."""

    title = _("claims")
    parameter_name = "cited"

    def lookups(self, request, model_admin):
        return [("no", _("drafts without a claim"))]

    def queryset(self, request, queryset):
        if self.value() != "no":
            return queryset
        return queryset.filter(pk__in=uncited(queryset.model).values("pk"))


class Disputed(admin.SimpleListFilter):
    """Events and marches of which claims contradict each other, or don't."""

    title = _("in dispute")
    parameter_name = "disputed"

    def lookups(self, request, model_admin):
        return [("yes", _("its claims disagree")), ("no", _("nothing is in dispute"))]

    def queryset(self, request, queryset):
        if self.value() not in ("no", "yes"):
            return queryset
        return queryset.filter(disputed=self.value() == "yes")


class SaidInWords(admin.AllValuesFieldListFilter):
    """Every value there is, an empty one in words: a link without words leads nobody anywhere."""

    def choices(self, changelist):
        for choice in super().choices(changelist):
            yield choice if str(choice["display"]).strip() else {**choice, "display": _("not said")}


class Pointed(admin.SimpleListFilter):
    """Places that can be drawn, or can't."""

    title = _("point")
    parameter_name = "point"

    def lookups(self, request, model_admin):
        return [("no", _("without a point")), ("yes", _("with a point"))]

    def queryset(self, request, queryset):
        if self.value() not in ("no", "yes"):
            return queryset
        return queryset.filter(latitude__isnull=self.value() == "no")
