"""Serves the words of records, menus and lists as a file named by its content."""

from django.conf import settings
from django.http import Http404, HttpResponse

from timeline.kept_copies import NEVER, named_by_content
from timeline.later_words import later_words
from timeline.views.reading_only import reading_only


@reading_only
def words(request, language: str, digest: str):
    """The words of a language; under an old name today's, which nobody may keep by it."""
    if language not in dict(settings.LANGUAGES):
        raise Http404
    name, text = later_words(language)
    response = HttpResponse(text, content_type="application/json")
    if name == f"{language}.{digest}.json":
        return named_by_content(request, response, digest)
    response["Cache-Control"] = NEVER
    return response
