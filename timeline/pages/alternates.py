"""Names what programs can read in place of a page: its feeds and its documents, with the page's filters."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.http import QueryDict
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.http import urlencode

from timeline.api.formats.atlas_ics import AtlasIcsView
from timeline.api.formats.events_csv import EventsCsvView
from timeline.api.formats.events_geojson import EventsGeojsonView
from timeline.api.formats.feed_json import FeedView
from timeline.api.formats.frame import FormatView
from timeline.api.formats.register import FEEDS, FORMATS, route_of
from timeline.api.formats.timelinejs import TimelinejsJsonView
from timeline.problems import Problem


@dataclass(frozen=True, slots=True)
class Alternate:
    """One document that a page links to by rel="alternate"."""

    media_type: str
    title: str | Promise
    address: str


def alternates(question: str, documents: Iterable[type[FormatView]] = ()) -> tuple[Alternate, ...]:
    """The feeds of what is asked ("" or "?kind=battle"), and documents of the API beside them."""
    return tuple(_named(view, question) for view in (*FEEDS, *documents))


def taken_along(question: str) -> tuple[Alternate, ...]:
    """What a reader may take along of a list of events: each document for another program, and the feed."""
    views = (EventsCsvView, EventsGeojsonView, TimelinejsJsonView, AtlasIcsView, FeedView)
    return tuple(_named(view, question) for view in views)


def every_document(question: str) -> tuple[Alternate, ...]:
    """Every feed and every document of what is asked."""
    return tuple(_named(view, question) for view in (*FEEDS, *FORMATS))


def _named(view: type[FormatView], question: str) -> Alternate:
    return Alternate(view.media_type, view.title, f"{reverse(route_of(view))}{question}")


def question_of(query: QueryDict, keys: Sequence[str], problems: Sequence[Problem] = ()) -> str:
    """The question of a page as programs may ask it: these keys alone, and none where the page has complaints.

    A page is lenient, the API is not: what the one passes over the other refuses.
    """
    given = {key: query.getlist(key) for key in (("atlas",) if problems else keys) if key in query}
    if any(problem.field == "atlas" for problem in problems):
        given = {}
    pairs = [(key, value) for key, values in given.items() for value in values if value]
    return f"?{urlencode(pairs)}" if pairs else ""
