"""Explains why dates differ: by a slip an editor accepted, by one that is proposed, or by none."""

from collections.abc import Sequence
from dataclasses import replace

from django.utils.translation import gettext as _

from chronology.calendars import Calendar
from chronology.errors import ChronologyError
from chronology.formatting import format_span
from chronology.readings import Account, Method, Verdict, Witness
from timeline.chronicle.answers import Explanation, Proposal
from timeline.chronicle.differences import dates_apart
from timeline.chronicle.entries import ClaimEntry
from timeline.chronicle.labels import worded
from timeline.chronicle.proposals import (
    held_of,
    joint_proposals,
    judged,
    printed_day,
    proposals_of,
    reconciled,
    source_of,
    why_of,
    witness_of,
)
from timeline.chronicle.tried import tried_words
from timeline.models.vocabulary import ReadingMethod

# The calendar a writer was using when he slipped, by the slip.
MEANT = {Method.SOLAR_MONTH: Calendar.SOLAR_HIJRI, Method.OLD_STYLE: Calendar.JULIAN}
NO_CALENDAR, CANNOT_TELL = Verdict.NO_CALENDAR.value, Verdict.CANNOT_TELL.value


def explain_dates(
    claims: Sequence[ClaimEntry], beside: Sequence[ClaimEntry], language: str
) -> tuple[Explanation, tuple[Proposal, ...]]:
    """Why dates differ, and what else they may mean; `beside` are other claims of the same date."""
    everything = [*claims, *beside]
    if not any(held_of(claim) for claim in claims):
        readable = [claim for claim in everything if claim in claims or printed_day(claim)]
        found = reconciled(readable)
        if found is not None:
            proposals = joint_proposals(found, claims, language)
            return _unaccepted(found.verdict, found.best, claims, proposals, language), tuple(proposals)
    proposals = [each for claim in claims for each in proposals_of(claim, _near(claim, everything), language)]
    if any(held_of(claim) for claim in claims):
        return _accepted(claims, proposals, language), tuple(proposals)
    return _unaccepted(_verdict(claims, everything), None, claims, proposals, language), tuple(proposals)


def _near(claim: ClaimEntry, everything: Sequence[ClaimEntry]) -> list[Witness]:
    heard = (witness_of(other) for other in everything if other.id != claim.id)
    return [witness for witness in heard if witness is not None]


def _accepted(claims: Sequence[ClaimEntry], proposals: Sequence[Proposal], language: str) -> Explanation:
    held = accepted_by([claim for claim in claims if held_of(claim)], language)
    told = [held.arithmetic, _left(claims, proposals)]
    return replace(held, arithmetic="\n".join(filter(None, told)))


def accepted_by(held: Sequence[ClaimEntry], language: str) -> Explanation:
    """The explanation that rests on what editors hold these claims to mean, or those they hang on."""
    methods = tuple(dict.fromkeys(held_of(claim).method for claim in held))
    text = f"{_upper(_labels(methods))}."
    return Explanation(methods[0], text, _arithmetic(held, language), methods, accepted=True)


def _left(claims: Sequence[ClaimEntry], proposals: Sequence[Proposal]) -> str:
    """What the accepted readings leave unexplained, or ""."""
    apart = {"distance": dates_apart(claims, meant=True)}
    if not apart["distance"]:
        return ""
    if not proposals:
        return _("Read so, the dates are still %(distance)s apart.") % apart
    return _("Read so, the dates are still %(distance)s apart; what may explain that is only proposed.") % apart


def _arithmetic(held: Sequence[ClaimEntry], language: str) -> str:
    """The editors' own sentences; in another language that of the reading they accepted, where it is one of ours."""
    told = []
    for claim in held:
        own = held_of(claim).arithmetic
        told.append((why_of(claim, language) or own) if language != "en" or not own else own)
    told += [_counter_check(claim, language) for claim in held]
    return " ".join(dict.fromkeys(filter(None, told)))


def _counter_check(claim: ClaimEntry, language: str) -> str:
    """What the printed day itself is in the calendar meant: "22 July 1909 itself would be 31 Tir 1288."."""
    held, face = claim.interpreted, claim.face.when
    calendar = MEANT.get(held.method) if held else None
    if calendar is None or claim.calendar != Calendar.GREGORIAN or face is None or face.span is None:
        return ""
    try:
        day, counted = format_span(face.span, language=language), format_span(face.span, calendar, language)
    except ChronologyError:
        return ""
    if not face.span.is_exact:
        return ""
    return _("%(day)s itself would be %(counted)s.") % {"day": day, "counted": counted}


def _verdict(claims: Sequence[ClaimEntry], everything: Sequence[ClaimEntry]) -> Verdict:
    """What the claims come to, each on its own, where one of them has no words to be read."""
    verdicts = [
        judged(said, _near(claim, everything), source_of(claim)).verdict
        for claim in claims
        if (said := printed_day(claim)) is not None
    ]
    if Verdict.EXPLAINED in verdicts:
        return Verdict.EXPLAINED
    if verdicts and set(verdicts) <= {Verdict.NO_CALENDAR, Verdict.PLAIN_STANDS}:
        return Verdict.NO_CALENDAR
    return Verdict.CANNOT_TELL


def _unaccepted(
    verdict: Verdict,
    account: Account | None,
    claims: Sequence[ClaimEntry],
    proposals: Sequence[Proposal],
    language: str,
) -> Explanation:
    if verdict is Verdict.EXPLAINED and proposals:
        if account is None:
            return proposed(max(proposals, key=lambda each: each.score))
        methods = _methods(account)
        return Explanation(methods[0], _proposed_words(methods), account.arithmetic(language), methods)
    apart = dates_apart(claims)
    if verdict is Verdict.NO_CALENDAR and not proposals:
        said = [_("The dates are %(distance)s apart.") % {"distance": apart} if apart else ""]
        said.append(tried_words(claims, language))
        return Explanation(NO_CALENDAR, verdict.text(language), "\n".join(filter(None, said)))
    return Explanation(CANNOT_TELL, Verdict.CANNOT_TELL.text(language), _why_not_told(claims, proposals, apart))


def proposed(best: Proposal) -> Explanation:
    """The explanation that rests on one proposal."""
    return Explanation(best.method, _proposed_words((best.method,)), best.why, (best.method,))


def _proposed_words(methods: Sequence[str]) -> str:
    return _("Proposed, not accepted: %(slips)s.") % {"slips": _labels(methods)}


def _methods(account: Account) -> tuple[str, ...]:
    found = dict.fromkeys(reading.method.value for _key, reading in account.slips)
    return tuple(sorted(found, key=lambda method: method == Method.DAY_OFF))


def _why_not_told(claims: Sequence[ClaimEntry], proposals: Sequence[Proposal], apart: str) -> str:
    if not any(printed_day(claim) for claim in claims):
        return _("None of these dates is printed: they come from the context, and no other reading of them is asked.")
    distance = _("The dates are %(distance)s apart.") % {"distance": apart} if apart else ""
    if not proposals:
        return distance
    if {each.method for each in proposals} == {Method.DAY_OFF.value}:
        reason = _("A day counted too many in one explains it as well as a day too few in the other.")
    elif len(proposals) == 1:
        reason = _("One reading would explain it, and it is hardly likelier than a plain mistake.")
    else:
        reason = _("More than one reading would explain it, and none is much likelier than the others.")
    return f"{distance} {reason}".strip()


def _labels(methods: Sequence[str]) -> str:
    return "; ".join(worded(ReadingMethod, method) for method in methods)


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]
