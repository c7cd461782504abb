"""Answers questions about movements."""

from timeline.api.bodies.disputes import dispute_body
from timeline.api.bodies.march_questions import march_question_body
from timeline.api.bodies.movements import MovementBody, movement_body
from timeline.api.collections import ListView, RecordView
from timeline.api.paging import DATE, Ordering, every_order
from timeline.chronicle import movement_entries
from timeline.chronicle.entries import MovementEntry
from timeline.chronicle.march_questions import march_questions
from timeline.chronicle.sightings import sightings_beside
from timeline.filter_reading import MOVEMENT_KEYS, movement_filter
from timeline.filter_words import clauses
from timeline.filters import MovementFilter
from timeline.models import Movement


class Movements:
    """Where movements are and how they look."""

    body = MovementBody
    according_to = ""

    def records(self):
        return Movement.objects.all()

    def bodies(self, records) -> list[dict]:
        entries = movement_entries(records, self.language, self.according_to)
        return [movement_body(entry, self.language) for entry in entries]


class MovementListView(Movements, ListView):
    """Movements with their legs."""

    filters = MOVEMENT_KEYS
    ordering = "date"
    orderings = every_order(date=DATE, importance=Ordering("importance", int), title=Ordering("title"))
    asked: MovementFilter

    def chosen(self, parameters):
        self.asked, problems = movement_filter(parameters.query)
        parameters.problems += problems
        self.according_to = self.asked.according_to
        return self.asked.restrict(self.records())

    def said(self):
        return clauses(self.asked, self.asked.names)


class MovementView(Movements, RecordView):
    """One movement with its legs and everything said of it."""

    kind = "movement"

    def bodies(self, records) -> list[dict]:
        entries = movement_entries(records, self.language, explain=True)
        return [self._told(entry) for entry in entries]

    def _told(self, entry: MovementEntry) -> dict:
        questions = march_questions(entry, sightings_beside(entry), self.language)
        return {
            **movement_body(entry, self.language),
            "disagreements": [dispute_body(dispute) for dispute in entry.disputes],
            "questions": [march_question_body(question) for question in questions],
        }
