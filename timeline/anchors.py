"""Works out the days of relative statements: "five days later" moves with what it hangs on."""

from collections.abc import Callable

from chronology.edtf import parse_edtf
from chronology.errors import RelativeDateCycle
from chronology.spans import Span
from timeline.fields import span_of
from timeline.models import Claim, Event


class Anchors:
    """Answers, for one pass over the claims, which days a claim comes to.

    `days_of_event` gives an event's resolved days or None; it may ask back for claims, so a ring
    of statements is noticed here and refused by name as RelativeDateCycle.
    """

    def __init__(self, days_of_event: Callable[[Event], Span | None]):
        self._days_of_event = days_of_event
        self._known: dict[int, Span | None] = {}
        self._path: list[str] = []

    def days_of(self, claim: Claim) -> Span | None:
        """Return the days the claim means: as interpreted, else its face, else from its anchor."""
        if claim.pk not in self._known:
            if claim.key in self._path:
                raise RelativeDateCycle(tuple(self._path[self._path.index(claim.key) :]))
            self._path.append(claim.key)
            self._known[claim.pk] = self._worked_out(claim)
            self._path.pop()
        return self._known[claim.pk]

    def _worked_out(self, claim: Claim) -> Span | None:
        interpretation = getattr(claim, "interpretation", None)
        if interpretation is not None:
            return parse_edtf(interpretation.value)
        if claim.face:
            return parse_edtf(claim.face)
        if not is_relative(claim):
            return span_of(claim)
        if claim.relative_to_claim_id:
            anchor = self.days_of(claim.relative_to_claim)
        else:
            anchor = self._days_of_event(claim.relative_to_event)
        return moved(anchor, claim.offset_low, claim.offset_high)


def is_relative(claim: Claim) -> bool:
    """Whether the claim gives its date by the distance from something else."""
    return claim.relative_to_claim_id is not None or claim.relative_to_event_id is not None


def moved(anchor: Span | None, low: int | None, high: int | None) -> Span | None:
    """Return the one day that lies `low` to `high` days from the anchor.

    Later days are counted from the anchor's end, earlier ones from its beginning; without a
    bound on one side the day is open there.
    """
    if anchor is None:
        return None
    if low is None and high is None:
        return None
    later = (low if low is not None else high) >= 0
    first, last = (anchor.end_earliest, anchor.end_latest) if later else (anchor.begin_earliest, anchor.begin_latest)
    earliest = None if first is None or low is None else first + low
    latest = None if last is None or high is None else last + high
    return None if earliest is None and latest is None else Span.instant(earliest, latest)
