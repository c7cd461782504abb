"""Answers what a march's form asks while it is edited: what its legs come to, and which places are meant."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from geo.models import Place
from geo.points import Bounds, Point, PointError, distance_km
from timeline.admin.leg_outlook import outlook, outlook_body
from timeline.admin.place_fields import places_like, text_of
from timeline.models import Movement

RIGHTS = ("timeline.add_movement", "timeline.change_movement")
MOST = 10
MOST_IN_A_BOX = 80
NEAR_KM = 60.0
LONGEST = 200


def _let_in(request) -> None:
    if not any(request.user.has_perm(right) for right in RIGHTS):
        raise PermissionDenied


def outlook_view(model_admin):
    """The view that answers a form as it stands, posted whole, with distances, pace and questions; writes nothing."""

    @require_POST
    def answer(request, key: int | None = None):
        movement = Movement.objects.filter(pk=key).first() if key else Movement()
        if movement is None:
            raise Http404(_("There is no such movement."))
        if not (
            model_admin.has_change_permission(request, movement) if key else model_admin.has_add_permission(request)
        ):
            raise PermissionDenied
        formset = model_admin.legs_formset(request, movement)
        if not formset.management_form.is_valid():
            message = _("The rows of the legs did not arrive. Load the page again.")
            return JsonResponse({"error": {"code": "no_legs", "message": message, "field": "legs"}}, status=400)
        return JsonResponse(outlook_body(outlook(movement, formset), formset))

    return answer


@require_safe
def places(request):
    """Places by words (`q`), about a point (`near`=lat,lon) or within a box (`box`=south,west,north,east)."""
    _let_in(request)
    try:
        if "near" in request.GET:
            found = _near(Point(*_numbers(request.GET["near"], 2)))
        elif "box" in request.GET:
            found = _inside(Bounds(*_numbers(request.GET["box"], 4)))
        else:
            found = [(place, None) for place in places_like(request.GET.get("q", "")[:LONGEST])[:MOST]]
    except (PointError, ValueError):
        message = _("These are no degrees of latitude and longitude.")
        return JsonResponse({"error": {"code": "bad_point", "message": message, "field": "near"}}, status=400)
    body = {"places": [_body(place, km) for place, km in found]}
    if request.user.has_perm("geo.add_place"):
        body["add"] = reverse("admin:geo_place_add")
    return JsonResponse(body)


def _numbers(text: str, count: int) -> list[float]:
    numbers = [float(part) for part in text[:LONGEST].split(",")]
    if len(numbers) != count:
        raise ValueError(text)
    return numbers


def _near(here: Point) -> list[tuple[Place, float]]:
    placed = Place.objects.placed().filter(latitude__range=(here.lat - 1, here.lat + 1))
    measured = ((place, distance_km(here, Point(place.latitude, place.longitude))) for place in placed)
    return sorted(((place, km) for place, km in measured if km <= NEAR_KM), key=lambda pair: pair[1])[:MOST]


def _inside(box: Bounds) -> list[tuple[Place, None]]:
    chosen = Place.objects.placed().filter(
        latitude__range=(box.south, box.north), longitude__range=(box.west, box.east)
    )
    return [(place, None) for place in chosen.order_by("pk")[:MOST_IN_A_BOX]]


def _body(place: Place, km: float | None) -> dict:
    return {
        "slug": place.slug,
        "name": place.name,
        "kind": place.kind,
        "kind_label": place.get_kind_display(),
        "text": text_of(place),
        "lat": place.latitude,
        "lon": place.longitude,
        "km": None if km is None else round(km, 1),
    }
