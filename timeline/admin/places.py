"""Admin pages of places."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from geo.models import Place
from timeline.admin.lists import Pointed
from timeline.admin.people import NamedAdmin, NamesOfPerson


class NamesOfPlace(NamesOfPerson):
    fk_name = "place"


@admin.register(Place)
class PlaceAdmin(NamedAdmin):
    list_display = ("name", "kind", "parent", "latitude", "longitude", "uncertainty_km", "publication")
    list_filter = ("publication", Pointed, "kind", "geocoder")
    list_select_related = ("parent",)
    autocomplete_fields = ("parent",)
    inlines = (NamesOfPlace,)
    fieldsets = (
        (None, {"fields": ("name", "slug", "kind", "parent", "publication", "seen_version")}),
        (
            _("Point"),
            {
                "fields": ("latitude", "longitude", "uncertainty_km", "basis"),
                "description": _("Leave the point empty where it is not known: the place is then listed."),
            },
        ),
        (
            _("How it was placed"),
            {"fields": ("geocoder", "geocode_query", "geocoded_on", "accepted_by", "gazetteer_id")},
        ),
    )
