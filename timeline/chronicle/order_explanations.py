"""Proposes the readings of dates that would put two events in the order a source tells them in.

Pure. For disagreements of sequence: an effect dated before its cause, a relation that its dates contradict.
"""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from chronology.readings import Verdict, Witness
from chronology.readings.judging import DECISIVE
from chronology.spans import Span
from timeline.chronicle.answers import Explanation, Proposal
from timeline.chronicle.date_explanations import accepted_by, proposed
from timeline.chronicle.differences import CONTRADICTION, stretch_words
from timeline.chronicle.entries import ClaimEntry
from timeline.chronicle.proposals import held_of, meant_of, proposals_of


def explain_order(
    first: Sequence[ClaimEntry], then: Sequence[ClaimEntry], language: str = "en"
) -> tuple[Explanation, tuple[Proposal, ...]]:
    """What would put the order right: `first` are the date claims of what came first, `then` of what followed.

    Both on one day are in order, and so are dates that an editor reads so. A claim whose words are not a date
    proposes nothing. Where one of them has several dates, all must be in order.
    """
    earliest = max((day for day in map(_first, first) if day is not None), default=None)
    latest = min((day for day in map(_last, then) if day is not None), default=None)
    if earliest is None or latest is None:
        return Explanation(Verdict.CANNOT_TELL.value, Verdict.CANNOT_TELL.text(language)), ()
    held = [claim for claim in (*first, *then) if held_of(claim)]
    if earliest <= latest:
        return (accepted_by(held, language) if held else _in_order()), ()
    proposals = [
        *_fitting(first, Span.instant(None, latest), language),
        *_fitting(then, Span.instant(earliest, None), language),
    ]
    if proposals:
        best = max(proposals, key=lambda each: each.score)
        told = proposed(best) if best.score >= DECISIVE else _cannot_tell(earliest - latest, language)
        return told, tuple(proposals)
    code = Verdict.NO_CALENDAR
    return Explanation(code.value, code.text(language), _too_early(earliest - latest)), ()


def _cannot_tell(days: int, language: str) -> Explanation:
    """Where readings would put the order right, and none is likely enough to rest on: order alone says little."""
    code = Verdict.CANNOT_TELL
    words = _("Another reading would put the order right, and none is likely enough to rest on.")
    return Explanation(code.value, code.text(language), f"{_too_early(days)}\n{words}")


def _too_early(days: int) -> str:
    return _("What followed is dated %(distance)s before what came first.") % {"distance": stretch_words(days, days)}


def _in_order() -> Explanation:
    """Where the dates leave room for the order, and something else is told against it."""
    return Explanation(CONTRADICTION, _("The dates leave room for the order; what contradicts it is not a date."))


def _fitting(claims: Sequence[ClaimEntry], room: Span, language: str) -> list[Proposal]:
    return [each for claim in claims for each in proposals_of(claim, [Witness.of(room)], language)]


def _first(claim: ClaimEntry) -> int | None:
    days = [span.earliest for span in meant_of(claim)]
    return None if not days or None in days else min(days)


def _last(claim: ClaimEntry) -> int | None:
    days = [span.latest for span in meant_of(claim)]
    return None if not days or None in days else max(days)
