"""Serves the script of an atlas's map as a file named by its content."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect

from geo.rendering.composition import compose
from timeline.models import Atlas
from timeline.views.reading_only import reading_only

FOR_EVER = "public, max-age=31536000, immutable"


@reading_only
def map_script(request, slug: str, digest: str):
    """The script under its own name, immutable; an old name is sent on to the one of today."""
    parts = compose(get_object_or_404(Atlas.objects.published(), slug=slug))
    if parts.script_name != f"{slug}.{digest}.js":
        moved = redirect(f"/atlas-map/{parts.script_name}")
        # The name of today is not the name of tomorrow: nobody may keep this answer.
        moved["Cache-Control"] = "no-store"
        return moved
    response = HttpResponse(parts.script, content_type="text/javascript; charset=utf-8")
    response["Cache-Control"] = FOR_EVER
    response["ETag"] = f'"{digest}"'
    return response
