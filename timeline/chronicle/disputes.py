"""Names the disagreements of a subject from its claims, with where each stands."""

from collections.abc import Iterable

from chronology.spans import Shape
from timeline.chronicle.entries import DecisionEntry, DisputeEntry
from timeline.models import Claim, Decision
from timeline.weighing import weigh


def disputes_of(
    subject: str, claims: Iterable[Claim], decisions: Iterable[Decision], shape: str
) -> tuple[DisputeEntry, ...]:
    """The disagreements about one subject, named `<subject>:<attribute>[:<edge>]`; no query.

    `subject` is the slug of an event or the key of a leg; the claims carry the joins of timeline.chronicle.claims.
    """
    decisions = list(decisions)
    weighed = weigh(claims, decisions, Shape(shape))
    return tuple(
        DisputeEntry(
            id=":".join(part for part in (subject, clash.attribute, clash.edge) if part),
            attribute=clash.attribute,
            edge=clash.edge,
            status=clash.conflict.status,
            claims=clash.conflict.claims,
            decision=_decision(decisions, clash.attribute, clash.edge),
        )
        for clash in weighed.disagreements
    )


def _decision(decisions: list[Decision], attribute: str, edge: str) -> DecisionEntry | None:
    for decision in decisions:
        if decision.attribute == attribute and decision.edge in ("", edge):
            preferred = decision.claim.key if decision.claim else ""
            return DecisionEntry(preferred, decision.reason, decision.by, decision.on)
    return None
