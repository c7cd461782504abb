"""Says how long an answer may be kept, and confirms the copy that a reader has."""

from datetime import datetime

from django.conf import settings
from django.http import HttpResponseNotModified
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import http_date, parse_http_date_safe

FOR_EVER = "public, max-age=31536000, immutable"
"""Of files named by their content."""
NEVER = "no-store"
"""Of refusals: what is missing now may be there the next moment."""


def cache_control() -> str:
    """Of everything else that is public: readers ask each time; a cache before the site asks once in so many seconds.

    https://www.rfc-editor.org/rfc/rfc9111#section-5.2.2; why not longer: docs/operations.md, “A cache before the site”.
    """
    seconds = settings.MARCHLINES_SHARED_SECONDS
    shared = f"s-maxage={seconds}, " if seconds else ""
    return f"public, max-age=0, {shared}must-revalidate"


def whole_seconds(moment: datetime | None) -> int | None:
    """A moment as `Last-Modified` counts it, in seconds."""
    return int(moment.timestamp()) if moment else None


def answered_early(request, tag: str):
    """304 or 412 where the tags the request names settle it, before anything is read; else None.

    A date, or “*” for any copy at all, settles nothing yet: neither says that there is a record.
    """
    if request.headers.get("If-None-Match", "").strip() == "*":
        return None
    return get_conditional_response(request, tag)


def stamped(response, tag: str, seconds: int | None):
    """The response with what a cache needs to keep it and to ask again; a 304 carries the same as its 200."""
    response.headers["ETag"] = tag
    if seconds is not None:
        response.headers["Last-Modified"] = http_date(seconds)
    response.headers["Cache-Control"] = cache_control()
    patch_vary_headers(response, ["Accept-Encoding"])
    return response


def confirmed(request, response):
    """The response, or 304 where the reader's copy says the same.

    A date alone (If-Modified-Since) is believed only here, after the record was found.
    """
    told = parse_http_date_safe(response.get("Last-Modified", ""))
    kept = get_conditional_response(request, response["ETag"], told, response)
    return kept if isinstance(kept, HttpResponseNotModified) else response


def named_by_content(request, response, digest: str):
    """The response as a file whose address changes with its content."""
    response.headers["Cache-Control"] = FOR_EVER
    response.headers["ETag"] = f'"{digest}"'
    patch_vary_headers(response, ["Accept-Encoding"])
    return confirmed(request, response)
