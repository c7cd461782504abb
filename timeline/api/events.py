"""Answers questions about events."""

from timeline.api.bodies.disputes import dispute_body
from timeline.api.bodies.events import EventBody, event_body
from timeline.api.collections import ListView, RecordView
from timeline.api.paging import DATE, Ordering
from timeline.chronicle import event_entries
from timeline.filters import EVENT_KEYS, event_filter
from timeline.models import Event


class Events:
    """Where events are and how they look."""

    body = EventBody

    def records(self):
        return Event.objects.all()

    according_to = ""

    def bodies(self, records) -> list[dict]:
        entries = event_entries(records, self.language, self.according_to)
        return [event_body(event, self.language) for event in entries]


class EventListView(Events, ListView):
    """Events, restricted by every filter, with everything said of each."""

    filters = EVENT_KEYS
    ordering = "date"
    orderings = {
        "date": DATE,
        "importance": Ordering("importance"),
        "title": Ordering("title"),
        "modified": Ordering("modified"),
    }

    def chosen(self, parameters):
        asked, problems = event_filter(parameters.query)
        parameters.problems += problems
        self.according_to = asked.according_to
        return asked.restrict(self.records())


class EventView(Events, RecordView):
    """One event with everything said of it."""

    kind = "event"

    def bodies(self, records) -> list[dict]:
        return [
            {
                **event_body(event, self.language),
                "disagreements": [dispute_body(dispute) for dispute in event.disputes],
            }
            for event in event_entries(records, self.language, explain=True)
        ]
