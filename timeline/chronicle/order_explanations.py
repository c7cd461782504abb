"""Proposes the readings of dates that would put two events in the order a source tells them in.

Pure. For disagreements of sequence: an effect dated before its cause, a relation that its dates contradict.
"""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from chronology.readings import Verdict, Witness
from chronology.spans import Span
from timeline.chronicle.date_explanations import proposed
from timeline.chronicle.differences import stretch_words
from timeline.chronicle.entries import ClaimEntry
from timeline.chronicle.proposals import meant_of, proposals_of
from timeline.chronicle.values import Explanation, Proposal


def explain_order(
    first: Sequence[ClaimEntry], then: Sequence[ClaimEntry], language: str = "en"
) -> tuple[Explanation, tuple[Proposal, ...]]:
    """What would put the order right: `first` are the date claims of what came first, `then` of what followed.

    Both on one day are in order. A claim whose words are not a date proposes nothing.
    """
    earliest = min((day for day in map(_first, first) if day is not None), default=None)
    latest = max((day for day in map(_last, then) if day is not None), default=None)
    proposals: list[Proposal] = []
    if latest is not None:
        proposals += _fitting(first, Span.instant(None, latest), language)
    if earliest is not None:
        proposals += _fitting(then, Span.instant(earliest, None), language)
    if proposals:
        return proposed(max(proposals, key=lambda each: each.score)), tuple(proposals)
    code, apart = Verdict.NO_CALENDAR, (earliest or 0) - (latest or 0)
    if earliest is None or latest is None or apart <= 0:
        return Explanation(Verdict.CANNOT_TELL.value, Verdict.CANNOT_TELL.text(language)), ()
    words = _("What followed is dated %(distance)s before what came first.") % {"distance": stretch_words(apart, apart)}
    return Explanation(code.value, code.text(language), words), ()


def _fitting(claims: Sequence[ClaimEntry], room: Span, language: str) -> list[Proposal]:
    return [each for claim in claims for each in proposals_of(claim, [Witness.of(room)], language)]


def _first(claim: ClaimEntry) -> int | None:
    days = [span.earliest for span in meant_of(claim)]
    return None if not days or None in days else min(days)


def _last(claim: ClaimEntry) -> int | None:
    days = [span.latest for span in meant_of(claim)]
    return None if not days or None in days else max(days)
