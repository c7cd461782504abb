"""Admin pages of places."""

from django.contrib import admin
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from geo.coordinates import worded
from geo.models import Place
from geo.points import Point
from timeline.admin.charts import MEDIA
from timeline.admin.lists import Pointed, SaidInWords
from timeline.admin.names import NamesInline
from timeline.admin.people import NamedAdmin
from timeline.admin.placing import answers
from timeline.admin.placing.form import PlaceForm, point_of
from timeline.admin.placing.page import placing_page, pressed_before
from timeline.admin.placing.provenance import provenance
from timeline.admin.rearranging import place_merging
from timeline.admin.rearranging.desk import RIGHT
from timeline.admin.resolved_words import NOTHING
from timeline.models import LegStop
from timeline.pages.readings import day_words
from timeline.rearranging.place_reading import claims_on_way

# Claims that keep a place from being deleted, named on the page that says so.
MOST_NAMED = 20


class NamesOfPlace(NamesInline):
    fk_name = "place"


@admin.register(Place)
class PlaceAdmin(NamedAdmin):
    """Places; their point is picked on the map, typed, or accepted from a geocoder."""

    form = PlaceForm
    change_form_template = "admin/geo/place/change_form.html"
    list_display = ("name", "kind", "parent", "point", "uncertainty", "placed_by", "publication")
    list_filter = (Pointed, "publication", "kind", ("geocoder", SaidInWords))
    list_select_related = ("parent",)
    autocomplete_fields = ("parent",)
    readonly_fields = ("placed_by", "looked_for", "placed_on", "accepted_by")
    inlines = (NamesOfPlace,)
    actions = (place_merging.merge_selected,)
    fieldsets = (
        (None, {"fields": ("name", "slug", "kind", "parent", "publication", "seen_version")}),
        (
            _("Point"),
            {"classes": ("point",), "fields": (("latitude", "longitude", "uncertainty_km"), "basis", "gazetteer_id")},
        ),
        (
            _("How it was placed"),
            {
                "fields": readonly_fields,
                "description": _("Recorded when a place is saved with another point than it had."),
            },
        ),
    )

    @property
    def media(self):
        return super().media + MEDIA

    @admin.display(description=_("point"), ordering="latitude")
    def point(self, place: Place) -> str:
        return worded(Point(place.latitude, place.longitude)) if place.has_point else gettext("not known")

    @admin.display(description=_("uncertainty"), ordering="uncertainty_km")
    def uncertainty(self, place: Place) -> str:
        return gettext("%(km)g km") % {"km": place.uncertainty_km} if place.uncertainty_km is not None else ""

    @admin.display(description=_("placed by"), ordering="geocoder")
    def placed_by(self, place: Place) -> str:
        return place.geocoder or NOTHING

    @admin.display(description=_("looked for as"))
    def looked_for(self, place: Place) -> str:
        return place.geocode_query or NOTHING

    @admin.display(description=_("placed on"))
    def placed_on(self, place: Place) -> str:
        return day_words(place.geocoded_on) if place.geocoded_on else NOTHING

    def get_urls(self):
        return [*answers.addresses(), *place_merging.place_addresses(), *super().get_urls()]

    def changeform_view(self, request, *args, **kwargs):
        if request.method == "POST":
            request.POST = pressed_before(request.POST)
        return super().changeform_view(request, *args, **kwargs)

    def render_change_form(self, request, context, *args, **kwargs):
        context["placing"] = placing_page(request, context["adminform"].form, context["original"])
        return super().render_change_form(request, context, *args, **kwargs)

    def save_model(self, request, obj, form, change):
        before = point_of(form.initial) if change else None
        now = Point(obj.latitude, obj.longitude) if obj.has_point else None
        placed = provenance(
            before, now, form.chosen,
            by=(request.user.get_full_name() or request.user.get_username())[:120],
            on=timezone.localdate().isoformat(), basis=obj.basis,
        )  # fmt: skip
        for column, value in placed.items():
            setattr(obj, column, value)
        super().save_model(request, obj, form, change)

    def has_rearrange_permission(self, request) -> bool:
        """Whether somebody may merge places; asked by the action of the list."""
        return request.user.has_perm(RIGHT)

    def get_deleted_objects(self, objs, request):
        """Name as protected the claims whose route leads through a place: they know it by its slug alone."""
        to_delete, model_count, perms_needed, protected = super().get_deleted_objects(objs, request)
        # Django names the stop by the place alone, which leads nobody to the march.
        stops = LegStop.objects.filter(place__in=objs).select_related("place", "leg__movement")
        unnamed = {f"{capfirst(LegStop._meta.verbose_name)}: {stop}" for stop in stops}
        words = _("the march “%(title)s”, whose leg %(number)s passes it: take the stop out there")
        protected = [each for each in protected if str(each) not in unnamed]
        protected += [
            words % {"title": stop.leg.movement.title[:200], "number": stop.leg.order} for stop in stops[:MOST_NAMED]
        ]
        on_way = claims_on_way(*(place.slug for place in objs))
        protected += [str(claim) for claim in on_way[:MOST_NAMED]]
        return to_delete, model_count, perms_needed, protected
