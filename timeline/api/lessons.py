"""Answers questions about lessons."""

from timeline.api.bodies.lessons import LessonBody, lesson_body
from timeline.api.collections import RecordView
from timeline.api.named import NamedListView
from timeline.api.paging import Ordering, every_order
from timeline.chronicle import lesson_entries
from timeline.models import Atlas, Lesson


class Lessons:
    """Where lessons are and how they look."""

    body = LessonBody

    def records(self):
        return Lesson.objects.all()

    def bodies(self, records) -> list[dict]:
        return [lesson_body(lesson) for lesson in lesson_entries(records, self.language)]


class LessonListView(Lessons, NamedListView):
    """Lessons with their steps; each step opens a view of its atlas."""

    filters = ("atlas", "q")
    orderings = every_order(title=Ordering("title"))

    def chosen(self, parameters):
        chosen = super().chosen(parameters)
        if "atlas" not in parameters.query:
            return chosen.filter(atlas__in=Atlas.objects.published().filter(is_default=True))
        return chosen.filter(atlas__slug__in=parameters.known("atlas", Atlas.objects.published()))


class LessonView(Lessons, RecordView):
    """One lesson with its steps."""

    kind = "lesson"
