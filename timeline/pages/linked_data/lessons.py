"""Writes lessons as schema.org LearningResources, whose parts are their steps."""

from timeline.chronicle.atlases import AtlasEntry
from timeline.chronicle.lessons import LessonEntry
from timeline.pages.lessons import ToldStep
from timeline.pages.linked_data.graph import Absolute, filled, licensed, page_graph, thing_at


def lesson_data(lesson: LessonEntry, steps: tuple[ToldStep, ...], atlas: AtlasEntry, absolute: Absolute) -> dict:
    """The page of a lesson and the lesson; what its steps discuss is cited."""
    body = {
        **thing_at(lesson.url, absolute, "LearningResource", "lesson"),
        "name": lesson.title,
        "description": lesson.summary,
        "learningResourceType": "lesson plan",
        "isAccessibleForFree": True,
        "license": licensed(atlas.licence),
        "dateModified": lesson.modified.isoformat(),
        "about": {**thing_at(atlas.url, absolute, "Dataset", "data"), "name": atlas.title},
        "hasPart": [_step(told, lesson, absolute) for told in steps],
    }
    cited = dict.fromkeys(told.claim.citation.text for told in steps if told.claim)
    return page_graph(
        lesson.url, absolute, name=lesson.title, thing=body, dateModified=lesson.modified.isoformat(), citation=[*cited]
    )


def _step(told: ToldStep, lesson: LessonEntry, absolute: Absolute) -> dict:
    step = told.step
    return filled(
        {
            "@type": "LearningResource",
            "@id": f"{absolute(lesson.url)}#{told.anchor}",
            "url": absolute(step.address),
            "position": step.order,
            "name": step.title,
            "text": step.text,
            "hasPart": {"@type": "Question", "name": step.question} if step.question else None,
        }
    )
