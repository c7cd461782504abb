"""The preview of a record: the reader's own page of it, made as if it were published, for editors alone."""

from copy import copy

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, QueryDict
from django.template.response import TemplateResponse
from django.urls import Resolver404, resolve, reverse
from django.utils.translation import gettext as _

from timeline.models import Atlas, Lesson
from timeline.publishing.as_if_published import Preview, TooMuch, as_if_published
from timeline.publishing.kinds import titled
from timeline.publishing.steps import MOST
from timeline.side_sheet import FOLDER as SHEETS

# What a reader's browser sends about copies that it keeps: of a preview it keeps none.
CONDITIONS = ("HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE", "HTTP_IF_MATCH", "HTTP_IF_UNMODIFIED_SINCE")
KEPT = ("ETag", "Last-Modified", "Access-Control-Allow-Origin")


def preview_address(modeladmin, record) -> str:
    opts = modeladmin.opts
    return reverse(f"admin:{opts.app_label}_{opts.model_name}_preview", args=[record.pk])


def preview(modeladmin, request, key: int, rest: str = "") -> HttpResponse:
    """The page of a record, or what that page asks for at `rest`, an address of the site.

    The script of an atlas asks for much, and a lesson leads into its atlas; other pages ask only for the colours of the
    sides, which readers' sheet has of published atlases alone.
    """
    if not modeladmin.has_view_or_change_permission(request):
        raise PermissionDenied
    if rest and modeladmin.model not in (Atlas, Lesson) and not rest.startswith(f"{SHEETS}/"):
        raise Http404
    record = modeladmin.model.objects.filter(pk=key).first()
    if record is None or request.method not in ("GET", "HEAD"):
        raise Http404
    address = preview_address(modeladmin, record)
    path = f"/{rest}" if rest else record.get_absolute_url()
    try:
        with as_if_published(record, base=address.rstrip("/")) as shown:
            response = _answer(request, path, shown)
    except TooMuch:
        return _too_much(modeladmin, request, record)
    for header in KEPT:
        del response[header]
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex, noarchive"
    return response


def _answer(request, path: str, shown: Preview) -> HttpResponse:
    asked = copy(request)
    asked.path = asked.path_info = path
    asked.META = {name: value for name, value in request.META.items() if name not in CONDITIONS}
    asked.GET = request.GET if path != "/" else QueryDict()
    asked.preview = shown
    try:
        asked.resolver_match = resolve(path)
    except Resolver404 as error:
        raise Http404 from error
    if asked.resolver_match.app_names or not _is_for_readers(path):
        raise Http404
    view, args, kwargs = asked.resolver_match
    response = view(asked, *args, **kwargs)
    if hasattr(response, "render") and not response.is_rendered:
        response.render()
    return response


def _is_for_readers(path: str) -> bool:
    return not path.startswith("/admin/")


def _too_much(modeladmin, request, record) -> TemplateResponse:
    context = {
        **modeladmin.admin_site.each_context(request),
        "title": _("No preview of “%(title)s”") % {"title": titled(record)},
        "opts": modeladmin.opts,
        "sentence": _(
            "More than %(most)s drafts belong to it. Look at single events and movements, or publish some first."
        )
        % {"most": MOST},
        "back": reverse(f"admin:{modeladmin.opts.app_label}_{modeladmin.opts.model_name}_change", args=[record.pk]),
    }
    return TemplateResponse(request, "admin/publishing/no_preview.html", context)
