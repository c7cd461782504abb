"""Reads lessons into entries: each step with the address of the view that it opens."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Prefetch, QuerySet

from timeline.lessons.finding import as_called_today
from timeline.models import Atlas, Claim, Lesson, LessonStep
from timeline.models.vocabulary import Publication


@dataclass(frozen=True, slots=True)
class ClaimUnderDiscussion:
    """A claim that a step is about, as far as it is published: its key and the path of its page."""

    id: str
    url: str


@dataclass(frozen=True, slots=True)
class StepEntry:
    """A step, in the reader's language as far as it is written in it. order: its number among the steps, from 1;
    state: a query string without "?", with the slugs of today; address: the path of its view in the atlas, with the
    lesson and its number in it."""

    order: int
    title: str
    text: str
    question: str
    state: str
    address: str
    claim: ClaimUnderDiscussion | None

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The text, cut at its empty lines."""
        return paragraphs(self.text)

    @property
    def questions(self) -> tuple[str, ...]:
        """The question, cut at its empty lines."""
        return paragraphs(self.question)


@dataclass(frozen=True, slots=True)
class LessonEntry:
    """A lesson in the reader's language. url: the path of its page; atlas: the slug of its atlas; order: its place
    in the list of that."""

    id: str
    url: str
    atlas: str
    atlas_title: str
    atlas_url: str
    title: str
    summary: str
    order: int
    modified: datetime
    steps: tuple[StepEntry, ...]


def lesson_entries(lessons: QuerySet[Lesson], language: str = "en") -> tuple[LessonEntry, ...]:
    """Entries of a queryset of lessons, in its order, with their steps; two queries, and those of slugs_of_today."""
    steps = LessonStep.objects.order_by("order").select_related("claim")
    whole = lessons.select_related("atlas").prefetch_related(Prefetch("steps", queryset=steps))
    kept = [step for lesson in whole for step in lesson.steps.all()]
    states = dict(zip((step.pk for step in kept), as_called_today(step.state for step in kept), strict=True))
    return tuple(_entry(lesson, language, states) for lesson in whole)


def address_of_step(atlas: Atlas, lesson: str, number: int, state: str) -> str:
    """The path of the view that a step opens: that of the atlas, with its state, then the lesson and the number."""
    own = f"lesson={lesson}&step={number}"
    return f"{atlas.get_absolute_url()}?{state}&{own}" if state else f"{atlas.get_absolute_url()}?{own}"


def paragraphs(text: str) -> tuple[str, ...]:
    """Plain text cut at its empty lines.

    >>> paragraphs("One\\nline.\\n\\nAnother.")
    ('One\\nline.', 'Another.')
    """
    return tuple(part.strip() for part in re.split(r"\n\s*\n", text.replace("\r\n", "\n")) if part.strip())


def _entry(lesson: Lesson, language: str, states: Mapping[int, str]) -> LessonEntry:
    return LessonEntry(
        id=lesson.slug,
        url=lesson.get_absolute_url(),
        atlas=lesson.atlas.slug,
        atlas_title=_said(lesson.atlas, "title", language),
        atlas_url=lesson.atlas.get_absolute_url(),
        title=_said(lesson, "title", language),
        summary=_said(lesson, "summary", language),
        order=lesson.order,
        modified=lesson.modified,
        steps=tuple(
            _step(step, number, states[step.pk], lesson, language)
            for number, step in enumerate(lesson.steps.all(), start=1)
        ),
    )


def _step(step: LessonStep, number: int, state: str, lesson: Lesson, language: str) -> StepEntry:
    return StepEntry(
        order=number,
        title=_said(step, "title", language),
        text=_said(step, "text", language),
        question=_said(step, "question", language),
        state=state,
        address=address_of_step(lesson.atlas, lesson.slug, number, state),
        claim=_claim(step.claim),
    )


def _said(record: Atlas | Lesson | LessonStep, name: str, language: str) -> str:
    """What stands in a column in the language, else in English."""
    return (getattr(record, f"{name}_fa") if language.startswith("fa") else "") or getattr(record, name)


def _claim(claim: Claim | None) -> ClaimUnderDiscussion | None:
    if claim is None or claim.publication != Publication.PUBLISHED:
        return None
    return ClaimUnderDiscussion(claim.key, claim.get_absolute_url())
