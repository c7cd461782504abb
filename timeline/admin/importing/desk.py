"""What the pages for imports share: who may open them, and how they answer."""

from functools import wraps

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.template.response import TemplateResponse
from django.utils.http import content_disposition_header

from timeline.importing.rights import ADD, Rights
from timeline.models import Atlas, Job


def may_import(user) -> bool:
    """Whether somebody may bring files in and take atlases out; as drafts, unless they may publish as well."""
    return user.has_perm(ADD)


def may_publish(user) -> bool:
    return Rights(user).publish


def for_importers(view):
    """Let in who may import; others are asked to log in, or refused."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        if not may_import(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return admin.site.admin_view(guarded)


def page(request, template: str, title: str, *, status: int = 200, **context) -> TemplateResponse:
    """Answer with a page of the admin; `title` is its heading."""
    return TemplateResponse(
        request,
        f"admin/importing/{template}.html",
        {**admin.site.each_context(request), "title": title, "opts": Job._meta, **context},
        status=status,
    )


def job_of(key: int) -> Job:
    """The import of this number; Http404 where there is none."""
    job = Job.objects.select_related("atlas").filter(pk=key).first() if key < 2**63 else None
    if job is None:
        raise Http404
    return job


def atlas_of(slug: str | None, atlases: list[Atlas]) -> Atlas | None:
    """The atlas of this slug, or None."""
    return next((atlas for atlas in atlases if atlas.slug == slug), None)


def attachment(content: bytes, name: str, media_type: str) -> HttpResponse:
    """A file to keep, under its name; never shown by the browser in place of a page."""
    charset = "; charset=utf-8" if media_type.startswith("text/") else ""
    response = HttpResponse(content, content_type=f"{media_type}{charset}")
    response["Content-Disposition"] = content_disposition_header(True, name)
    response["Cache-Control"] = "no-store"
    return response
