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
    first: Sequence[ClaimEntry], then: Sequence[ClaimEntry], language: str = "en", *, days: int = 0, part: str = ""
) -> tuple[Explanation, tuple[Proposal, ...]]:
    """What would put the order right: `first` are the date claims of what came first, `then` of what followed.

    days: how many must lie between them, below 0 where at most so many may; part: "first" or "then" where that
    one is told as a part of the other. Both on one day are in order, and so are dates that an editor reads so.
    A claim whose words are not a date proposes nothing. Where one of them has several dates, all must be in order.
    """
    earliest = max((day for day in map(_first, first) if day is not None), default=None)
    latest = min((day for day in map(_last, then) if day is not None), default=None)
    if earliest is None or latest is None:
        return Explanation(Verdict.CANNOT_TELL.value, Verdict.CANNOT_TELL.text(language)), ()
    held = [claim for claim in (*first, *then) if held_of(claim)]
    if earliest + days <= latest:
        return (accepted_by(held, language) if held else _in_order()), ()
    loose = any(not span.is_exact for claim in (*first, *then) for span in meant_of(claim))
    said = _wrong(earliest - latest, days, part, loose=loose)
    proposals = [
        *_fitting(first, Span.instant(None, latest - days), language),
        *_fitting(then, Span.instant(earliest + days, None), language),
    ]
    if proposals:
        best = max(proposals, key=lambda each: each.score)
        told = proposed(best) if best.score >= DECISIVE else _cannot_tell(said, language)
        return told, tuple(proposals)
    code = Verdict.NO_CALENDAR
    return Explanation(code.value, code.text(language), said), ()


def _cannot_tell(said: str, language: str) -> Explanation:
    """Where readings would put the order right, and none is likely enough to rest on: order alone says little."""
    code = Verdict.CANNOT_TELL
    words = _("Another reading would put the order right, and none is likely enough to rest on.")
    return Explanation(code.value, code.text(language), f"{said}\n{words}")


def _wrong(too_early: int, days: int, part: str, *, loose: bool) -> str:
    """How far the dates are from the order told: in days that what followed is dated too early."""
    apart = {"distance": stretch_words(abs(too_early), abs(too_early), at_least=loose)}
    if days < 0:
        most = {"most": stretch_words(-days, -days)} | apart
        return _("By what is told at most %(most)s lie between them; by the days printed it is %(distance)s.") % most
    if too_early <= 0:
        room = {"least": stretch_words(days, days), "room": stretch_words(-too_early, -too_early)}
        if too_early == 0:
            return _("By what is told at least %(least)s lie between them; the days printed leave none.") % room
        return _("By what is told at least %(least)s lie between them; the days printed leave %(room)s.") % room
    if part == "then":
        return _("The part is dated %(distance)s before the whole begins.") % apart
    if part == "first":
        return _("The part is dated %(distance)s after the whole has ended.") % apart
    return _("By the days printed, what is told later came %(distance)s before what is told earlier.") % apart


def _in_order() -> Explanation:
    """Where the dates leave room for the order, and something else is told against it."""
    return Explanation(CONTRADICTION, _("The days printed leave room for this order; another order told does not."))


def _fitting(claims: Sequence[ClaimEntry], room: Span, language: str) -> list[Proposal]:
    return [each for claim in claims for each in proposals_of(claim, [Witness.of(room)], language)]


def _first(claim: ClaimEntry) -> int | None:
    days = [span.earliest for span in meant_of(claim)]
    return None if not days or None in days else min(days)


def _last(claim: ClaimEntry) -> int | None:
    days = [span.latest for span in meant_of(claim)]
    return None if not days or None in days else max(days)
