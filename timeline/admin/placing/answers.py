"""Answers the script of the place form: candidates for a name, what is asked of a point, and what lies about it."""

from collections.abc import Callable
from functools import wraps

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Case, IntegerField, Value, When
from django.http import HttpRequest, JsonResponse
from django.urls import path
from django.utils.translation import gettext as _

from geo.coordinates import Axis, CoordinateError, read_coordinate, split_pair, worded
from geo.models import Place, PlaceKind
from geo.points import Point
from timeline.admin.placing.candidates import search
from timeline.admin.placing.questions import questions

ABOUT = 60
# The first kinds are named first; an area has no point that could be shown among towns.
KINDS = (
    *(PlaceKind.CAPITAL, PlaceKind.CITY, PlaceKind.PORT, PlaceKind.TOWN, PlaceKind.VILLAGE, PlaceKind.FORT),
    *(PlaceKind.SHRINE, PlaceKind.GATE, PlaceKind.MOSQUE, PlaceKind.PALACE, PlaceKind.PARLIAMENT),
    *(PlaceKind.LEGATION, PlaceKind.CONSULATE, PlaceKind.TELEGRAPH, PlaceKind.BAZAAR, PlaceKind.OTHER),
)


def addresses() -> list:
    """The addresses of these answers under the admin's places."""
    return [
        path("candidates/", candidates, name="geo_place_candidates"),
        path("check/", check, name="geo_place_check"),
        path("around/", around, name="geo_place_around"),
    ]


def _for_placing(view: Callable) -> Callable:
    """Let in who may add or change places; answer a bad question with its sentence."""

    @wraps(view)
    def guarded(request: HttpRequest, *args, **kwargs):
        if not (request.user.has_perm("geo.change_place") or request.user.has_perm("geo.add_place")):
            raise PermissionDenied
        try:
            return JsonResponse(view(request, *args, **kwargs))
        except CoordinateError as error:
            problem = {"code": error.code, "message": error.message, "value": error.value[:200]}
            return JsonResponse({"error": problem}, status=400)

    return admin.site.admin_view(guarded)


def _point(values) -> Point | None:
    """The point of a query string, None where it gives none or half of one; raises CoordinateError."""
    given = [values.get(name, "").strip() for name in ("lat", "lon")]
    if given[0] and not given[1] and (pair := split_pair(given[0])):
        given = list(pair)
    latitude, longitude = (
        read_coordinate(text, axis) if text else None for text, axis in zip(given, Axis, strict=True)
    )
    return None if latitude is None or longitude is None else Point(latitude, longitude)


def _key(values, name: str) -> int | None:
    text = values.get(name, "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 19 else None


@_for_placing
def candidates(request: HttpRequest) -> dict:
    """`q` in any spelling, `lat` and `lon` of the point as it is, `slug` of the place itself."""
    try:
        near = _point(request.GET)
    except CoordinateError:
        # A distance is a help; what the field holds is said beside the field.
        near = None
    answer = search(request.GET.get("q", ""), near, but=request.GET.get("slug", "")[:80])
    return {
        "summary": answer.summary,
        "trouble": answer.trouble,
        "candidates": [each.told() for each in answer.proposed],
    }


@_for_placing
def check(request: HttpRequest) -> dict:
    """How `lat` and `lon` are read as typed, and what is asked of a place of these `name`s there.

    `self` and `parent` are keys: of the place itself, and of what it lies in.
    """
    values = request.GET
    problems, point = _problems(values)
    names = [name[:300] for name in values.getlist("name") if name.strip()][:40]
    asked = questions(names, point, but=_key(values, "self"), parent=_key(values, "parent")) if not problems else []
    return {
        "point": {"lat": point.lat, "lon": point.lon} if point else None,
        "words": worded(point) if point else "",
        "problems": problems,
        "questions": [question.told() for question in asked],
    }


def _problems(values) -> tuple[dict[str, str], Point | None]:
    """What can't be read, by field, and the point where both can."""
    try:
        return {}, _point(values)
    except CoordinateError:
        problems = {}
        for name, axis in (("lat", Axis.LATITUDE), ("lon", Axis.LONGITUDE)):
            try:
                if values.get(name, "").strip():
                    read_coordinate(values[name], axis)
            except CoordinateError as error:
                problems[name] = error.message
        return problems, None


@_for_placing
def around(request: HttpRequest) -> dict:
    """Places inside `south`, `west`, `north` and `east`, the greatest first; `self` is left out. Two queries."""
    south, north = (read_coordinate(request.GET.get(name, ""), Axis.LATITUDE) for name in ("south", "north"))
    west, east = (read_coordinate(request.GET.get(name, ""), Axis.LONGITUDE) for name in ("west", "east"))
    rank = Case(*(When(kind=kind, then=Value(n)) for n, kind in enumerate(KINDS)), output_field=IntegerField())
    inside = Place.objects.filter(
        kind__in=KINDS, latitude__range=(south, north), longitude__range=(west, east)
    ).exclude(pk=_key(request.GET, "self"))
    places = inside.exclude(publication="withdrawn").order_by(rank, "pk").prefetch_related("names")[:ABOUT]
    return {"places": [_about(place) for place in places], "credit": _("Places of this atlas")}


def _about(place: Place) -> dict:
    persian = next((name.text for name in place.names.all() if name.language == "fa"), "")
    return {
        "id": place.slug, "lat": place.latitude, "lon": place.longitude, "name": place.name, "fa": persian,
        "kind": place.kind,
    }  # fmt: skip
