"""What a reader sees where there is no page."""

from django.shortcuts import render
from django.utils.translation import get_language

from timeline.chronicle.atlases import default_atlas


def not_found(request, exception):
    """404, with a search for the last words of the address."""
    last = request.path.rstrip("/").rpartition("/")[2]
    words = " ".join(last.replace("-", " ").replace("_", " ").split())[:80]
    context = {"atlas": default_atlas(get_language() or "en"), "query": words, "section": ""}
    return render(request, "404.html", context, status=404)
