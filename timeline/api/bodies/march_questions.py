"""How a question to the dates of a march looks in JSON."""

from typing import TypedDict

from timeline.api.bodies.explanations import ProposalBody, proposal_body
from timeline.api.bodies.links import ReferenceBody, optional_reference
from timeline.chronicle.answers import MarchQuestion


class MarchQuestionBody(TypedDict):
    """What the dates of a march leave no likely time for. code: too_fast, too_slow or two_places; legs: their
    numbers; arithmetic: what the means of travel would need, and basis where that figure comes from; asks: the
    question; other: for two_places, the movement it is held against; proposals: readings that would do."""

    code: str
    legs: list[int]
    text: str
    arithmetic: str
    basis: str
    asks: str
    km: float
    days: int
    km_per_day: float
    other: ReferenceBody | None
    proposals: list[ProposalBody]


def march_question_body(question: MarchQuestion) -> MarchQuestionBody:
    """The body of a question."""
    return {
        "code": question.code,
        "legs": list(question.legs),
        "text": question.text,
        "arithmetic": question.arithmetic,
        "basis": question.basis,
        "asks": question.asks,
        "km": question.km,
        "days": question.days,
        "km_per_day": question.km_per_day,
        "other": optional_reference(question.other),
        "proposals": [proposal_body(each) for each in question.proposals],
    }
