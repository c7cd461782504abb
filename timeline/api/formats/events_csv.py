"""Serves events as one flat table."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from timeline.api.formats.frame import FormatView, chosen_events
from timeline.chronicle.atlases import side_labels
from timeline.feeds import event_table
from timeline.feeds.imprint import Imprint
from timeline.filters import EventFilter


class EventsCsvView(FormatView):
    """Events as a table for spreadsheets: one row an event, with the values that stand.

    Its columns are explained in docs/feeds.md. Encoded as UTF-8 with its mark, lines end in CRLF; a cell that begins
    like a formula has an apostrophe before it.
    """

    address = "events.csv"
    title = _("Events as a table (CSV)")
    media_type = "text/csv"
    file_name = "{atlas}-events.csv"
    is_download = True
    body = str

    def document(self, asked: EventFilter, imprint: Imprint) -> Iterable[str]:
        sides = side_labels(asked.atlases, imprint.language)
        return event_table.written(chosen_events(asked, imprint.language), imprint, sides)
