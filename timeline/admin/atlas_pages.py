"""What stands about an atlas beside its form: the steps to a first one, and answers while days and sides are typed."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, JsonResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from timeline.admin.day_field import FIRST, LAST, LONGEST, day_of, told
from timeline.admin.first_steps import first_steps
from timeline.models import Atlas
from timeline.side_checks import AskedSide, check_sides

RIGHTS = ("timeline.add_atlas", "timeline.change_atlas")
COLUMNS = ("slug", "label", "colour", "colour_dark", "pattern", "shape")
MOST = 40


def _let_in(request, *rights: str) -> None:
    if not any(request.user.has_perm(right) for right in rights):
        raise PermissionDenied


@require_safe
def first(request):
    """What to do for an atlas of one's own, in order, and how far one has come."""
    _let_in(request, *RIGHTS, "timeline.view_atlas")
    return TemplateResponse(
        request,
        "admin/timeline/atlas/first.html",
        {
            **admin.site.each_context(request),
            "title": _("Your first atlas"),
            "opts": Atlas._meta,
            "atlases": Atlas.objects.order_by("-pk")[:20],
            "chosen": (chosen := _chosen(request.GET.get("atlas", ""))),
            "steps": first_steps(chosen, request.user),
        },
    )


def _chosen(key: str) -> Atlas | None:
    if not key:
        return None
    atlas = Atlas.objects.filter(pk=key).first() if key.isascii() and key.isdecimal() and len(key) < 19 else None
    if atlas is None:
        raise Http404(_("There is no such atlas."))
    return atlas


@require_safe
def check(request):
    """The verdicts on sides as they are being typed, in sentences; writes nothing.

    Takes as many of each of COLUMNS as there are sides.
    """
    _let_in(request, *RIGHTS, "timeline.add_side", "timeline.change_side")
    values = [request.GET.getlist(column)[:MOST] for column in COLUMNS]
    if len({len(column) for column in values}) > 1:
        message = _("Each side needs all of: %(columns)s.") % {"columns": ", ".join(COLUMNS)}
        return JsonResponse({"error": {"code": "uneven_sides", "message": message, "field": "slug"}}, status=400)
    # Sides that share a short name, or have none yet, are still two.
    sides = [AskedSide(str(at), *row[1:]) for at, row in enumerate(zip(*values, strict=True))]
    found = check_sides(sides)
    body = [{"level": one.level, "code": one.code, "text": one.text} for one in found]
    return JsonResponse({"verdicts": body})


@require_safe
def day(request):
    """The day that a text names, in the four calendars, or the sentence that refuses it; writes nothing."""
    _let_in(request, *RIGHTS)
    try:
        found = day_of(request.GET.get("text", "")[:LONGEST], LAST if request.GET.get("edge") == LAST else FIRST)
    except ValidationError as refused:
        return JsonResponse({"said": [], "problem": " ".join(refused.messages)})
    return JsonResponse({"said": told(found), "problem": ""})
