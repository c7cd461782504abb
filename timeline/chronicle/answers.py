"""The shapes in which what was reckoned, and not claimed, is handed over: explanations, proposals, questions."""

from dataclasses import dataclass

from chronology.spans import Span
from timeline.chronicle.values import Reference


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why statements differ.

    code: the slip that explains it, or no_calendar, cannot_tell, places_apart, numbers_differ, lengths_differ,
    contradiction;
    text: the same in words; arithmetic: what can be followed with a pencil, a thought a line, or ""; methods:
    every slip it takes; accepted: whether an editor holds to it.
    """

    code: str
    text: str
    arithmetic: str = ""
    methods: tuple[str, ...] = ()
    accepted: bool = False

    @property
    def lines(self) -> tuple[str, ...]:
        return tuple(self.arithmetic.splitlines())


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the writer of a claim (its key) may have meant, accepted by nobody.

    meant: the date in the calendar it was counted in; display: the same day as this calendar counts; score:
    its share of all belief, 0 to 1; method: the slip it supposes; why: the arithmetic.
    """

    claim: str
    as_printed: str
    meant: str
    display: str
    calendar: str
    edtf: str
    span: Span
    score: float
    method: str
    why: str


@dataclass(frozen=True, slots=True)
class MarchQuestion:
    """What the dates of a march leave no likely time for.

    code: too_fast, too_slow or two_places; legs: their numbers; text: from where to where, how far, in how many
    days; arithmetic: what the means of travel would need; basis: where that figure comes from; other: the
    movement it is held against, for two_places; asks: the question, in a sentence; km, days and km_per_day: of
    the text; proposals: readings of dates that would make it likely.
    """

    code: str
    legs: tuple[int, ...]
    text: str
    arithmetic: str
    basis: str
    asks: str
    km: float
    days: int
    km_per_day: float
    other: Reference | None = None
    proposals: tuple[Proposal, ...] = ()
