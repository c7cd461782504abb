"""Serves events as whole documents in the formats of others."""

import json

from django.http import HttpResponse
from django.utils.http import urlencode

from timeline.api.paging import DATE, Ordering, Page
from timeline.api.throttles import FormatThrottle
from timeline.api.views import PublicView
from timeline.chronicle import event_entries
from timeline.feeds import geojson, jsonfeed
from timeline.filters import EVENT_KEYS, EventFilter, event_filter
from timeline.models import Atlas, Event
from timeline.parameters import Parameters
from timeline.problems import BadQuestion

FEED_LENGTH = 50


class FormatView(PublicView):
    """A document of the events that the filters choose."""

    media_type = "application/json"
    throttle_classes = [FormatThrottle]
    parameters = EVENT_KEYS

    def asked(self, request) -> EventFilter:
        """The filter of the question; raises BadQuestion."""
        asked, problems = event_filter(request.query_params)
        if problems:
            raise BadQuestion(problems)
        return asked

    def atlas(self, asked: EventFilter) -> Atlas:
        """The atlas whose title and licence the document carries."""
        return Atlas.objects.filter(pk__in=asked.atlases).first() or Atlas(title="Marchlines")

    def sent(self, body: dict) -> HttpResponse:
        """The document, with its media type."""
        text = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
        return HttpResponse(text, content_type=self.media_type)


class EventsGeojsonView(FormatView):
    """Events as GeoJSON (RFC 7946) with `when` timespans beside the properties."""

    media_type = "application/geo+json"

    def answer(self, request):
        asked = self.asked(request)
        atlas = self.atlas(asked)
        ordered = asked.restrict(Event.objects.all()).order_by(DATE.expression(False), "pk")
        body = geojson.collection(
            event_entries(ordered, self.language, asked.according_to),
            title=atlas.title,
            licence=atlas.licence,
            address=request.build_absolute_uri,
            language=self.language,
        )
        return self.sent(body)


class FeedView(FormatView):
    """Events as a JSON Feed 1.1, the records changed last first; `next_url` leads on."""

    media_type = "application/feed+json"
    parameters = (*EVENT_KEYS, "after")

    def answer(self, request):
        asked = self.asked(request)
        atlas = self.atlas(asked)
        parameters = Parameters(request.query_params)
        after = parameters.value("after") or ""
        if parameters.problems:
            raise BadQuestion(parameters.problems)
        page = Page(after, FEED_LENGTH, Ordering("modified"), descending=True)
        found, following, _before = page.cut(asked.restrict(Event.objects.all()), Event.objects.all())
        events = Event.objects.filter(pk__in=[pk for pk, _slug in found]).order_by("-modified", "-pk")
        body = jsonfeed.feed(
            event_entries(events, self.language, asked.according_to),
            title=atlas.title,
            description=atlas.description,
            licence=atlas.licence,
            home=request.build_absolute_uri(atlas.get_absolute_url()),
            own=request.build_absolute_uri(),
            following=self._address(request, following),
            address=request.build_absolute_uri,
            language=self.language,
        )
        return self.sent(body)

    def _address(self, request, after: str | None) -> str | None:
        if after is None:
            return None
        pairs = [(key, value) for key, values in request.query_params.lists() if key != "after" for value in values]
        return f"{request.build_absolute_uri(request.path)}?{urlencode([*pairs, ('after', after)])}"
