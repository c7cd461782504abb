"""Takes the views that steps of lessons open out of an atlas: with what they name, under the slugs of today."""

from collections.abc import Container, Iterable, Mapping, Sequence

from django.db import models

from geo.models import Place
from timeline.addressed import former_slugs
from timeline.lessons.finding import as_it_stands, finder
from timeline.lessons.states import StepState
from timeline.models import Atlas, Force, LessonStep, Person, Source

SHARED: dict[str, type[models.Model]] = {"place": Place, "person": Person, "force": Force, "source": Source}


def named_in_steps(atlases: Iterable[Atlas]) -> dict[str, set[int]]:
    """By kind: the keys of shared records that views in the lessons of these atlases name."""
    states = LessonStep.objects.filter(lesson__atlas__in=[atlas.pk for atlas in atlases]).exclude(state="")
    named = [each for state in states.values_list("state", flat=True) for each in StepState(state).named()]
    former = former_slugs(SHARED) if named else {}
    found: dict[str, set[int]] = {}
    for kind, model in SHARED.items():
        slugs = {each.slug for each in named if each.kind == kind}
        slugs |= {now for old, now in former.get(kind, {}).items() if old in slugs}
        found[kind] = set(model.objects.filter(slug__in=slugs).values_list("pk", flat=True)) if slugs else set()
    return found


def put_states_as_they_stand(
    steps: Sequence[LessonStep], atlas: Atlas, told: Mapping[type[models.Model], Container[int]]
) -> None:
    """Let the views of these steps name what is told along with them, and nothing else: a file is read elsewhere, where
    nobody knows what was renamed or deleted here. told: by model, the keys of the records that go along."""
    find = finder([StepState(step.state) for step in steps if step.state], atlas)

    def told_of(kind: str, slug: str) -> models.Model | None:
        record = find(kind, slug)
        return record if record is not None and record.pk in told[type(record)] else None

    for step in steps:
        step.state = as_it_stands(step.state, atlas, told_of)
