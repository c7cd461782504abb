"""How a lesson looks in JSON."""

from typing import TypedDict

from timeline.chronicle.lessons import LessonEntry, StepEntry


class ClaimUnderDiscussionBody(TypedDict):
    """The claim that a step is about; url is its page."""

    id: str
    url: str


class StepBody(TypedDict):
    """A step of a lesson. state: the view that it opens, as a query string; address: the path of that view. An empty
    line in text and question parts paragraphs."""

    order: int
    state: str
    title: str
    text: str
    question: str
    claim: ClaimUnderDiscussionBody | None
    address: str


class LessonBody(TypedDict):
    """A guided tour through an atlas, step by step."""

    id: str
    url: str
    atlas: str
    title: str
    summary: str
    modified: str
    steps: list[StepBody]


def lesson_body(lesson: LessonEntry) -> LessonBody:
    """The body of a lesson."""
    return {
        "id": lesson.id,
        "url": lesson.url,
        "atlas": lesson.atlas,
        "title": lesson.title,
        "summary": lesson.summary,
        "modified": lesson.modified.isoformat(),
        "steps": [_step(step) for step in lesson.steps],
    }


def _step(step: StepEntry) -> StepBody:
    return {
        "order": step.order,
        "state": step.state,
        "title": step.title,
        "text": step.text,
        "question": step.question,
        "claim": {"id": step.claim.id, "url": step.claim.url} if step.claim else None,
        "address": step.address,
    }
