"""The joint to what proposes: which events may be one, which relations and ties may be missing."""

from timeline.proposals import MARCH_OF_EVENT, MISSING_RELATION, SAME_EVENT, Proposal
from timeline.proposing import propose

__all__ = ["MARCH_OF_EVENT", "MISSING_RELATION", "SAME_EVENT", "Proposal", "propose"]
