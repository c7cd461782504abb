"""What a printed date may have meant in the light of the other statements of the same thing."""

from chronology.readings.judgement import Judgement, Reading, Verdict
from chronology.readings.judging import judge, propose
from chronology.readings.reconciling import Account, Claimed, Reconciliation, reconcile
from chronology.readings.slips import Method, Slip
from chronology.readings.witnesses import Witness

__all__ = [
    "Account",
    "Claimed",
    "Judgement",
    "Method",
    "Reading",
    "Reconciliation",
    "Slip",
    "Verdict",
    "Witness",
    "judge",
    "propose",
    "reconcile",
]
