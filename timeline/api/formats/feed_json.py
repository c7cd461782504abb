"""Serves what is new as a JSON Feed, page by page."""

import json

from django.http import HttpResponse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from timeline.api.formats.frame import FormatView
from timeline.api.formats.sending import sent
from timeline.api.paging import Ordering, Page
from timeline.chronicle import event_entries
from timeline.feeds import jsonfeed
from timeline.feeds.imprint import Imprint
from timeline.filters import EVENT_KEYS, EventFilter
from timeline.models import Event
from timeline.parameters import Parameters
from timeline.problems import BadQuestion

FEED_LENGTH = 50


class FeedView(FormatView):
    """Events as a JSON Feed 1.1, the records changed last first; `next_url` leads on."""

    address = "feed.json"
    title = _("What is new (JSON Feed)")
    media_type = "application/feed+json"
    file_name = "{atlas}-feed.json"
    parameters = (*EVENT_KEYS, "after")

    def response(self, request, asked: EventFilter, imprint: Imprint) -> HttpResponse:
        parameters = Parameters(request.query_params)
        after = parameters.value("after") or ""
        if parameters.problems:
            raise BadQuestion(parameters.problems)
        page = Page(after, FEED_LENGTH, Ordering("modified"), descending=True)
        found, following, _before = page.cut(asked.restrict(Event.objects.all()), Event.objects.all())
        events = Event.objects.filter(pk__in=[pk for pk, _slug in found]).order_by("-modified", "-pk")
        body = jsonfeed.feed(
            event_entries(events, self.language, asked.according_to),
            imprint,
            following=self._address(request, following),
        )
        text = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
        return sent(request, [text], content_type=self.content_type, language=self.language)

    def _address(self, request, after: str | None) -> str | None:
        if after is None:
            return None
        pairs = [(key, value) for key, values in request.query_params.lists() if key != "after" for value in values]
        return f"{request.build_absolute_uri(request.path)}?{urlencode([*pairs, ('after', after)])}"
