"""Counts the steps of lessons that were loaded, and publishes those that are new."""

from collections.abc import Mapping

from django.db.models import Q
from django.utils import timezone

from timeline.lessons.keeping import keep_steps, left_without_steps
from timeline.models import Atlas, Lesson
from timeline.models.vocabulary import Publication
from timeline.seeding.tables import Problem, Row


def publish_lessons(atlas: Atlas, rows: Mapping[tuple[str, str], Row], problems: list[Problem]) -> int:
    """Publish the lessons of an atlas that the tables add; how many. A lesson of no steps is left with a problem.

    rows: of all tables, by kind and key.
    """
    own, slugs = Q(atlas=atlas), [key for kind, key in rows if kind == "lesson"]
    new = Lesson.objects.filter(own, slug__in=slugs, publication=Publication.DRAFT, version=1)
    bare = [*left_without_steps(own), *new.filter(steps=None)]
    for lesson in bare:
        row = rows.get(("lesson", lesson.slug), Row("lessons.csv", 0, {}))
        problems.append(row.problem(f"“{lesson.slug}” has no step, so it can't be shown."))
    if bare:
        return 0
    keep_steps(own)
    return new.update(publication=Publication.PUBLISHED, published_on=timezone.now())
