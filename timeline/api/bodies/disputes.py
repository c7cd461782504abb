"""How a disagreement looks in JSON."""

from typing import Any, TypedDict

from timeline.api.bodies.links import ReferenceBody, reference_body
from timeline.chronicle.entries import DecisionEntry, DisputeEntry


class DecisionBody(TypedDict):
    """What an editor decided: the key of the claim preferred, or "undecidable"; on is an ISO day."""

    claim: str
    reason: str
    by: str
    on: str


class DisputeBody(TypedDict):
    """Claims (keys) that cannot all be true as printed. kind: date, place, number, outcome, duration, sequence,
    first, side or role; subject: the first of the subjects; status: open, explained, decided or undecidable."""

    id: str
    subject: ReferenceBody
    subjects: list[ReferenceBody]
    kind: str
    attribute: str
    edge: str
    status: str
    claims: list[str]
    explanation: dict[str, Any] | None
    decision: DecisionBody | None
    proposals: list[dict[str, Any]]


def dispute_body(dispute: DisputeEntry) -> DisputeBody:
    """The body of a disagreement that names its subjects."""
    return {
        "id": dispute.id,
        "subject": reference_body(dispute.subjects[0]),
        "subjects": [reference_body(subject) for subject in dispute.subjects],
        "kind": dispute.kind,
        "attribute": dispute.attribute,
        "edge": dispute.edge,
        "status": dispute.status,
        "claims": list(dispute.claims),
        "explanation": None,
        "decision": decision_body(dispute.decision) if dispute.decision else None,
        "proposals": [],
    }


def decision_body(decision: DecisionEntry) -> DecisionBody:
    """The body of a decision."""
    return {
        "claim": decision.claim or "undecidable",
        "reason": decision.reason,
        "by": decision.by,
        "on": decision.on,
    }
