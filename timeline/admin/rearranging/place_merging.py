"""The pages on which two places become one: choosing the other, comparing, confirming."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.urls import path, reverse
from django.utils.translation import gettext as _

from geo.models import Place
from geo.points import Point
from timeline.admin.rearranging.desk import done, editor, for_editors, key_of, page, say_done
from timeline.admin.rearranging.place_forms import MergePlacesForm
from timeline.admin.rearranging.place_sides import outlook_of_places, place_side
from timeline.alike_places import Alike, places_alike
from timeline.pages.found import holding
from timeline.publishing.rights import may_change
from timeline.rearranging.place_acts import merge_places
from timeline.rearranging.place_merging import parent_afterwards, refuse_unfit_places
from timeline.rearranging.place_reading import place_holdings
from timeline.rearranging.plan import Refused
from timeline.rearranging.seen import written

SHOWN = 20


def place_addresses() -> list:
    """The addresses of these pages under the admin's places."""
    return [
        path("merge/", merge, name="geo_place_merge"),
        path("<int:key>/merge/", choose_other, name="geo_place_merge_with"),
    ]


@admin.action(description=_("Merge two places into one"), permissions=["rearrange"])
def merge_selected(modeladmin, request, queryset):
    """Go to the page that compares the two places chosen in the list."""
    keys = list(queryset.order_by("pk").values_list("pk", flat=True)[:3])
    if len(keys) != 2:
        messages.error(request, _("Choose exactly two places to merge."))
        return None
    return HttpResponseRedirect(f"{reverse('admin:geo_place_merge')}?keep={keys[0]}&other={keys[1]}")


def _place(text: str | None) -> Place:
    place = Place.objects.select_related("parent__parent__parent").filter(pk=key_of(text)).first()
    if place is None:
        raise Http404
    return place


def _let_in(request, *places: Place) -> None:
    """Raise PermissionDenied where somebody may rearrange, and may not change one of these."""
    if not all(may_change(request.user, place) for place in places):
        raise PermissionDenied


@for_editors
def choose_other(request, key: int):
    """Look for the place that is the same as this one: by words, else those near it or of its name."""
    place = _place(str(key))
    _let_in(request, place)
    asked = request.GET.get("q", "").strip()[:200]
    if asked:
        found = [Alike(other, None, "") for other in holding(Place.objects.exclude(pk=key), asked)[:SHOWN]]
    else:
        point = Point(place.latitude, place.longitude) if place.has_point else None
        spellings = [place.name, *place.names.values_list("text", flat=True)]
        found = places_alike(spellings, point, but=place.pk)[:SHOWN]
    return page(
        request, "choose_place", _("Merge “%(name)s” with another place") % {"name": place.name}, place=place,
        asked=asked, found=found,
    )  # fmt: skip


@for_editors
def merge(request):
    """Show both places side by side with what would change; merge them when the editor confirms."""
    kept, other = _place(request.GET.get("keep")), _place(request.GET.get("other"))
    _let_in(request, kept, other)
    held = place_holdings(kept), place_holdings(other)
    refused = _unfit(*held)
    form = MergePlacesForm(
        request.POST or None, kept=kept, other=other,
        initial={"seen": written(held[0].stamps, held[1].stamps)},
    )  # fmt: skip
    saving = request.method == "POST" and "save" in request.POST
    if saving and not refused and form.is_valid():
        try:
            act = merge_places(
                kept.pk, other.pk, seen=form.cleaned_data["seen"], by=editor(request),
                reason=form.cleaned_data["reason"], values=form.values,
            )  # fmt: skip
        except Refused as error:
            form.add_error(None, error.message)
        else:
            if not request.user.has_perm("geo.view_place"):
                return done(request, act)
            say_done(request, act)
            return HttpResponseRedirect(reverse("admin:geo_place_change", args=[kept.pk]))
    form.data = {**form.data.dict(), "seen": form.initial["seen"]} if request.method == "POST" else form.data
    values = {**form.values, **parent_afterwards(*held, form.values)}
    return page(
        request, "merge_places", _("Merge two places"), kept=kept, other=other, form=form, refused=refused,
        sides=[place_side(kept), place_side(other)],
        outlook=None if refused else outlook_of_places(kept, other, values),
        swapped=f"?keep={other.pk}&other={kept.pk}",
    )  # fmt: skip


def _unfit(kept, gone) -> str:
    try:
        refuse_unfit_places(kept, gone)
    except Refused as error:
        return error.message
    return ""
