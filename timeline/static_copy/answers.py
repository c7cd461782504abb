"""Gives the content of each file of a copy, as the site's own views answer."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from django.shortcuts import render
from django.urls import resolve

from timeline.static_copy.addresses import NOT_FOUND, Spot, spot_of
from timeline.static_copy.faults import CopyFault
from timeline.static_copy.request import CopyRequest
from timeline.static_copy.rewriting import Rewriting
from timeline.static_copy.static_files import names_in_sheet, static_content
from timeline.views.errors import not_found

MOVED = (301, 302)


@dataclass(slots=True)
class Made:
    """A file of the copy: its content, part by part, and the spots it leads to."""

    parts: Iterable[bytes]
    found: list[Spot] = field(default_factory=list)


def made(spot: Spot, base: str) -> Made:
    """The file at a spot of the copy that will be read at `base`. Raises CopyFault where the site has none."""
    if spot.file.startswith("static/"):
        content = static_content(spot.file.removeprefix("static/"))
        return Made([content], [spot_of(f"/{name}") for name in names_in_sheet(spot.file, content)])
    request = CopyRequest(spot.asked, base)
    response = _answered(request, spot)
    kind = response.headers["Content-Type"].partition(";")[0]
    rewriting = Rewriting(spot, urlsplit(base).path)
    parts = response.streaming_content if response.streaming else [response.content]
    if kind == "text/html":
        parts = [rewriting.page(response.content.decode()).encode()]
    elif spot.asked.startswith("/atlas-map/"):
        parts = [rewriting.script(response.content.decode()).encode()]
    elif kind == "application/json" and _is_record(spot):
        parts = [rewriting.record(response.content.decode(), base).encode()]
    return Made(parts, [*rewriting.found, *request.found])


def not_found_page(base: str) -> Made:
    """The page for every address that the copy has no file at."""
    spot = Spot(NOT_FOUND, f"/{NOT_FOUND}")
    rewriting = Rewriting(spot, urlsplit(base).path)
    request = CopyRequest("/", base)
    page = rewriting.page(not_found(request, None).content.decode())
    return Made([page.encode()], [*rewriting.found, *request.found])


def _answered(request: CopyRequest, spot: Spot):
    view, args, kwargs = resolve(unquote(urlsplit(spot.asked).path))
    if hasattr(view, "cls"):
        # Nobody waits for anybody here: what a copy asks is not held back.
        view = view.cls.as_view(**view.initkwargs | {"throttle_classes": []})
    response = view(request, *args, **kwargs)
    if hasattr(response, "render"):
        response.render()
    if response.status_code in MOVED:
        return render(request, "pages/moved.html", {"address": response.headers["Location"], "section": ""})
    if response.status_code != 200:
        raise CopyFault(f"{spot.asked} answers {response.status_code}, and not with a page that could be copied.")
    return response


def _is_record(spot: Spot) -> bool:
    """Whether it is a record, or an atlas with its records: their paths are of this site. Formats name whole ones."""
    return spot.file.count("/") == 1 or spot.file.endswith("whole.json")
