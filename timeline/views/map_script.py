"""Serves the script of an atlas's map as a file named by its content."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect

from geo.rendering.composition import compose, composed_script
from timeline.kept_copies import named_by_content
from timeline.models import Atlas
from timeline.views.reading_only import reading_only


@reading_only
def map_script(request, slug: str, digest: str):
    """The script under its own name, immutable; an old name is sent on to the one of today.

    A page that was just sent names a script that is at hand: it is a first view's last file, and asks nothing.
    """
    name = f"{slug}.{digest}.js"
    script = composed_script(name)
    if script is None:
        parts = compose(get_object_or_404(Atlas.objects.published(), slug=slug))
        if parts.script_name != name:
            moved = redirect(f"/atlas-map/{parts.script_name}")
            # The name of today is not the name of tomorrow: nobody may keep this answer.
            moved["Cache-Control"] = "no-store"
            return moved
        script = parts.script
    response = HttpResponse(script, content_type="text/javascript; charset=utf-8")
    return named_by_content(request, response, digest)
