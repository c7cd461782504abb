"""Serves the citation of an event, movement, lesson, claim or source, in each style as a file of its own."""

from typing import ClassVar

from django.http import HttpResponse
from django.urls import path
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiParameter

from timeline.api.errors import Unknown
from timeline.api.records import published
from timeline.api.views import PublicView
from timeline.chronicle.cited import CITABLE
from timeline.citing.styles import STYLES
from timeline.problems import Problem


class UnknownStyle(Unknown):
    """Nothing is cited in this style; ask for one of those in the message."""

    def __init__(self, style: str):
        super().__init__("style", style)
        message = _("The styles here are: %(known)s.") % {"known": ", ".join(STYLES)}
        self.problem = Problem("unknown_style", message, "style", style)


class CitationView(PublicView):
    """A citation; a subclass names its kind."""

    kind = ""
    body = str
    media_types = tuple(dict.fromkeys(style.media_type for style in STYLES.values()))
    path_parameters: ClassVar[list[OpenApiParameter]] = [
        OpenApiParameter(
            "style", location=OpenApiParameter.PATH, enum=list(STYLES), description="Style of the citation."
        )
    ]

    def answer(self, request, slug: str, style: str) -> HttpResponse:
        if style not in STYLES:
            raise UnknownStyle(style)
        citable, chosen = CITABLE[self.kind], STYLES[style]
        found = published(
            citable.records(), self.kind, slug, route=route_of(self.kind), column=citable.column, more=(style,)
        )
        cited = citable.cited(found.get(), request.build_absolute_uri, self.language)
        response = HttpResponse(chosen.written(cited), content_type=f"{chosen.media_type}; charset=utf-8")
        name = f"{slug}.{style}.txt" if chosen.lines else f"{slug}.{style}"
        response.headers["Content-Disposition"] = content_disposition_header(chosen.is_download, name)
        return response


class EventCitationView(CitationView):
    """How to cite the page of an event: title, atlas, site, the day it last changed, permanent address."""

    kind = "event"


class MovementCitationView(CitationView):
    """How to cite the page of a movement."""

    kind = "movement"


class LessonCitationView(CitationView):
    """How to cite the page of a lesson."""

    kind = "lesson"


class ClaimCitationView(CitationView):
    """How to cite a claim: its source, with the spot in it, and where the atlas records it."""

    kind = "claim"


class SourceCitationView(CitationView):
    """How to cite a work, and where the atlas records it."""

    kind = "source"


FOLDERS = {
    "events": EventCitationView,
    "movements": MovementCitationView,
    "lessons": LessonCitationView,
    "claims": ClaimCitationView,
    "sources": SourceCitationView,
}


def route_of(kind: str) -> str:
    """The name of the address of a kind's citations."""
    return f"cite-{kind}"


def addresses() -> list:
    """The address patterns: beside the pages of the records, under the slug and the style."""
    return [
        path(f"{folder}/<slug:slug>/cite.<str:style>", view.as_view(), name=route_of(view.kind))
        for folder, view in FOLDERS.items()
    ]
