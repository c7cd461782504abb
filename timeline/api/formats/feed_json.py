"""Serves what is new as a JSON Feed, page by page."""

import json

from django.utils.translation import gettext_lazy as _

from timeline.api.formats.feeds import PagedFeedView
from timeline.chronicle.entries import EventEntry
from timeline.feeds import jsonfeed
from timeline.feeds.feed_page import FeedPage


class FeedView(PagedFeedView):
    """Events as a JSON Feed 1.1, the records changed last first; `next_url` leads on.

    When something happened, as against when it was published here, stands in the extension `_event` of its item.
    """

    address = "feed.json"
    title = _("What is new (JSON Feed)")
    media_type = "application/feed+json"
    file_name = "{atlas}-feed.json"
    body = jsonfeed.FeedBody

    def written(self, events: tuple[EventEntry, ...], page: FeedPage) -> bytes:
        return json.dumps(jsonfeed.feed(events, page), ensure_ascii=False, separators=(",", ":")).encode()
