"""What all whole documents share: the question, the imprint, the name of the file, the way they are sent."""

from collections.abc import Callable, Iterable, Iterator
from typing import ClassVar

from django.http import HttpResponse, QueryDict
from django.utils.functional import Promise
from django.utils.http import content_disposition_header

from timeline.api.formats.sending import sent, sent_without_body
from timeline.api.paging import DATE
from timeline.api.throttles import FormatThrottle
from timeline.api.views import PublicView
from timeline.chronicle import event_entries, movement_entries
from timeline.chronicle.entries import EventEntry, MovementEntry
from timeline.chronicle.in_parts import in_parts
from timeline.feeds.imprint import Imprint, imprint_of
from timeline.filter_reading import EVENT_KEYS, event_filter
from timeline.filters import EventFilter, MovementFilter
from timeline.models import Atlas, Event, Movement
from timeline.problems import BadQuestion, Problem

IN_ORDER_OF_TIME = (DATE.expression(False), "pk")
MOVEMENTS_AT_ONCE = 100
"""Each has several legs with places, days and claims of their own: 500 at once take 65 MB, 100 take 15."""


class FormatView(PublicView):
    """A document of what the filters choose.

    A subclass says its `address` (under /api/v1/), `title` for people, `media_type`, `file_name` (with {atlas} for
    the slug) and whether it `is_download`, which `parameters` it takes and what reads them, and gives
    `document(asked, imprint)`: the parts of the document one after the other, without looking at the request, so
    that it can be written to a file as well.
    """

    throttle_classes = [FormatThrottle]
    address = ""
    title: str | Promise = ""
    media_type = "application/json"
    file_name = ""
    is_download = False
    parameters = EVENT_KEYS
    read: ClassVar[Callable[[QueryDict], tuple[EventFilter, list[Problem]]]] = staticmethod(event_filter)

    def document(self, asked: EventFilter, imprint: Imprint) -> Iterable[str | bytes]:
        """The parts of the document, made one by one as they are asked for."""
        raise NotImplementedError

    def asked(self, query: QueryDict) -> EventFilter:
        """The filter of the question; raises BadQuestion."""
        asked, problems = type(self).read(query)
        if problems:
            raise BadQuestion(problems)
        return asked

    def answer(self, request) -> HttpResponse:
        asked = self.asked(request.query_params)
        atlases = list(Atlas.objects.filter(pk__in=asked.atlases))
        address = request.build_absolute_uri
        imprint = imprint_of(atlases, address, own=address(), language=self.language)
        response = self.response(request, asked, imprint)
        name = self.file_name.format(atlas="-".join(atlas.slug for atlas in atlases[:3]) or "atlas")
        response.headers["Content-Disposition"] = content_disposition_header(self.is_download, name)
        if ":" in imprint.licence_address:
            response.headers["Link"] = f'<{imprint.licence_address}>; rel="license"'
        return response

    def response(self, request, asked: EventFilter, imprint: Imprint) -> HttpResponse:
        """The document on its way; a feed, whose pages hang on the address, makes its own."""
        if request.method == "HEAD":
            return sent_without_body(request, content_type=self.content_type)
        parts = self.document(asked, imprint)
        return sent(request, parts, content_type=self.content_type, language=self.language)

    @property
    def content_type(self) -> str:
        """The media type, of text with its encoding."""
        return f"{self.media_type}; charset=utf-8" if self.media_type.startswith("text/") else self.media_type


def chosen_events(asked: EventFilter, language: str, order: Iterable = IN_ORDER_OF_TIME) -> Iterator[EventEntry]:
    """The events that pass, read part by part."""

    def read(events) -> Iterable[EventEntry]:
        return event_entries(events, language, asked.according_to)

    return in_parts(asked.restrict(Event.objects.all()), order, read)


def chosen_movements(
    asked: MovementFilter, language: str, order: Iterable = IN_ORDER_OF_TIME
) -> Iterator[MovementEntry]:
    """The movements that pass, read part by part."""

    def read(movements) -> Iterable[MovementEntry]:
        return movement_entries(movements, language, asked.according_to)

    return in_parts(asked.restrict(Movement.objects.all()), order, read, MOVEMENTS_AT_ONCE)
