"""Keeps a page for reading: any other method is refused by a page that says so."""

from functools import wraps

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.csrf import csrf_exempt

from timeline.chronicle.atlases import default_atlas

METHODS = ("GET", "HEAD")
ALLOWED = ", ".join((*METHODS, "OPTIONS"))


def reading_only(view):
    """Make a view that answers GET and HEAD, and OPTIONS with these; others get 405 with a sentence.

    Nothing can be written here, so no token is asked for: a stray POST is told what is wrong with it,
    not that a cookie is missing.
    """

    @csrf_exempt
    @wraps(view)
    def answer(request, *args, **kwargs):
        if request.method in METHODS:
            return view(request, *args, **kwargs)
        if request.method == "OPTIONS":
            return HttpResponse(status=204, headers={"Allow": ALLOWED})
        context = {"atlas": default_atlas(get_language() or "en"), "section": ""}
        response = render(request, "405.html", context, status=405)
        response.headers["Allow"] = ALLOWED
        return response

    return answer
