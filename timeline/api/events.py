"""Answers questions about events."""

from timeline.api.bodies.disputes import dispute_body
from timeline.api.bodies.events import EventBody, event_body
from timeline.api.collections import ListView, RecordView
from timeline.api.paging import DATE, Ordering, every_order
from timeline.chronicle import event_entries
from timeline.filter_reading import EVENT_KEYS, event_filter
from timeline.filter_words import clauses
from timeline.filters import EventFilter
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
    orderings = every_order(date=DATE, importance=Ordering("importance", int), title=Ordering("title"))
    asked: EventFilter

    def chosen(self, parameters):
        self.asked, problems = event_filter(parameters.query)
        parameters.problems += problems
        self.according_to = self.asked.according_to
        return self.asked.restrict(self.records())

    def said(self):
        return clauses(self.asked, self.asked.names)


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
