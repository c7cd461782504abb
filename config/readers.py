"""Keeps readers without cookies: what their browser sends is not looked at outside the admin."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

EDITORS = "/admin/"


class NoCookiesMiddleware:
    """Stands before sessions and tokens, which would answer a strange cookie with cookies of their own."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path.startswith(EDITORS):
            request.COOKIES = {}
        return self.get_response(request)
