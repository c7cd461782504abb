"""How explanations and proposals look in JSON."""

from typing import TypedDict

from timeline.chronicle.answers import Explanation, Proposal


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
