"""Serves the days of an atlas as anniversaries in a calendar."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext_lazy as _

from chronology.spans import Span
from timeline.api.formats.frame import FormatView, chosen_events
from timeline.chronicle.in_parts import in_parts
from timeline.chronicle.witness import testimonies
from timeline.feeds.anniversaries import marked_days, written
from timeline.feeds.imprint import Imprint
from timeline.fields import span_of
from timeline.filters import EventFilter
from timeline.models import Event


class AtlasIcsView(FormatView):
    """What happened on a day that is known, as anniversaries for a calendar to subscribe to (iCalendar).

    An event of up to a week is one entry, of a longer one the first and the last day are. What has no day of the
    year, or never happened, is left out, and counted in `X-MARCHLINES-LEFT-OUT`.
    """

    address = "atlas.ics"
    title = _("Anniversaries (iCalendar)")
    media_type = "text/calendar"
    file_name = "{atlas}.ics"
    body = str

    def document(self, asked: EventFilter, imprint: Imprint) -> Iterable[str]:
        left_out = sum(not marked_days(span, status) for span, status in _days(asked))
        return written(chosen_events(asked, imprint.language), imprint, left_out)


def _days(asked: EventFilter) -> Iterator[tuple[Span | None, str]]:
    """Days and status of every event that passes, without all that is said of it."""

    def read(events) -> Iterable[tuple[Span | None, str]]:
        rows = list(events)
        if not asked.according_to:
            return [(span_of(event), event.status) for event in rows]
        told = testimonies(asked.according_to, [(event.pk, event.shape) for event in rows])
        return [(told[event.pk].span, event.status) for event in rows]

    return in_parts(asked.restrict(Event.objects.all()), ("pk",), read)
