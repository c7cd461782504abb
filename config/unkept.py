"""Keeps refusals out of caches, and redirects no longer than pages."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from config.readers import EDITORS
from timeline.kept_copies import NEVER, cache_control

REDIRECTS = (301, 302, 307, 308)


class UnkeptMiddleware:
    """Names what nobody may keep where the answer itself says nothing of it.

    Without a word a cache may keep a 404 or a 410 as long as it likes, and a browser a 301 for ever
    (https://www.rfc-editor.org/rfc/rfc9110#section-15.1); but a record is published a moment later, and a slug is
    given again.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.path.startswith(EDITORS) or response.has_header("Cache-Control"):
            return response
        if response.status_code >= 400 or request.method == "OPTIONS":
            response.headers["Cache-Control"] = NEVER
        elif response.status_code in REDIRECTS:
            response.headers["Cache-Control"] = cache_control()
        return response
