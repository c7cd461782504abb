"""What a step of a lesson must have to be kept: the rules that the admin, the loader and imports share."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from timeline.lessons.states import read_state
from timeline.models import Claim, LessonStep
from timeline.problems import Problem
from timeline.support import supported_by


def check_step(step: LessonStep) -> None:
    """Raise ValidationError, field by field, for what the step gets wrong; put its view in the usual form.

    Whether what the view names is there, is for forms and tables to ask: a table may name what is not written yet.
    """
    errors: dict[str, list[ValidationError]] = {}
    state = read_state(step.state)
    if state.problems:
        errors["state"] = [ValidationError(sentence, code=code) for code, sentence in told(state.problems)]
    else:
        step.state = state.text
    if step.claim is not None and _is_of_another_atlas(step, step.claim):
        sentence = _("The claim “%(key)s” belongs to another atlas: choose one of the atlas of the lesson.")
        errors["claim"] = [ValidationError(sentence, code="in_another_atlas", params={"key": step.claim.key})]
    if errors:
        raise ValidationError(errors)


def told(problems: Iterable[Problem]) -> list[tuple[str, str]]:
    """Code and sentence of each problem of a view, with the key that it speaks of: “day: This is …”."""
    return [(each.code, f"{each.field}: {each.message}" if each.field else str(each.message)) for each in problems]


def _is_of_another_atlas(step: LessonStep, claim: Claim) -> bool:
    if step.lesson_id is None and not LessonStep._meta.get_field("lesson").is_cached(step):
        return False
    subject = supported_by(claim)
    # Of a lesson that is just being entered the atlas may not be chosen yet.
    return step.lesson.atlas_id is not None and subject is not None and subject.atlas_id != step.lesson.atlas_id
