"""Tells a lesson as a sheet to read and to print: each step with its claim, and in words the view that it opens."""

from dataclasses import dataclass

from timeline.chronicle import claim_entries
from timeline.chronicle.entries import ClaimEntry
from timeline.chronicle.lessons import LessonEntry, StepEntry
from timeline.models import Atlas, Claim
from timeline.pages.step_views import words_of_views


@dataclass(frozen=True, slots=True)
class ToldStep:
    """A step with the claim under discussion, None where there is none, what its view shows, "" where no words
    say it, and the address of that view."""

    step: StepEntry
    claim: ClaimEntry | None
    shows: str
    opens: str

    @property
    def anchor(self) -> str:
        return f"step-{self.step.order}"


def told_steps(lesson: LessonEntry, atlas: Atlas, base: str = "") -> tuple[ToldStep, ...]:
    """The steps in their order; as many queries for one as for fifty. base: what addresses of a preview begin with."""
    keys = [step.claim.id for step in lesson.steps if step.claim]
    claims = {claim.id: claim for claim in claim_entries(Claim.objects.filter(key__in=keys))} if keys else {}
    words = words_of_views(atlas, [step.state for step in lesson.steps])
    return tuple(
        ToldStep(step, claims.get(step.claim.id) if step.claim else None, shows, _opens(step, atlas, base))
        for step, shows in zip(lesson.steps, words, strict=True)
    )


def _opens(step: StepEntry, atlas: Atlas, base: str) -> str:
    # At the front there may be another atlas than that of a draft.
    return f"{base}/a/{atlas.slug}/?{step.address.partition('?')[2]}" if base else step.address
