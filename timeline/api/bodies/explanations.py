"""How a disagreement with its explanation looks in JSON."""

from typing import TypedDict

from timeline.chronicle.answers import Explanation, Proposal
from timeline.chronicle.entries import DecisionEntry, DisputeEntry


class ExplanationBody(TypedDict):
    """Why statements differ. code: the slip that explains it, or no_calendar, cannot_tell, places_apart,
    numbers_differ, contradiction; arithmetic: what can be followed with a pencil, or ""; accepted: whether an
    editor holds to it, or the program only proposes it."""

    code: str
    text: str
    arithmetic: str
    accepted: bool


class ProposalBody(TypedDict):
    """What the writer of a claim may have meant, accepted by nobody. meant: the date in its own calendar;
    display: the same days in the Gregorian one; days: the first and the last; score: a share of belief, 0 to 1."""

    claim: str
    as_printed: str
    meant: str
    display: str
    calendar: str
    edtf: str
    days: list[int | None]
    score: float
    method: str
    why: str


class DecisionBody(TypedDict):
    """What an editor decided: the key of the claim preferred, or "undecidable"; on is an ISO day."""

    claim: str
    reason: str
    by: str
    on: str


class DisagreementBody(TypedDict):
    """Claims (keys) that cannot all be true as printed. status: open, explained, decided or undecidable;
    explained_by: the slips it takes, or no_calendar, cannot_tell and the like; witnesses: how many independent
    works speak of it, a copy not counted."""

    id: str
    attribute: str
    edge: str
    status: str
    claims: list[str]
    witnesses: int
    explanation: ExplanationBody | None
    explained_by: list[str]
    decision: DecisionBody | None
    proposals: list[ProposalBody]


def disagreement_body(dispute: DisputeEntry) -> DisagreementBody:
    """The body of a disagreement as `timeline.chronicle.explanations.explained` leaves it."""
    return {
        "id": dispute.id,
        "attribute": dispute.attribute,
        "edge": dispute.edge,
        "status": dispute.status,
        "claims": list(dispute.claims),
        "witnesses": dispute.witnesses,
        "explanation": explanation_body(dispute.explanation) if dispute.explanation else None,
        "explained_by": list(dispute.explained_by),
        "decision": decision_body(dispute.decision) if dispute.decision else None,
        "proposals": [proposal_body(each) for each in dispute.proposals],
    }


def explanation_body(explanation: Explanation) -> ExplanationBody:
    """The body of an explanation."""
    return {
        "code": explanation.code,
        "text": explanation.text,
        "arithmetic": explanation.arithmetic,
        "accepted": explanation.accepted,
    }


def proposal_body(proposal: Proposal) -> ProposalBody:
    """The body of a proposal."""
    return {
        "claim": proposal.claim,
        "as_printed": proposal.as_printed,
        "meant": proposal.meant,
        "display": proposal.display,
        "calendar": proposal.calendar,
        "edtf": proposal.edtf,
        "days": [proposal.span.earliest, proposal.span.latest],
        "score": proposal.score,
        "method": proposal.method,
        "why": proposal.why,
    }


def decision_body(decision: DecisionEntry) -> DecisionBody:
    """The body of a decision."""
    return {
        "claim": decision.claim or "undecidable",
        "reason": decision.reason,
        "by": decision.by,
        "on": decision.on,
    }
