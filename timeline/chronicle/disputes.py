"""Names the disagreements of a subject from its claims, with where each stands."""

from collections.abc import Iterable

from chronology.spans import Shape
from timeline.allegiances import TakingPart
from timeline.chronicle.entries import DecisionEntry, DisputeEntry
from timeline.chronicle.values import Reference
from timeline.models import Claim, Decision
from timeline.weighing import Disagreement, weigh

# What a disagreement about one attribute is called; the others go by the attribute's own name.
KINDS = {"strength": "number", "casualties": "number", "participant": "role"}


def disputes_of(
    subject: Reference,
    claims: Iterable[Claim],
    decisions: Iterable[Decision],
    shape: str,
    parts: Iterable[TakingPart] = (),
) -> tuple[DisputeEntry, ...]:
    """The disagreements about one subject, named `<subject>:<attribute>[:<edge>]`; no query.

    `subject` is an event, a movement or a leg, `parts` who takes part in it; the claims carry the joins of
    timeline.chronicle.claims.
    """
    decisions = list(decisions)
    weighed = weigh(claims, decisions, Shape(shape), parts)
    return tuple(
        DisputeEntry(
            id=":".join(part for part in (subject.id, clash.attribute, clash.edge) if part),
            attribute=clash.attribute,
            edge=clash.edge,
            status=clash.conflict.status,
            claims=clash.conflict.claims,
            decision=decided(_deciding(decisions, clash), clash.attribute, clash.edge),
            kind=KINDS.get(clash.attribute, clash.attribute),
            subjects=(subject,),
        )
        for clash in weighed.disagreements
    )


def _deciding(decisions: list[Decision], clash: Disagreement) -> list[Decision]:
    """The decisions that can be about this clash: one about sides or roles is about whom its claim speaks of."""
    if clash.attribute not in ("side", "participant"):
        return decisions
    return [each for each in decisions if each.undecidable or each.claim.key in clash.conflict.claims]


def decided(decisions: Iterable[Decision], attribute: str, edge: str = "") -> DecisionEntry | None:
    """What an editor decided of this attribute, or None."""
    for decision in decisions:
        if decision.attribute == attribute and decision.edge in ("", edge):
            preferred = decision.claim.key if decision.claim else ""
            return DecisionEntry(preferred, decision.reason, decision.by, decision.on)
    return None
