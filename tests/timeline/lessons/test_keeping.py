"""How many steps a lesson has, and by which words it is found, follows from its steps whoever writes them."""

import pytest
from django.db import IntegrityError, transaction
from django.db.models import Q

from tests.factories import make_lesson
from timeline.lessons.keeping import keep_steps, left_without_steps
from timeline.models import Act, Lesson, LessonStep
from timeline.rearranging import acts
from timeline.recording import recording
from timeline.settling import settle
from timeline.touched import Touched, touched_by
from timeline.touched_together import touched_by_all

pytestmark = pytest.mark.django_db


def kept(lesson) -> tuple[int, str]:
    return Lesson.objects.values_list("step_count", "search").get(pk=lesson.pk)


def test_every_text_of_a_lesson_and_its_steps_is_folded_once(atlas):
    step = {
        "title": "Rašt",
        "title_fa": "رشت",
        "text": "Rasht",
        "text_fa": "متن",
        "question": "Why?",
        "question_fa": "چرا",
    }
    lesson = make_lesson(atlas, title="Tour", title_fa="گشت", summary="Short", summary_fa="كوتاه", steps=(step, step))
    assert kept(lesson) == (2, "tour گشت short کوتاه rast رشت rasht متن why? چرا")


def test_a_change_of_a_lesson_or_a_step_touches_its_lesson_and_atlas_and_nothing_is_weighed(atlas, monkeypatch):
    lesson = make_lesson(atlas, steps=({}, {}))
    step = lesson.steps.first()
    expected = Touched(lessons=frozenset({lesson.pk}), atlases=frozenset({atlas.pk}))
    assert touched_by(lesson) == touched_by(step) == expected
    assert touched_by_all(Lesson, {lesson.pk}) == touched_by_all(LessonStep, {step.pk}) == expected
    monkeypatch.setattr("timeline.settling.resolve_touched", None)
    LessonStep.objects.filter(pk=step.pk).update(title="Anew")
    settle(expected)
    atlas.refresh_from_db()
    assert ("anew" in kept(lesson)[1], atlas.revision) == (True, 2)


def test_nothing_is_written_where_nothing_changed(atlas, django_assert_num_queries):
    for _ in range(5):
        make_lesson(atlas, steps=({}, {}))
    with django_assert_num_queries(2):
        keep_steps(Q(atlas=atlas))


def test_the_database_keeps_a_published_lesson_from_losing_its_last_step(atlas):
    lesson = make_lesson(atlas)
    LessonStep.objects.all().delete()
    assert left_without_steps(Q()) == [lesson]
    with pytest.raises(IntegrityError), transaction.atomic():
        keep_steps(Q(pk=lesson.pk))
    Lesson.objects.update(publication="draft")
    keep_steps(Q(pk=lesson.pk))
    assert (left_without_steps(Q()), kept(lesson)[0]) == ([], 0)


@pytest.mark.parametrize("order", [0, 1])
def test_steps_are_counted_from_one_and_no_number_is_given_twice(atlas, order):
    lesson = make_lesson(atlas)
    with pytest.raises(IntegrityError), transaction.atomic():
        LessonStep.objects.create(lesson=lesson, order=order, title="Again")


def test_a_step_changed_by_itself_raises_the_version_of_its_lesson_and_is_taken_back(atlas):
    lesson = make_lesson(atlas, steps=({"title": "One"}, {"title": "Two"}))
    with recording(by="somebody"):
        LessonStep.objects.get(order=2).delete()
        settle(touched_by(lesson))
    act = Act.objects.get()
    assert (Lesson.objects.get().version, kept(lesson)[0], act.atlas) == (2, 1, atlas)
    acts.undo(act, by="somebody")
    assert (Lesson.objects.get().version, kept(lesson)[0]) == (3, 2)
    assert "two" in kept(lesson)[1]
