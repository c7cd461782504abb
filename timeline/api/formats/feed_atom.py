"""Serves what is new as an Atom feed, page by page."""

from django.utils.translation import gettext_lazy as _

from timeline.api.formats.feeds import PagedFeedView
from timeline.chronicle.entries import EventEntry
from timeline.feeds import atom
from timeline.feeds.feed_page import FeedPage


class AtomView(PagedFeedView):
    """Events as an Atom feed (RFC 4287), the records changed last first, in pages linked as RFC 5005 has it.

    `updated` and `published` are of the record; when the thing happened stands in the summary.
    """

    address = "feed.atom"
    title = _("What is new (Atom)")
    media_type = atom.MEDIA_TYPE
    file_name = "{atlas}-feed.atom"
    body = str

    def written(self, events: tuple[EventEntry, ...], page: FeedPage) -> bytes:
        return atom.feed(events, page)
