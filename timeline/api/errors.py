"""Gives every refusal of the API its one body: {"error": {code, message, field, value}}."""

from math import ceil

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils.encoding import iri_to_uri
from django.utils.translation import gettext as _
from rest_framework import exceptions, status
from rest_framework.response import Response

from timeline.parameters import WITHDRAWN
from timeline.problems import BadQuestion, Problem


class Withdrawn(exceptions.APIException):
    """The record was published once and is not any more; link to something else."""

    status_code = status.HTTP_410_GONE
    default_code = "withdrawn"

    def __init__(self, kind: str, slug: str):
        super().__init__(_("This record was withdrawn by its editors."))
        self.problem = Problem("withdrawn", str(self.detail), kind, slug)


class Moved(exceptions.APIException):
    """The record lives on under another slug; `location` is its new address, to which the question is added."""

    status_code = status.HTTP_301_MOVED_PERMANENTLY

    def __init__(self, location: str):
        super().__init__()
        self.location = location


class Unknown(exceptions.NotFound):
    """There is no record of this kind and slug."""

    def __init__(self, kind: str, slug: str):
        super().__init__(_("There is no such record here."))
        self.problem = Problem("unknown", str(self.detail), kind, slug)


def handle(exception: Exception, context: dict) -> Response | None:
    """Return the response for an exception of a view, or None for one that is a fault of ours."""
    request = context.get("request")
    if isinstance(exception, Moved):
        question = request.META.get("QUERY_STRING", "") if request is not None else ""
        location = f"{exception.location}?{question}" if question else exception.location
        return Response(status=exception.status_code, headers={"Location": iri_to_uri(location)})
    if isinstance(exception, BadQuestion):
        return refusal(exception.problems, _status_of(exception.problems))
    if isinstance(exception, (Withdrawn, Unknown)):
        return refusal([exception.problem], exception.status_code)
    if isinstance(exception, Http404):
        return refusal([unknown_address(request)], status.HTTP_404_NOT_FOUND)
    if isinstance(exception, PermissionDenied):
        exception = exceptions.PermissionDenied()
    if not isinstance(exception, exceptions.APIException):
        return None
    return _of_framework(exception, request)


def _status_of(problems: list[Problem]) -> int:
    """A question about an atlas that was withdrawn is gone with it; any other that can't be read is a bad one."""
    gone = any(problem.code == WITHDRAWN and problem.field == "atlas" for problem in problems)
    return status.HTTP_410_GONE if gone else status.HTTP_400_BAD_REQUEST


def refusal(problems: list[Problem], code: int, headers: dict | None = None) -> Response:
    """The response for these problems; `errors` lists them all where there are several."""
    bodies = [problem.body() for problem in problems]
    body = {"error": bodies[0]}
    if len(bodies) > 1:
        body["errors"] = bodies
    return Response(body, status=code, headers=headers)


def unknown_address(request) -> Problem:
    """The problem of an address that nothing answers."""
    return Problem("unknown_address", _("Nothing answers at this address."), "path", getattr(request, "path", ""))


def _of_framework(exception: exceptions.APIException, request) -> Response:
    headers = {}
    if isinstance(exception, exceptions.Throttled):
        seconds = max(1, ceil(exception.wait or 1))
        headers["Retry-After"] = str(seconds)
        message = _("Too many questions at once. Ask again in %(seconds)s seconds.") % {"seconds": seconds}
        problem = Problem("too_many", message)
    elif isinstance(exception, exceptions.MethodNotAllowed):
        headers["Allow"] = "GET, HEAD, OPTIONS"
        message = _("This address can only be read.")
        problem = Problem("method_not_allowed", message, "method", getattr(request, "method", ""))
    else:
        problem = Problem(exception.default_code, str(exception.detail))
    return refusal([problem], exception.status_code, headers)
