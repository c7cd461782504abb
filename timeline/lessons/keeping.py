"""Keeps with each lesson how many steps it has, and the folded text by which it is found: whoever writes steps asks it.

The count lets the database refuse to show a lesson of no steps.
"""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Count, Q

from geo.folding import fold
from timeline.columns import write_columns
from timeline.models import Lesson, LessonStep
from timeline.models.vocabulary import Publication

KEPT = ("step_count", "search")
# What is to be read of a step.
WORDS = ("title", "title_fa", "text", "text_fa", "question", "question_fa")


def keep_steps(condition: Q) -> None:
    """Write what is kept of these lessons, where it is another than it was; two queries where nothing changed.

    Raises IntegrityError where a published lesson has no step any more: ask left_without_steps first.
    """
    changed = []
    for lesson in Lesson.objects.filter(condition).prefetch_related("steps"):
        before = [getattr(lesson, name) for name in KEPT]
        put_kept(lesson, lesson.steps.all())
        if before != [getattr(lesson, name) for name in KEPT]:
            changed.append(lesson)
    write_columns(changed, KEPT)


def put_kept(lesson: Lesson, steps: Iterable[LessonStep]) -> None:
    """Put it on a lesson that has these steps, and write nothing."""
    steps = list(steps)
    own = (lesson.title, lesson.title_fa, lesson.summary, lesson.summary_fa)
    words = [getattr(step, name) for step in steps for name in WORDS]
    lesson.step_count = len(steps)
    lesson.search = " ".join(dict.fromkeys(fold(text) for text in (*own, *words) if text))


def put_kept_on(lessons: Iterable[Lesson], steps: Iterable[LessonStep]) -> None:
    """Put it on lessons that are not written yet, whose steps are all among these."""
    own: dict[int, list[LessonStep]] = defaultdict(list)
    for step in steps:
        own[step.lesson_id].append(step)
    for lesson in lessons:
        put_kept(lesson, own[lesson.pk])


def left_without_steps(condition: Q) -> list[Lesson]:
    """The published ones of these lessons that have no step; one query."""
    published = Lesson.objects.filter(condition, publication=Publication.PUBLISHED)
    return list(published.annotate(there=Count("steps")).filter(there=0))
