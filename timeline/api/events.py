"""Answers questions about events."""

from timeline.api.bodies.events import event_body
from timeline.api.records import published
from timeline.api.views import PublicView
from timeline.chronicle import event_entries
from timeline.models import Event


class EventView(PublicView):
    """One event with everything said of it."""

    def answer(self, request, slug: str):
        found = published(Event.objects.all(), "event", slug, route="api-event")
        (event,) = event_entries(found, self.language)
        return event_body(event, self.language)
