"""What a reader, or a program that asks the API, sees where there is no answer."""

import re

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.template import loader
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from timeline.chronicle.atlases import default_atlas
from timeline.problems import Problem
from timeline.views.framing import EMBEDS, framed

PROGRAMS = ("/api/v1/", "/feed.", "/oembed")
# Single records as JSON, and their citations.
_FILE = re.compile(r"\.json$|/cite\.[^/]*$")


def _is_for_programs(path: str) -> bool:
    return path.startswith(PROGRAMS) or _FILE.search(path) is not None


def not_found(request, exception):
    """404, with a search for the last words of the address; a program gets the one body, a frame a sentence alone."""
    if _is_for_programs(request.path):
        problem = Problem("unknown_address", _("Nothing answers at this address."), "path", request.path)
        return JsonResponse({"error": problem.body()}, status=404)
    if request.path.startswith(EMBEDS) and request.path != EMBEDS:
        return framed(render(request, "embed/not_found.html", status=404))
    last = request.path.rstrip("/").rpartition("/")[2]
    words = " ".join(last.replace("-", " ").replace("_", " ").split())[:80]
    context = {"atlas": default_atlas(get_language() or "en"), "query": words, "section": ""}
    return render(request, "404.html", context, status=404)


def bad_request(request, exception):
    """400 for what can't even be read: a strange host, more than a thousand parameters.

    Neither the query string nor the host is looked at again: that is what failed.
    """
    message = _("This request can't be read: it asks too much at once, or names another host.")
    return _refused(request, Problem("unreadable", message), "400.html", 400)


def server_error(request):
    """500, without looking at the database, which may be what failed."""
    message = _("Something failed here, and it is not your doing. Ask again.")
    return _refused(request, Problem("failure", message), "500.html", 500)


def _refused(request, problem: Problem, template: str, status: int) -> HttpResponse:
    if _is_for_programs(request.path) or request.path.endswith(".json"):
        return JsonResponse({"error": problem.body()}, status=status)
    return HttpResponse(loader.render_to_string(template), status=status)
