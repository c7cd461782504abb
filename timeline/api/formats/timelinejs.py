"""Serves events as slides of TimelineJS 3, as JSON and as its spreadsheet."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from timeline.api.formats.frame import FormatView, chosen_events
from timeline.chronicle.atlases import side_labels
from timeline.feeds import timelinejs
from timeline.feeds.imprint import Imprint
from timeline.filters import EventFilter
from timeline.importing.one_sheet.bands import bands_of
from timeline.models import Atlas


class TimelinejsJsonView(FormatView):
    """Events as slides of TimelineJS 3, the atlas as its title, periods as its eras.

    A disputed event names each claimed date in `display_date`. What nothing dates can't be shown there, and is
    counted in `undated`.
    """

    address = "timelinejs.json"
    title = _("Slides of TimelineJS 3 (JSON)")
    file_name = "{atlas}-timelinejs.json"
    written = staticmethod(timelinejs.written)

    def document(self, asked: EventFilter, imprint: Imprint) -> Iterable[str]:
        language = imprint.language
        return type(self).written(
            chosen_events(asked, language),
            bands_of(Atlas.objects.filter(pk__in=asked.atlases), language, asked.according_to),
            imprint,
            side_labels(asked.atlases, language),
            whole=asked.is_empty,
        )


class TimelinejsCsvView(TimelinejsJsonView):
    """The same as a spreadsheet in the layout of TimelineJS, with our columns beside; it can be brought in again."""

    address = "timelinejs.csv"
    title = _("One sheet, in the layout of TimelineJS (CSV)")
    media_type = "text/csv"
    file_name = "{atlas}-timelinejs.csv"
    is_download = True
    body = str
    written = staticmethod(timelinejs.sheet)
